import { expect, test } from "vitest";
import { problemKinds } from "#shared/domain/problem-kinds.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";

test("errors stand before warnings, the commoner first, and the same words once", () => {
  const problems = [
    { row: 2, column: null, ...problem("duplicate", 1) },
    { row: 3, column: "NIK", ...problem("nik-length", 3) },
    { row: 4, column: "NIK", ...problem("nik-missing") },
    { row: 5, column: "NIK", ...problem("nik-length", 5) },
    { row: 6, column: "NIK", ...problem("nik-length", 3) },
  ];
  const problemCounts = { duplicate: 9, "nik-length": 3, "nik-missing": 1 };
  const kinds = problemKinds({ problems, problemCounts });
  expect(
    kinds.map(({ code, severity, count, sayings }) => [
      code,
      severity,
      count,
      sayings.map((saying) => saying.problems.map(({ row }) => row)),
    ]),
  ).toEqual([
    ["nik-length", "error", 3, [[3, 6], [5]]],
    ["nik-missing", "error", 1, [[4]]],
    ["duplicate", "warning", 9, [[2]]],
  ]);
});
