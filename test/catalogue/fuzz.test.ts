// Whatever bytes come: an answer, never an error; every row accounted for; every message in both languages.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { hasNikShape } from "#shared/domain/roster.ts";
import { context, source } from "#test/shared/adapters/roster/roster-files.ts";
import { bornOn, lines, nikOf } from "./make/people.ts";
import { rowsOf, workbookOf } from "./make/workbook.ts";
import { zip } from "./make/zip.ts";

const ROWS = [
  ["NIK", "TGL_LAHIR", "PROGRAM", "MULAI", "AKHIR", "UPAH", "NPP"],
  [nikOf(0), bornOn(0), "JKK,JKM", "2022-11", "2023-12", "Rp 1.000.000", "JJ1"],
  [nikOf(1), bornOn(1), "JKK,JKM,JHT", "01-11-2022", "31/12/2023", "1000000", "JJ2"],
  ["JUMLAH", "", "", "", "", "2000000", ""],
];
const CSV = Buffer.from(lines(ROWS.map((cells) => cells.map((cell) => `"${cell}"`))));
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = `<si><t>${nikOf(2)}</t></si>`;
const WORKBOOK = workbookOf([{ name: "Data", rows: rowsOf(ROWS) }], { strings: STRINGS, formats: ["dd/mm/yyyy"] });

function expectTold(problems: readonly Problem[]): void {
  for (const { message } of problems) {
    expect(message.id).toMatch(/^\S.*\.$/s);
    expect(message.en).toMatch(/^\S.*\.$/s);
    expect(hasNikShape(message.id + message.en)).toBe(false);
  }
}

async function expectAnswer(bytes: Uint8Array): Promise<void> {
  const reading = await readRoster(source(bytes, 700), context());
  if (reading.kind === "refused") {
    expect(reading.problems.length).toBeGreaterThan(0);
    return expectTold(reading.problems);
  }
  const { rows, enrolments, rejectedRows } = reading;
  expect(rows.read).toBe(rows.accepted + rows.duplicate + rows.rejected);
  expect(enrolments.count).toBe(rows.accepted);
  expect(rejectedRows.length).toBe(rows.rejected);
  expectTold([...reading.file, ...reading.problems]);
}

/** Some places of a file where bytes are taken out and others put in. */
const damages = (piece: fc.Arbitrary<Uint8Array>) =>
  fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 6 });

function damaged(whole: Uint8Array, list: readonly (readonly [number, number, Uint8Array])[]): Buffer {
  return list.reduce<Buffer>((bytes, [place, lost, piece]) => {
    const at = place % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + lost)]);
  }, Buffer.from(whole));
}

const bytes = fc.uint8Array({ maxLength: 12 });
const marks = fc
  .constantFrom(
    '"',
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\0",
    "\ufeff",
    "'",
    "=",
    "NIK",
    "JUMLAH",
    "1,4E+15",
    "<",
    "__proto__",
    nikOf(3),
  )
  .map((text) => Buffer.from(text));
const markup = fc
  .constantFrom(
    "<",
    ">",
    "</c>",
    "<c>",
    '<c t="s">',
    "<v>",
    "</v>",
    "&#0;",
    "&lt;",
    "&x;",
    "<!--",
    "]]>",
    "<![CDATA[",
    "<?",
    'r="A1"',
    "</row>",
    "<row>",
    "<f>",
    "1e308",
    "-1",
    "NaN",
  )
  .map((text) => Buffer.from(text));

test("a CSV, damaged anywhere", async () => {
  const damage = damages(fc.oneof(marks, bytes));
  await fc.assert(
    fc.asyncProperty(damage, (list) => expectAnswer(damaged(CSV, list))),
    { numRuns: 600 },
  );
});

test("a workbook, damaged anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(damages(bytes), (list) => expectAnswer(damaged(WORKBOOK, list))),
    { numRuns: 400 },
  );
});

test("a sound archive whose parts are damaged", async () => {
  const sheet = Buffer.from(`<?xml version="1.0"?><worksheet><sheetData>${rowsOf(ROWS)}</sheetData></worksheet>`);
  const strings = Buffer.from(`<sst>${STRINGS}</sst>`);
  const styles = Buffer.from(
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>',
  );
  const part = fc.constantFrom([SHEET, sheet], ["xl/sharedStrings.xml", strings], ["xl/styles.xml", styles]);
  await fc.assert(
    fc.asyncProperty(part, damages(fc.oneof(markup, bytes)), ([name = "", whole = ""], list) => {
      const parts = { [String(name)]: damaged(Buffer.from(whole), list) };
      return expectAnswer(workbookOf([{ name: "Data", rows: rowsOf(ROWS) }], { parts }));
    }),
    { numRuns: 600 },
  );
});

test("any bytes at all, bare or in an archive", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (content, packed) =>
      expectAnswer(packed ? zip({ "xl/workbook.xml": content, "_rels/.rels": content }) : content),
    ),
    { numRuns: 400 },
  );
});

test("any object key names a roster, or is told why not, without a NIK", () => {
  const riau = provinceCode("14");
  const step = fc.oneof(
    fc.constantFrom(
      "rosters",
      "14.03",
      "1403",
      "14.99",
      "21.01",
      "rentan",
      "rentann",
      "apbd-2022",
      "A B",
      "..",
      "",
      "data.csv",
      "data.add.csv",
      "x.end.xlsx",
      nikOf(0),
      "__proto__",
      "%2F",
      "+",
      "é",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 7 }), (steps) => {
      const key = steps.join("/");
      const parsed = parseObjectKey(key, riau);
      expect(hasNikShape(parsed.fileName)).toBe(false);
      if (parsed.kind === "refused") {
        expect(parsed.problems.length).toBeGreaterThan(0);
        expectTold(parsed.problems);
      } else expect(key).toBe(`rosters/${parsed.roster}/${parsed.fileName}`);
    }),
    { numRuns: 2000 },
  );
});
