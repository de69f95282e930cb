// What a clerk has and does: a list in which every row is wrong somewhere, the corrections, and the same list in an empty roster.
import { openXlsx, saveXlsx } from "hucre/xlsx";
import { templateXlsx } from "#shared/adapters/roster/template-xlsx.ts";
import { templateColumns } from "#shared/domain/roster-template/columns.ts";
import { nik } from "../shared/adapters/roster/roster-files.ts";

export const REJECTED = 24;
/** Rows in which the NIK is wrong: every fourth. */
export const WRONG_NIKS = REJECTED / 4;
const COLUMNS = ["NAMA", "NIK", "PROGRAM", "MULAI", "AKHIR", "UPAH", "NPP", "NO_KPJ", "KETERANGAN"];
/** What people write beside a worker: with quotes, separators, signs that begin a formula, and numbers that a spreadsheet would touch. */
const REMARKS = [
  'kata "orang"; baru',
  "=1+1",
  "-5.000",
  "+62812",
  "0812",
  "@rt",
  "3/4",
  "1E5",
  "31-12",
  "baris\nbaru",
  "",
  "TRUE",
];
/** Wrong text → what the clerk writes instead. In the NIK column nothing but the NIK itself can be the correction. */
const MENDED: Readonly<Record<string, string>> = { JKK: "JKK,JKM", "2023-13": "2023-01", "1950-00": "2023-12" };

interface Row {
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

const ROWS: readonly Row[] = Array.from({ length: REJECTED }, (_, at) => {
  const number = at * 17 + 3;
  const right = [
    `Pekerja ${at} "P"`,
    nik(number),
    "JKK,JKM",
    "2023-01",
    "2023-12",
    `${3_000_000 + at}`,
    `00${12_345_678 + at}`,
    `0${80_012_345_670 + at}`,
    REMARKS[at % REMARKS.length] ?? "",
  ];
  const wrong = right.map((text, column) => {
    if (column === 1 && at % 4 === 0) return text.slice(0, 15);
    if (column === 2 && at % 4 === 1) return "JKK";
    if (column === 3 && at % 4 === 2) return "2023-13";
    if (column === 4 && at % 4 === 3) return "1950-00";
    return text;
  });
  return { wrong, right };
});

/** What must come out in the end. */
export const CORRECTIONS = {
  niks: ROWS.map(({ right }) => right[1] ?? "").sort(),
  terms: ROWS.map(({ right }) => `${right[6]} ${right[5]}`).sort(),
};

export function rejectedCsv(): string {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")}\r\n`;
  return [COLUMNS, ...ROWS.map(({ wrong }) => wrong)].map(line).join("");
}

/** The clerk types over what is wrong, and leaves the rest alone; the apostrophe that keeps a NIK text stays, or is lost with what it stood before. */
function mended(text: string, keepsApostrophe = true): string {
  const bare = text.replace(/^'/, "");
  const short = ROWS.find(({ wrong }) => wrong[1]?.length === 15 && wrong[1] === bare)?.right[1];
  if (short !== undefined) return keepsApostrophe && text !== bare ? `'${short}` : short;
  return MENDED[bare] ?? text;
}

export function correctedCsv(bytes: Uint8Array, keepsApostrophe = true): string {
  const text = Buffer.from(bytes).toString("utf8");
  return text.replace(/(^|;|\n)("?)([^";\r\n]*)\2(?=;|\r?\n|$)/g, (_, before: string, quote: string, cell: string) => {
    return before + quote + mended(cell, keepsApostrophe) + quote;
  });
}

export async function correctedXlsx(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await openXlsx(bytes);
  for (const sheet of book.sheets) {
    sheet.rows = sheet.rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? mended(cell) : cell)));
    sheet.cells = new Map();
  }
  return saveXlsx(book);
}

/** An empty roster; with a workbook, that one filled in. */
export async function filledTemplate(workbook: Uint8Array | null): Promise<Uint8Array> {
  const empty = await templateXlsx("ppu");
  if (workbook === null) return empty;
  const names = templateColumns("ppu").map(({ name }) => name);
  const book = await openXlsx(workbook);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("the template has no sheet");
  for (const [at, { right }] of ROWS.entries()) {
    sheet.rows[at + 1] = names.map((name) => right[COLUMNS.indexOf(name)] ?? null);
  }
  sheet.cells = new Map();
  return saveXlsx(book);
}
