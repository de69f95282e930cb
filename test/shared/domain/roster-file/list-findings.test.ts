import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { NO_DEFAULTS } from "#shared/domain/roster-file/defaults.ts";
import { NO_END, NO_START } from "#shared/domain/roster-file/gaps.ts";
import { findHeader } from "#shared/domain/roster-file/header.ts";
import { listFindings } from "#shared/domain/roster-file/list-findings.ts";

const BENGKALIS = regencyCode("14.03");

function rules(...names: readonly string[]): RowRules {
  const header = findHeader([{ row: 1, cells: names }]);
  if ("refused" in header) throw new Error(header.refused.code);
  return {
    regency: BENGKALIS,
    segment: "rentan",
    asOf: day("2023-01-01"),
    defaults: NO_DEFAULTS,
    header,
    cellsMayShift: true,
  };
}

/** What is told of `zeros` NIK that end in 0 and `others` that do not, of so many workers. */
function told(zeros: number, others: number, lost = 0, workers = zeros + others) {
  const list = listFindings(rules("NIK", "MULAI"));
  for (let n = 0; n < zeros; n += 1) list.sawNik(true);
  for (let n = 0; n < others; n += 1) list.sawNik(false);
  const counts = { "nik-digits-lost": lost };
  return [list.refusal(counts, workers), ...list.warnings(counts, zeros + others + lost, workers)].flatMap((found) =>
    found === null ? [] : [found.code],
  );
}

describe("a column whose NIK end in 0", () => {
  test.each([
    [10, 0, 0, ["nik-column-damaged", "nik-column-suspect"]],
    [4, 0, 6, ["nik-column-damaged", "nik-column-suspect"]],
    [9, 0, 0, ["nik-column-suspect"]],
    [4, 0, 0, []],
    [10, 1, 0, []],
    [10, 9, 1, ["nik-column-suspect"]],
    [10, 10, 0, []],
  ])("%i that do, %i that do not, %i in 0000: %j", (zeros, others, lost, codes) => {
    expect(told(zeros, others, lost)).toEqual(codes);
  });

  test("one worker many times is no column", () => {
    expect(told(50, 0, 0, 1)).toEqual([]);
  });
});

test("rows that are no workers are told once, with how many and the first", () => {
  const list = listFindings(rules("NO", "NIK"));
  expect([5, 6, 9].map((row) => list.isNoWorker(row, ["7", ""]))).toEqual([true, true, true]);
  expect(list.isNoWorker(10, ["8", "1403010101809990"])).toBe(false);
  const [found, ...others] = list.warnings({}, 1, 1);
  expect(found).toMatchObject({ code: "empty-rows-skipped", severity: "warning" });
  expect(found?.message.en).toMatch(/^3 rows .* row 5\)\.$/);
  expect(others).toEqual([]);
});

test("months that come first are told with the name of their column", () => {
  const [found] = listFindings(rules("NIK", "Mulai Perlindungan")).warnings({ "start-month-first": 2 }, 5, 5);
  expect(found).toMatchObject({ code: "dates-month-first" });
  expect(found?.message.en).toContain("Mulai Perlindungan");
});

describe("months that only some rows say", () => {
  const PPU = { segment: "ppu" as const };
  const gapsTold = (gaps: readonly number[], over: Partial<RowRules> = {}) => {
    const list = listFindings({ ...rules("NIK", "MULAI", "AKHIR", "UPAH"), ...over });
    for (const bits of gaps) list.sawWorker(bits, 1403);
    return list.warnings({}, gaps.length, gaps.length).map(({ code, message }) => [code, message.en]);
  };

  test("are told with how many rows go by the defaults, and which", () => {
    expect(gapsTold([0, NO_START, NO_START])).toEqual([
      ["start-empty-in-some", expect.stringContaining("empty in 2 of 3 rows; there protection counts from 2023-01")],
    ]);
    expect(gapsTold([0, 0, NO_END])).toEqual([
      ["end-empty-in-some", expect.stringContaining("empty in 1 of 3 rows; there protection counts without an end")],
    ]);
  });

  test("are not told where no row says them, all do, the uploader has said them, or the file ends workers", () => {
    expect(gapsTold([0, 0])).toEqual([]);
    expect(gapsTold([NO_START + NO_END, NO_START + NO_END])).toEqual([]);
    const some = [0, NO_START + NO_END];
    expect(gapsTold(some, { defaults: { ...NO_DEFAULTS, first: month("2023-01"), last: month("2023-12") } })).toEqual(
      [],
    );
    expect(gapsTold(some, { defaults: { ...NO_DEFAULTS, mode: "end" } })).toEqual([]);
  });

  test("among wage earners only leavers have an end: it is told where most rows have one", () => {
    expect(gapsTold([0, NO_END, NO_END], PPU)).toEqual([]);
    expect(gapsTold([0, 0, NO_END], PPU)).toMatchObject([["end-empty-in-some", expect.anything()]]);
  });
});

