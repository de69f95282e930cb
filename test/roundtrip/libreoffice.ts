// The way of a clerk with a real office program: the rejected rows, as CSV and as workbook, are opened and saved by LibreOffice, corrected, saved once
// more, and must then be accepted with every NIK and every other cell as it was. The same for the empty roster. Run by `npm run roundtrip`; it is no
// part of `npm test`, because LibreOffice is not.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import { checkFile } from "#cli/checked-file.ts";
import { writeAnswer } from "#cli/written-answer.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { rosterId } from "#shared/domain/roster.ts";
import {
  CORRECTIONS,
  correctedCsv,
  correctedXlsx,
  filledTemplate,
  REJECTED,
  rejectedCsv,
  WRONG_NIKS,
} from "./clerk.ts";
import { savedAgain, sofficeVersion } from "./soffice.ts";

const ROSTER = rosterId("14.03/ppu/pt-contoh");
const folder = await mkdtemp(join(tmpdir(), "cakupan-roundtrip-"));
let failures = 0;

const version = await sofficeVersion();
if (version === null) {
  console.error(
    "LibreOffice (soffice) is not installed: nothing was tried. On Debian: apt-get install libreoffice-calc-nogui",
  );
  process.exit(1);
}
console.log(version);

const original = join(folder, "daftar.csv");
await writeFile(original, rejectedCsv());
const first = await read(original);
expect("all rows of the first file are rejected", first.rows.rejected, REJECTED);
const answer = await writeAnswer(first.checked, { folder: join(folder, "jawaban"), input: original, force: false });

for (const [kind, path] of [
  ["csv", answer.rejectedRows],
  ["xlsx", answer.rejectedRowsXlsx],
] as const) {
  if (path === null) throw new Error("no rejected rows were written");
  const opened = await savedAgain(path, kind);
  const stillWrong = await read(opened);
  expect(`rejected rows as ${kind}, opened and saved: the same rows are rejected`, stillWrong.rows.rejected, REJECTED);
  expect(`rejected rows as ${kind}, opened and saved: for the same reasons`, stillWrong.codes, first.codes);
  const mended = join(folder, `${kind}-list.add.${kind}`);
  const bytes = await readFile(opened);
  await writeFile(mended, kind === "csv" ? correctedCsv(bytes) : await correctedXlsx(bytes));
  for (const savedAs of ["csv", "xlsx"] as const) {
    await expectAccepted(`rejected rows as ${kind}, corrected, saved as ${savedAs}`, await savedAgain(mended, savedAs));
  }
}

// Without the apostrophe, a spreadsheet takes a NIK of a CSV for a number: such rows must be told, never taken for others.
if (answer.rejectedRows !== null) {
  const typed = join(folder, "typed.add.csv");
  await writeFile(typed, correctedCsv(await readFile(await savedAgain(answer.rejectedRows, "csv")), false));
  const told = await read(await savedAgain(typed, "xlsx"));
  expect("a NIK typed into a CSV as a number: is told", told.codes, { "nik-is-number": WRONG_NIKS });
  expect("a NIK typed into a CSV as a number: the others are accepted", told.rows.accepted, REJECTED - WRONG_NIKS);
}

const filled = join(folder, "template.xlsx");
const empty = join(folder, "kosong.xlsx");
await writeFile(empty, await filledTemplate(null));
await writeFile(filled, await filledTemplate(await readFile(await savedAgain(empty, "xlsx"))));
for (const savedAs of ["csv", "xlsx"] as const) {
  await expectAccepted(`the template, filled in, saved as ${savedAs}`, await savedAgain(filled, savedAs));
}
console.log(failures === 0 ? "all as it should be" : `${failures} not as it should be`);
process.exitCode = failures === 0 ? 0 : 1;

async function expectAccepted(what: string, path: string): Promise<void> {
  const { rows, niks, terms, codes, file } = await read(path);
  expect(`${what}: every row is accepted`, rows, { read: REJECTED, accepted: REJECTED, duplicate: 0, rejected: 0 });
  expect(`${what}: for the workers that were meant`, niks, CORRECTIONS.niks);
  expect(`${what}: with employer and wage as they were`, terms, CORRECTIONS.terms);
  expect(`${what}: without a word`, [codes, file], [{}, []]);
}

async function read(path: string) {
  const checked = await checkFile({
    path,
    roster: ROSTER,
    metadata: {},
    receivedAt: "2023-01-05T01:00:00Z",
    pseudonymise: (niks) => niks,
  });
  if (checked.kind === "refused") throw new Error(`refused: ${checked.problems.map(({ code }) => code).join(" ")}`);
  const { rows, enrolments, problemCounts, file } = checked.reading;
  return { checked, rows, ...accountOf(enrolments), codes: problemCounts, file: file.map(({ code }) => code) };
}

function accountOf(enrolments: Parameters<typeof unpack>[0]) {
  const all = unpack(enrolments);
  return {
    niks: all.map(({ worker }) => Buffer.from(worker, "hex").toString("latin1")).sort(),
    terms: all.map(({ employer, basisRupiah }) => `${employer} ${basisRupiah}`).sort(),
  };
}

function expect(what: string, is: unknown, should: unknown): void {
  const same = isDeepStrictEqual(is, should);
  if (!same) failures += 1;
  console.log(`${same ? "ok  " : "FAIL"} ${what}${same ? "" : `: ${inspect(is)} instead of ${inspect(should)}`}`);
}
