import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubleProtection } from "#shared/domain/double-protection.ts";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import { NO_ENROLMENTS, workerAt } from "#shared/domain/packed-enrolments.ts";
import { programmeSet } from "#shared/domain/programme.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { anyRoster, enrolment } from "./arbitraries.ts";

const OTHER = rosterId("14.03/bpu/mandiri");
/** Row numbers as if the sorted rows had stood in the file from row 2 on. */
const fileOf = (list: readonly Enrolment[]) => {
  const enrolments = pack(list);
  return {
    segment: "rentan" as const,
    enrolments,
    rowNumbers: Uint32Array.from({ length: enrolments.count }, (_, place) => place + 2),
  };
};

describe("a worker whom another roster protects", () => {
  test("in the same months is told with the roster, its segment, the months and what is paid twice", () => {
    const file = fileOf([enrolment(1, "2023-01", "2023-12"), enrolment(2, "2023-01", "2023-12")]);
    const [warning, ...rest] = doubleProtection(file, [
      { roster: OTHER, slices: [pack([enrolment(2, "2023-06", "")])] },
    ]);
    expect(rest).toEqual([]);
    expect(warning).toMatchObject({ row: 3, column: null, code: "already-protected", severity: "warning" });
    for (const part of ["14.03/bpu/mandiri", "Pekerja bukan penerima upah", "2023-06 – 2023-12", "16.800"])
      expect(warning?.message.id).toContain(part);
    expect(warning?.message.en).toContain("16,800");
  });

  test("without a wage on which the contribution could be counted is told without an amount", () => {
    const file = { ...fileOf([enrolment(1, "2023-01", "2023-12", { basisRupiah: 0 })]), segment: "ppu" as const };
    const [warning] = doubleProtection(file, [{ roster: OTHER, slices: [pack([enrolment(1, "2023-01", "")])] }]);
    expect(warning?.message.id).toContain("2023-12; iurannya dibayar dua kali.");
    expect(warning?.message.en).toContain("2023-12; the contribution is paid twice.");
  });

  test("in other months is not told", () => {
    const file = fileOf([enrolment(1, "2023-01", "2023-05")]);
    expect(doubleProtection(file, [{ roster: OTHER, slices: [pack([enrolment(1, "2023-06", "")])] }])).toEqual([]);
  });

  test("by other programmes only is not told", () => {
    const file = fileOf([enrolment(1, "2023-01", "2023-12")]);
    const savings = pack([enrolment(1, "2023-01", "", { programmes: programmeSet("jht") })]);
    expect(doubleProtection(file, [{ roster: OTHER, slices: [savings] }])).toEqual([]);
  });
});

test("for any file and roster, exactly the rows are told that share a month and a programme with it", () => {
  fc.assert(
    fc.property(anyRoster, anyRoster, (list, other) => {
      const file = fileOf(list);
      const slices = other.length > 3 ? [pack(other.slice(0, 3)), pack(other.slice(3))] : [pack(other), NO_ENROLMENTS];
      const told = doubleProtection(file, [{ roster: OTHER, slices }]).map(({ row }) => row);
      const expected = Array.from(file.rowNumbers).filter((_, place) => {
        const worker = workerAt(file.enrolments, place);
        const mine = list
          .filter((it) => it.worker === worker)
          .sort((a, b) => a.first - b.first || (a.employer < b.employer ? -1 : 1));
        const before = Array.from({ length: place }, (__, index) => workerAt(file.enrolments, index)).filter(
          (it) => it === worker,
        ).length;
        const me = mine[before];
        return (
          me !== undefined &&
          other.some(
            (it) =>
              it.worker === worker &&
              it.first <= me.last &&
              me.first <= it.last &&
              (it.programmes & me.programmes) !== 0,
          )
        );
      });
      expect(told).toEqual(expected);
    }),
  );
});
