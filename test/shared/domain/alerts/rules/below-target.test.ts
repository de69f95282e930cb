// When a target is missed, what the rate is held against, and what is told when it is reached.
import { describe, expect, test } from "vitest";
import type { CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { days, told } from "../some-agreement.ts";

const workforce = { workers: 10_000, denominator: "penduduk-bekerja", year: 2022, source: "BPS" } as const;
const eligible = { ...workforce, workers: 8000, denominator: "pekerja-layak" } as const;
const target = { year: 2023, share: 0.55, denominator: "penduduk-bekerja", source: "RPJMD" } as const;
type Workforces = CoverageFigures["workforces"];
const on = (first: string, last: string, covered: (on: string) => number, workforces: (on: string) => Workforces) =>
  days(first, last, (day) => ({ covered: covered(day), workforces: workforces(day), targets: [target] }));
const natures = (alerts: ReturnType<typeof days>) => alerts.map((one) => ("nature" in one ? one.nature : null));

test("a rate that is the target is not below it; one worker fewer is", () => {
  const known = () => [workforce];
  expect(on("2023-02-01", "2023-02-02", () => 5500, known)).toEqual([]);
  const alerts = on("2023-02-01", "2023-02-02", () => 5499, known);
  expect(told(alerts)).toEqual(["2023-02-01 coverage.below-target warning"]);
  expect(alerts[0]).toMatchObject({
    alertId: "14.03-coverage-below-target-penduduk-bekerja-2023-2023-02-01-t1",
    scope: "regency",
  });
});

test("what is reached again is told with who has come since it was missed", () => {
  const alerts = on(
    "2023-02-01",
    "2023-02-05",
    (day) => (day < "2023-02-04" ? 5400 : 5600),
    () => [workforce],
  );
  expect(alerts[1]).toMatchObject({
    kind: "coverage.recovered",
    scope: "regency",
    before: 5400,
    after: 5600,
    change: 200,
    parts: [{ roster: null, segment: null, cause: "others", workers: 200 }],
  });
});

test("what a smaller workforce reaches is told with nobody more", () => {
  const alerts = on(
    "2023-02-01",
    "2023-02-05",
    () => 5400,
    (day) => [day < "2023-02-04" ? workforce : { ...workforce, workers: 9000 }],
  );
  expect(alerts[1]).toMatchObject({ kind: "coverage.recovered", before: 5400, after: 5400, change: 0, parts: [] });
});

describe("the workforce", () => {
  test("known for the first time, or unchanged, makes what is missed real", () => {
    expect(
      natures(
        on(
          "2023-09-29",
          "2023-10-02",
          () => 5000,
          () => [workforce],
        ),
      ),
    ).toEqual(["real", "real"]);
  });

  test("of another denominator makes nothing a matter of data, whether it is there or revised", () => {
    const missed = { ...target, denominator: "pekerja-layak" } as const;
    const alerts = days("2023-09-29", "2023-10-02", (day) => ({
      covered: 4000,
      workforces: [day < "2023-10-01" ? workforce : { ...workforce, workers: 11_000 }, eligible],
      targets: [missed],
    }));
    expect(natures(alerts)).toEqual(["real", "real"]);
  });

  test("of nobody, or of a year to come, gives no rate", () => {
    expect(
      on(
        "2023-02-01",
        "2023-02-02",
        () => 0,
        () => [{ ...workforce, workers: 0 }],
      ),
    ).toEqual([]);
    expect(
      on(
        "2023-02-01",
        "2023-02-02",
        () => 10,
        () => [{ ...workforce, year: 2024 }],
      ),
    ).toEqual([]);
  });
});
