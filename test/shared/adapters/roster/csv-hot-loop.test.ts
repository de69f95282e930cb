import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DELIMITERS } from "#shared/adapters/roster/csv-rows.ts";
import { openSheet } from "#shared/adapters/roster/open-sheet.ts";
import { rowTally } from "#shared/adapters/roster/row-tally.ts";
import { tallyCsv } from "#shared/adapters/roster/tally-csv.ts";
import { UnreadableFile } from "#shared/adapters/roster/unreadable-file.ts";
import { month } from "#shared/domain/month.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { rosterId, rosterParts } from "#shared/domain/roster.ts";
import { NO_DEFAULTS } from "#shared/domain/roster-file/defaults.ts";
import type { ReadContext } from "#shared/domain/roster-file/reading.ts";
import { context, keptAmong, nik, nikOf, source } from "./roster-files.ts";

interface Bytes {
  readonly file: Uint8Array;
  readonly chunkBytes: number;
  readonly scannedBytes: number;
}

/** All that a reading tells, by the hot loop or by the plain reader and check alone. */
async function told(way: "hot" | "plain", { file, chunkBytes, scannedBytes }: Bytes, of: ReadContext) {
  try {
    const sheet = await openSheet(source(file, chunkBytes));
    if (sheet.kind === "refused") return sheet;
    const { header, cellsMayShift, csv } = sheet;
    const { regency, segment } = rosterParts(of.roster);
    const rules = { regency, segment, asOf: of.asOf, defaults: of.defaults, header, cellsMayShift };
    const tally = rowTally(rules, of.pseudonymise);
    if (way === "plain" || csv === null)
      for await (const batch of sheet.batches) for (const { row, cells } of batch) tally.add(row, cells);
    else await tallyCsv(csv, rules, tally, scannedBytes);
    const reading = tally.settle();
    return reading.kind === "refused"
      ? reading
      : {
          ...reading,
          enrolments: unpack(reading.enrolments),
          rowNumbers: [...reading.rowNumbers],
          kept: [reading.kept.size, ...keptAmong(reading, 50)],
        };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.problem };
    throw error;
  }
}

async function expectSame(bytes: Bytes, of: ReadContext): Promise<void> {
  expect(await told("hot", bytes, of)).toEqual(await told("plain", bytes, of));
}

const someNik = fc.integer({ min: 0, max: 40 }).map(nik);
const womansNik = someNik.map((text) => text.slice(0, 6) + (Number(text.slice(6, 8)) + 40) + text.slice(8));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const days = [
  "02-01-2000",
  "01-02-2000",
  "01\u20131\u20132000",
  "01-01-1900",
  "1/1/2000",
  "2000-01-01",
  "02/02/1900",
  "29-02-1901",
  "31 Desember 1992",
  "-",
  "x",
  " ",
];
const months = [
  "",
  "",
  "2023-01",
  "2023-12",
  "01/2024",
  "Feb-23",
  "15-06-2023",
  "2023-13",
  "1949-01",
  "2035-01",
  "-",
  "x",
];
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  NIK: fc.oneof(
    { weight: 6, arbitrary: fc.oneof(someNik, womansNik) },
    fc.oneof(
      someNik.map((text) => `'${text}`),
      someNik.map((text) => ` ${text} `),
      someNik.map((text) => `="${text}"`),
    ),
    fc.oneof(
      digits(16),
      digits(15),
      digits(4).map((end) => `140301290201${end}`),
      digits(4).map((day) => `1403${day}000001`),
    ),
    someNik.chain((text) => fc.constantFrom(`${text}.0`, `${text},00`, `${text}.5`, `=${text}`, `NIP ${text}`)),
    fc.constantFrom("", "-", "1,40E+15", "1.4E15", "140301010100000O", "1403010101000000", "'", "NIK", "#N/A", "=A1"),
  ),
  NAMA: fc.constantFrom(
    "Budi",
    "Budi, S.Pd",
    'Budi "Ucok"',
    '"',
    "",
    "Bûdi",
    "Mengetahui",
    "Catatan: x",
    "Jumlah",
    "Bu\r\ndi",
    `${nik(3)}\n${"x".repeat(60)}`,
  ),
  TGL_LAHIR: fc.oneof(
    fc.constantFrom("", "50870", "36526", "36527", ...days),
    someNik.map((text) => `${text.slice(6, 8)}-${text.slice(8, 10)}-20${text.slice(10, 12)}`),
  ),
  JENIS_KELAMIN: fc.constantFrom("L", "P", "Laki-laki", "perempuan", "", "?"),
  PROGRAM: fc.constantFrom("JKK,JKM", "jkk + jkm", "JKK JKM JHT", "JKK", "JKK,XYZ", "", "JKK,JKM,JHT,JP,JKP"),
  MULAI: fc.constantFrom(...months),
  AKHIR: fc.constantFrom(...months),
  BULAN_IURAN: fc.constantFrom("", "-", "1", "12", "120", "121", "0", "x", "3 "),
  UPAH: fc.oneof(
    fc.constantFrom("", "0", "Rp 1.592.000", "5,000,000.00", "-5", "x", "4294967295", "4294967296", "99999999999"),
    digits(7),
    digits(9),
    digits(10),
  ),
  NPP: fc.constantFrom("", "-", "JJ000001", "jj000002", "é", nik(0), "x".repeat(33), "a\u0007b", "a\nb"),
  JENIS_PEKERJAAN: fc.constantFrom("", "Petani", "nelayan", "Buruh harian lepas", "x".repeat(70)),
  KETERANGAN: fc.constantFrom("", "x"),
};
const COLUMNS = Object.keys(CELLS);

