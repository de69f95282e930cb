import { describe, expect, test } from "vitest";
import { OCCUPATIONS, occupationOf } from "#shared/domain/occupation.ts";
import { programmesIn } from "#shared/domain/programme.ts";
import { columnKey, ignoredColumn, knownColumn } from "#shared/domain/roster-file/columns.ts";
import { occupationOfText } from "#shared/domain/roster-file/occupation-text.ts";
import { readProgrammes } from "#shared/domain/roster-file/programmes-cell.ts";
import { programmeChoices, templateColumns } from "#shared/domain/roster-template/columns.ts";
import { instructionLines } from "#shared/domain/roster-template/instructions.ts";
import { SEGMENT_CODES, SEGMENTS } from "#shared/domain/segment.ts";

const EXCEL_MESSAGE = 255;
const EXCEL_TITLE = 32;

describe.each(SEGMENT_CODES)("the template of %s", (segment) => {
  const columns = templateColumns(segment);

  test("has the reader's own columns only, NIK first", () => {
    expect(columns[0]).toMatchObject({ name: "NIK", required: true, holds: "text" });
    for (const { name } of columns) {
      const key = columnKey(name);
      expect(knownColumn(key)?.name ?? ignoredColumn(key)).toBe(name);
    }
    expect(columns.some(({ name }) => name === "UPAH")).toBe(["wage", "bracket"].includes(SEGMENTS[segment].pricing));
  });

  test("offers every set of programmes that a row may have, once, the least first", () => {
    const choices = programmeChoices(segment);
    const sets = choices.map((text) => readProgrammes(text, segment));
    expect(sets.every((set) => set !== null && "programmes" in set)).toBe(true);
    expect(sets[0]).toEqual({ programmes: SEGMENTS[segment].minimum });
    expect(new Set(choices).size).toBe(2 ** (programmesIn(SEGMENTS[segment].possible).length - 2));
  });

  test("says in the length of an Excel message what to write", () => {
    for (const { name, hint } of columns) {
      expect(`${hint.id}\n${hint.en}`.length).toBeLessThanOrEqual(EXCEL_MESSAGE);
      expect(name.length).toBeLessThanOrEqual(EXCEL_TITLE);
    }
  });

  test("explains every column and programme, under no name that is a header itself", () => {
    const lines = instructionLines(segment);
    for (const { name } of columns) expect(lines.some(({ about }) => about.endsWith(` ${name}`))).toBe(true);
    for (const programme of programmesIn(SEGMENTS[segment].possible))
      expect(lines.some(({ about }) => about === programme.toUpperCase())).toBe(true);
    expect(lines.some(({ about }) => knownColumn(columnKey(about)) !== undefined)).toBe(false);
  });
});

test("an occupation that is chosen is read as that group", () => {
  const { choices } = templateColumns("rentan").find(({ name }) => name === "JENIS_PEKERJAAN") ?? {};
  const groups = choices?.values.map((text) => occupationOf(occupationOfText(text)));
  expect(groups).toEqual(OCCUPATIONS.filter((group) => group !== "tidak-disebut" && group !== "lainnya"));
});
