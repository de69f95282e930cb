import { describe, expect, test } from "vitest";
import { FAULTS } from "../world/lane.ts";
import { difference, singlePoints, undisturbed } from "./crash-points.ts";

const history = await undisturbed();

test("the history holds all that the pipeline does", () => {
  const last = history.at(-1)?.after;
  const kinds = new Set(last?.alerts.map((text) => JSON.parse(text).kind));
  for (const kind of ["coverage.dropped", "coverage.recovered", "coverage.lapsing", "roster.held", "roster.refused"])
    expect(kinds).toContain(kind);
  expect([...new Set(Object.values(last?.uploads ?? {}))].sort()).toEqual(["applied", "refused", "superseded"]);
  expect(Object.keys(last?.rejectedRows ?? {})).not.toEqual([]);
  const effects = new Set(history.flatMap((step) => step.effects));
  expect(effects.size).toBeGreaterThan(35);
});

describe.each(history.map((step) => [step.step.name, step] as const))("%s", (_, step) => {
  test(`ends the same, whichever of its ${step.effects.length} effects goes wrong, in each of ${FAULTS.length} ways`, async () => {
    const differences: string[] = [];
    for (const faults of singlePoints(step)) {
      const found = await difference(step, faults);
      if (found !== null) differences.push(found);
    }
    expect(differences).toEqual([]);
  });
});