const columns = fc
  .shuffledSubarray(COLUMNS.slice(1), { minLength: 0 })
  .chain((others) => fc.nat(others.length).map((at) => [...others.slice(0, at), "NIK", ...others.slice(at)]));
const quoting = fc.constantFrom("needed", "always", "never", "spaced", "stray");
const sheetRow = (names: readonly string[]) =>
  fc.record({
    cells: fc.tuple(...names.map((name) => CELLS[name] ?? fc.constant(""))),
    length: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: -4, max: 3 })),
    quotes: fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant("needed" as const) }, quoting), {
      minLength: names.length,
      maxLength: names.length,
    }),
    lineEnd: fc.oneof({ weight: 8, arbitrary: fc.constant("") }, fc.constantFrom("\n", "\r\n", "\r", "\n\n", "\r\r\n")),
  });

function written(cell: string, quotes: string | undefined, delimiter: string): string {
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  if (quotes === "always") return quoted;
  if (quotes === "spaced") return `${quoted}  `;
  if (quotes === "stray") return `${quoted}x`;
  return quotes === "needed" && (cell.includes(delimiter) || /["\r\n]/.test(cell)) ? quoted : cell;
}

const file = columns.chain((names) =>
  fc
    .record({
      delimiter: fc.constantFrom(...DELIMITERS),
      lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
      start: fc.constantFrom("", "", "\ufeff", "sep", "Daftar pekerja\n\n"),
      rows: fc.array(sheetRow(names), { minLength: 1, maxLength: 12 }),
      headerAgain: fc.boolean(),
      encoding: fc.constantFrom("utf8", "utf8", "latin1", "utf16le"),
      endsInLine: fc.boolean(),
    })
    .map(({ delimiter, lineEnd, start, rows, headerAgain, encoding, endsInLine }) => {
      const header = names.join(delimiter);
      const lines = rows.map(({ cells, length, quotes, lineEnd: own }) => {
        const all = [...cells.map((cell, index) => written(cell, quotes[index], delimiter)), "", "", "too much"];
        return all.slice(0, Math.max(1, names.length + length)).join(delimiter) + (own || lineEnd);
      });
      const body = [header, ...(headerAgain ? [header] : [])].map((line) => line + lineEnd).join("") + lines.join("");
      const text = (start === "sep" ? `sep=${delimiter}\r\n` : start) + (endsInLine ? body : body.trimEnd());
      return Buffer.from(encoding === "utf16le" ? `\ufeff${text}` : text, encoding as BufferEncoding);
    }),
);

const howRead = { chunkBytes: fc.integer({ min: 1, max: 60 }), scannedBytes: fc.integer({ min: 1, max: 300 }) };
const contexts = fc.record({
  roster: fc.constantFrom(rosterId("14.03/rentan/apbd-2022"), rosterId("14.03/ppu/cabang")),
  defaults: fc.constantFrom(
    NO_DEFAULTS,
    { ...NO_DEFAULTS, first: month("2023-02"), last: month("2023-11") },
    { ...NO_DEFAULTS, mode: "end" as const },
  ),
});

test("the hot loop tells what the plain reader and check tell, of any file, wherever its chunks break", async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ file, ...howRead }), contexts, (bytes, changes) =>
      expectSame(bytes, context(changes)),
    ),
    { numRuns: 500 },
  );
});

