// Where stored coverage is not what its versions give when they are counted anew.
import type { RegencyCoverage } from "../coverage.ts";
import { monthText } from "../month.ts";

/** Months (`2023-02`), rosters and `overlaps` that differ, or stand on one side only; empty when all agree. */
export function coverageDifferences(stored: RegencyCoverage, counted: RegencyCoverage): readonly string[] {
  return [
    ...differing(stored.months, counted.months, ({ month }) => monthText(month)),
    ...differing(stored.rosters, counted.rosters, ({ roster }) => roster),
    ...(sortedJson(stored.overlaps) === sortedJson(counted.overlaps) ? [] : ["overlaps"]),
  ];
}

function differing<Figure>(
  stored: readonly Figure[],
  counted: readonly Figure[],
  nameOf: (figure: Figure) => string,
): readonly string[] {
  const left = new Map(stored.map((figure) => [nameOf(figure), sortedJson(figure)]));
  const right = new Map(counted.map((figure) => [nameOf(figure), sortedJson(figure)]));
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort();
}

/** JSON in which the order of names says nothing. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