describe("a column that may say when protection ends, and is not read", () => {
  const codes = (...names: readonly string[]) => {
    const list = listFindings(rules("NIK", ...names));
    list.sawWorker(NO_START + NO_END, 1403);
    return list.warnings({}, 1, 1).map(({ code }) => code);
  };

  test.each(["TGL AKHIR KONTRAK", "TMT AKHIR", "Habis Masa Kerja", "Expired"])(
    "%s: is told with what counts instead",
    (name) => {
      expect(codes(name)).toContain("end-perhaps-unread");
    },
  );

  test.each([
    ["AKHIR", "TGL AKHIR KONTRAK"],
    ["BULAN_IURAN", "TMT AKHIR"],
    ["PENDIDIKAN TERAKHIR"],
    ["KTP BERLAKU SAMPAI"],
    ["TGL_AWAL_BEKERJA", "TGL_AKHIR_KONTRAK"],
  ])("%s %s: is not", (...names) => {
    expect(codes(...names)).not.toContain("end-perhaps-unread");
  });
});

describe("a list whose NIK are nearly all of another regency", () => {
  const told = (counts: Readonly<Record<string, number>>) => {
    const list = listFindings(rules("NIK"));
    let rows = 0;
    for (const [region, count] of Object.entries(counts))
      for (let n = 0; n < count; n += 1, rows += 1) list.sawWorker(0, Number(region));
    return list.warnings({}, rows, rows);
  };

  test("is told, with both names and the way out", () => {
    const [found, ...others] = told({ 1408: 95, 1403: 5 });
    expect(found).toMatchObject({ code: "perhaps-other-regency", severity: "warning" });
    expect(found?.message.en).toMatch(
      /^95 of 100 NIK begin with the number of 14\.08 \(.*Siak\), .* 14\.03 \(.*Bengkalis\)\./,
    );
    expect(found?.message.en).toContain(".end.csv");
    expect(others).toEqual([]);
  });

  test.each([[{ 1408: 99 }], [{ 1408: 75, 1471: 25 }], [{ 1408: 90, 1403: 10 }], [{ 1403: 100 }], [{ 9999: 100 }]])(
    "%j: is no such list",
    (counts) => {
      expect(told(counts)).toEqual([]);
    },
  );
});

describe("dates of which only some show that the month comes first", () => {
  const warned = (counts: Readonly<Record<string, number>>, rows = 10) =>
    listFindings(rules("NIK", "TGL_LAHIR", "MULAI", "AKHIR"))
      .warnings(counts, rows, rows)
      .map(({ code, message }) => `${code} ${/[Cc]olumn (\w+)/.exec(message.en)?.[1]}`);

  test("the others may be written so too", () => {
    expect(warned({ "end-month-first": 1 })).toEqual(["dates-perhaps-month-first MULAI", "dates-month-first AKHIR"]);
    expect(warned({ "birth-date-month-first": 1 })).toEqual([
      "dates-perhaps-month-first MULAI",
      "dates-perhaps-month-first AKHIR",
    ]);
  });

  test("one birth date among many is a slip", () => {
    expect(warned({ "birth-date-month-first": 1 }, 11)).toEqual([]);
    expect(warned({ "birth-date-swapped": 1 }, 2)).toEqual([]);
    expect(warned({ "birth-date-swapped": 2 }, 20)).toHaveLength(2);
  });
});
