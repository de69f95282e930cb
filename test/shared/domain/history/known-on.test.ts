import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "#shared/domain/day.ts";
import { versionChain, versionKnownOn } from "#shared/domain/history/known-on.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import { version } from "./versions.ts";

const knownOn = (current: number, versions: readonly RosterVersion[], on: string): number | null =>
  versionKnownOn(versionChain(current, versions), day(on))?.version ?? null;

describe("of three uploads in order", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10" }),
    version({ version: 2, base: 1, on: "2023-02-10" }),
    version({ version: 4, base: 2, on: "2023-03-10" }),
    // Void: its base had moved before its last part came.
    version({ version: 3, base: 1, on: "2023-02-20" }),
  ];
  test.each([
    ["2023-01-09", null],
    ["2023-01-10", 1],
    ["2023-02-09", 1],
    ["2023-02-28", 2],
    ["2023-03-10", 4],
    ["2030-01-01", 4],
  ])("at the end of %s version %s was current", (on, expected) => {
    expect(knownOn(4, versions, on)).toBe(expected);
  });
});

test("an upload that came late is known only with those before whose content its version holds as well", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-02-10" }),
    version({ version: 2, base: 1, on: "2023-02-01" }),
  ];
  expect(knownOn(2, versions, "2023-02-05")).toBeNull();
  expect(knownOn(2, versions, "2023-02-10")).toBe(2);
});

test("removals that were released count from the day of the decision", () => {
  const released = { decision: "release", decidedOn: day("2023-02-15") } as const;
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10" }),
    version({ version: 2, base: 1, on: "2023-02-10", uploadId: "held" }),
    version({ version: 3, base: 2, on: "2023-02-10", uploadId: "held", source: released }),
  ];
  expect(knownOn(3, versions, "2023-02-14")).toBe(2);
  expect(knownOn(3, versions, "2023-02-15")).toBe(3);
});

test("a decision of which the day is not known counts from the day of its upload", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10" }),
    version({ version: 2, base: 1, on: "2023-02-10", source: { decision: "release" } }),
  ];
  expect(knownOn(2, versions, "2023-02-10")).toBe(2);
});

test("a version that is missing from the chain is an error, not another answer", () => {
  expect(() => versionChain(2, [version({ version: 2, base: 1, on: "2023-01-01" })])).toThrow("version 1");
  expect(() => versionChain(1, [version({ version: 1, base: 1, on: "2023-01-01" })])).toThrow();
});

/** Uploads as they arrive: on which day each was put, and whether it was planned on a base that had moved by the time it was applied. */
const arrivals = fc.array(fc.record({ after: fc.nat(40), isVoid: fc.boolean() }), { maxLength: 12 });

test("whatever the order of arrival: what was known on a day holds no upload of a later one, and all those applied before the first such", () => {
  fc.assert(
    fc.property(arrivals, fc.nat(45), fc.infiniteStream(fc.nat()), (uploads, asked, shuffle) => {
      const first = day("2023-01-01");
      const versions: RosterVersion[] = [];
      const applied: string[] = [];
      let current = 0;
      for (const [index, { after, isVoid }] of uploads.entries()) {
        const on = addDays(first, after);
        versions.push(version({ version: index + 1, base: current, on }));
        if (isVoid) continue;
        current = index + 1;
        applied.push(on);
      }
      const mixed = versions
        .map((one) => ({ one, place: shuffle.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const at = addDays(first, asked);
      const chain = versionChain(current, mixed);
      expect(chain.map((one) => one.version.asOf)).toEqual(applied);

      const then = versionKnownOn(chain, at);
      const holds = chain.slice(0, then === null ? 0 : chain.findIndex((one) => one.version === then) + 1);
      const firstLater = applied.findIndex((on) => on > at);
      expect(holds).toHaveLength(firstLater === -1 ? applied.length : firstLater);
    }),
  );
});
