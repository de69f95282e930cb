// A sample of the nation: `npm run nation` plays all of it.
import { describe, expect, test } from "vitest";
import { provinceCode, regenciesOf } from "#shared/domain/region.ts";
import { crowdOf } from "./own/crowd.ts";
import { NO_MEMORY, realMoves } from "./own/real-drops.ts";
import { NATION_RULES } from "./rules.ts";
import { playProvince } from "./run/play-province.ts";
import { regencyWorld } from "./world/regency-world.ts";

const MONTHS = 14;
const SAMPLE = [
  ["11", "a"],
  ["14", "b"],
  ["53", "c"],
  ["91", "d"],
] as const;

describe.each(SAMPLE)("some regencies of %s, seed %s", (code, seed) => {
  const province = provinceCode(code);
  const worlds = regenciesOf(province)
    .slice(0, 3)
    .map((regency) => regencyWorld(regency, seed, MONTHS));

  test("every real fall is told, none that is not, none again", () => {
    const { findings, realDrops } = playProvince(province, worlds, { ...NATION_RULES, months: MONTHS });
    expect(findings.filter(({ sort }) => sort !== "open")).toEqual([]);
    expect(realDrops).toBeGreaterThan(0);
  });
});

describe("what judges can see", () => {
  const province = provinceCode("14");
  const worlds = regenciesOf(province)
    .slice(0, 2)
    .map((regency) => regencyWorld(regency, "e", MONTHS));

  test("a pipeline with a threshold too high misses, one with a threshold too low tells what is none", () => {
    const sorts = (workers: number) => {
      const real = { ...NATION_RULES.alerts, workers };
      const { findings } = playProvince(province, worlds, { ...NATION_RULES, months: MONTHS, pipelineAlerts: real });
      return new Set(findings.map(({ sort }) => sort));
    };
    expect(sorts(150)).toContain("missed");
    expect(sorts(60)).toContain("false");
  });
});

test("the same seed makes the same world, another seed another", () => {
  const [regency] = regenciesOf(provinceCode("14"));
  if (regency === undefined) throw new Error("Riau has regencies");
  expect(regencyWorld(regency, "x", 6)).toEqual(regencyWorld(regency, "x", 6));
  expect(regencyWorld(regency, "x", 6)).not.toEqual(regencyWorld(regency, "y", 6));
});

test("a real fall counts who is covered: 100 of 1,000 who left are one, 99 are none, and it is told once", () => {
  const crowd = (count: number) => crowdOf(Uint8Array.from({ length: 1000 }, (_, worker) => Number(worker < count)));
  const covered = (count: number) => ({ whole: crowd(count), segments: new Map(), mostOverlap: 0 });
  const first = realMoves(NO_MEMORY, covered(1000), true, NATION_RULES.alerts);
  expect(realMoves(first.memory, covered(901), true, NATION_RULES.alerts).moves).toEqual([]);
  const fallen = realMoves(first.memory, covered(900), true, NATION_RULES.alerts);
  expect(fallen.moves).toMatchObject([{ kind: "dropped", before: 1000, to: { count: 900 } }]);
  expect(realMoves(fallen.memory, covered(900), true, NATION_RULES.alerts).moves).toEqual([]);
});