test("also where bytes were added, lost or changed", async () => {
  const marks = fc.constantFrom('"', '""', ",", ";", "\n", "\r", "\r\n", " ", "'", "\0", "\xff", "");
  const damaged = fc
    .tuple(file, fc.array(fc.tuple(fc.nat(), fc.nat(2), marks), { minLength: 1, maxLength: 4 }))
    .map(([whole, damages]) =>
      damages.reduce((bytes, [place, lost, mark]) => {
        const at = place % (bytes.length + 1);
        return Buffer.concat([bytes.subarray(0, at), Buffer.from(mark, "latin1"), bytes.subarray(at + lost)]);
      }, whole),
    );
  await fc.assert(
    fc.asyncProperty(fc.record({ file: damaged, ...howRead }), contexts, (bytes, changes) =>
      expectSame(bytes, context(changes)),
    ),
    { numRuns: 500 },
  );
});

/** The numbers of the rows that the hot loop leaves to the plain way, and what comes out. */
async function leftBehind(text: string, of: ReadContext) {
  const sheet = await openSheet(source(text));
  if (sheet.kind === "refused" || sheet.csv === null) throw new Error("not a CSV");
  const { header, cellsMayShift, csv } = sheet;
  const { regency, segment } = rosterParts(of.roster);
  const rules = { regency, segment, asOf: of.asOf, defaults: of.defaults, header, cellsMayShift };
  const tally = rowTally(rules, of.pseudonymise);
  const left: number[] = [];
  await tallyCsv(csv, rules, { ...tally, add: (row) => left.push(row) }, 100);
  const reading = tally.settle();
  if (reading.kind === "refused") throw new Error("refused");
  return { left, reading };
}

test("rows in which all is well never leave the hot loop", async () => {
  const rows = Array.from(
    { length: 50 },
    (_, index) => `'${nik(index)},"Budi, S.Pd",L,JKK;JKM,2023-01,,3500000,JJ${index % 3},Petani`,
  );
  const text = `NIK,NAMA,JENIS_KELAMIN,PROGRAM,MULAI,AKHIR,UPAH,NPP,JENIS_PEKERJAAN\r\n${rows.join("\r\n")}\r\n`;
  const { left, reading } = await leftBehind(text, context());
  expect(left).toEqual([]);
  expect(
    unpack(reading.enrolments)
      .map(({ worker }) => nikOf(worker))
      .sort(),
  ).toEqual(Array.from({ length: 50 }, (_, index) => nik(index)).sort());
});

const sound = {
  nik: nik(0),
  birth: "",
  programmes: "JKK;JKM",
  first: "2023-01",
  last: "",
  months: "",
  wage: "3500000",
  employer: "JJ1",
};

test.each<[string, Partial<typeof sound>]>([
  ["nik-missing", { nik: "" }],
  ["nik-scientific", { nik: "1E+15" }],
  ["nik-length", { nik: nik(0).slice(1) }],
  ["nik-length", { nik: `${nik(0)}0` }],
  ["nik-not-digits", { nik: nik(0).replace("0", "O") }],
  ["nik-digits-lost", { nik: `${nik(0).slice(0, 12)}0000` }],
  ["nik-region-unknown", { nik: `99${nik(0).slice(2)}` }],
  ["nik-date-impossible", { nik: `${nik(0).slice(0, 8)}13${nik(0).slice(10)}` }],
  ["birth-date-impossible", { birth: "31-02-1990" }],
  ["programme-unknown", { programmes: "JKX" }],
  ["programme-below-minimum", { programmes: "JKK" }],
  ["start-impossible", { first: "2023-13" }],
  ["end-unreadable", { last: "besok" }],
  ["months-unreadable", { months: "121" }],
  ["wage-unreadable", { wage: "lima juta" }],
  ["employer-has-nik", { employer: nik(1) }],
  ["row-too-wide", { employer: "JJ1,satu terlalu banyak" }],
])("nor do rows that are rejected for %s: %j", async (code, wrong) => {
  const row = Object.values({ ...sound, ...wrong }).join(",");
  const text = `NIK,TGL_LAHIR,PROGRAM,MULAI,AKHIR,BULAN_IURAN,UPAH,NPP\n${row}\n${row}\n`;
  const of = context({ roster: rosterId("14.03/ppu/cabang") });
  const { left, reading } = await leftBehind(text, of);
  expect(left).toEqual([]);
  expect(reading.problems.map((found) => [found.row, found.code])).toEqual([
    [2, code],
    [3, code],
  ]);
  await expectSame({ file: Buffer.from(text), chunkBytes: 10, scannedBytes: 100 }, of);
});
