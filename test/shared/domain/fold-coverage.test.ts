import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepAt } from "#shared/domain/coverage.ts";
import type { Enrolment, WorkerId } from "#shared/domain/enrolment.ts";
import { foldCoverage, type RosterSlices } from "#shared/domain/fold-coverage.ts";
import { month, monthNumber, OPEN_END } from "#shared/domain/month.ts";
import { JKK_JKM, type ProgrammeSet, programmeSet } from "#shared/domain/programme.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { type PlainRoster, plainCount } from "./fold/plain-count.ts";

const window = { first: month("2022-01"), last: month("2024-06") };
const none = { first: window.last, last: window.first };

/** Workers 0 to 3 differ only in their last bytes, 4 to 7 in their first: equal sort prefixes must not make two workers one. */
function workerId(number: number): WorkerId {
  const text = number < 4 ? `0${number}`.padStart(32, "0") : `${number}0`.padEnd(32, "0");
  return text as WorkerId;
}

const months = fc.integer({ min: window.first - 8, max: window.last + 8 }).map(monthNumber);
const programmes = fc.oneof(
  fc.constant(JKK_JKM),
  fc.integer({ min: 0, max: 31 }).map((bits) => bits as ProgrammeSet),
  fc.constant(programmeSet("jht", "jp")),
);
const enrolments: fc.Arbitrary<Enrolment> = fc.record({
  worker: fc.integer({ min: 0, max: 7 }).map(workerId),
  first: months,
  last: fc.oneof(months, fc.constant(OPEN_END)),
  programmes,
  basisRupiah: fc.constantFrom(0, 1_592_000, 9_300_000, 12_000_000, 0xffff_ffff),
  employer: fc.constantFrom("", "NPP1", "NPP2", "NPP3"),
  occupation: fc.constantFrom(0, 1, 2, 14, 200),
  riskClass: fc.integer({ min: 0, max: 5 }),
});
const names = ["14.03/ppu/a", "14.03/ppu/b", "14.03/rentan/a", "14.03/bpu/a", "14.03/jakon/a", "14.03/non-asn/a"];
const rosters: fc.Arbitrary<readonly PlainRoster[]> = fc
  .tuple(
    fc.shuffledSubarray(names, { minLength: 0 }),
    fc.array(fc.array(enrolments, { maxLength: 12 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([chosen, lists]) =>
    chosen.map((name, place) => ({ roster: rosterId(name), version: place + 1, enrolments: lists[place] ?? [] })),
  );

function inOneSlice({ roster, version, enrolments: rows }: PlainRoster): RosterSlices {
  return { roster, version, slices: [pack(rows)] };
}

/** Cut by the places in `cuts`, each slice packed for itself: its own employers, its own order. */
function inSlices(plain: PlainRoster, cuts: readonly number[]): RosterSlices {
  const places = [
    0,
    ...cuts.map((cut) => cut % (plain.enrolments.length + 1)).sort((a, b) => a - b),
    plain.enrolments.length,
  ];
  const slices = places.slice(1).map((to, place) => pack(plain.enrolments.slice(places[place], to)));
  return { roster: plain.roster, version: plain.version, slices };
}

function one(changes: Partial<Enrolment>): Enrolment {
  const worker = workerId(1);
  const range = { first: month("2022-03"), last: month("2022-05") };
  return {
    worker,
    ...range,
    programmes: JKK_JKM,
    basisRupiah: 0,
    employer: "",
    occupation: 0,
    riskClass: 0,
    ...changes,
  };
}

function fold(rows: Readonly<Record<string, readonly Enrolment[]>>) {
  const plain = Object.entries(rows).map(([name, list]) =>
    inOneSlice({ roster: rosterId(name), version: 1, enrolments: list }),
  );
  return foldCoverage(plain, window);
}

describe("foldCoverage", () => {
  test("gives what a plain count over the list of enrolments gives", () => {
    fc.assert(
      fc.property(rosters, (plain) => {
        expect(foldCoverage(plain.map(inOneSlice), window)).toEqual(plainCount(plain, window));
      }),
      { numRuns: 200 },
    );
  });

  test("does not depend on the order of rosters, nor on slices and their order", () => {
    fc.assert(
      fc.property(rosters, fc.array(fc.nat(12), { maxLength: 4 }), (plain, cuts) => {
        const whole = foldCoverage(plain.map(inOneSlice), window);
        const cut = plain.map((roster) => inSlices(roster, cuts));
        const turned = cut.map((roster) => ({ ...roster, slices: roster.slices.toReversed() })).reverse();
        expect(foldCoverage(cut, window)).toEqual(whole);
        expect(foldCoverage(turned, window)).toEqual(whole);
      }),
    );
  });

  test("a worker of two employers and two ranges in one roster counts once, and the employers each", () => {
    const { months: folded, overlaps } = fold({
      "14.03/ppu/a": [
        one({ employer: "NPP1" }),
        one({ employer: "NPP2" }),
        one({ first: month("2022-07"), last: OPEN_END }),
      ],
    });
    expect(folded.find(({ month: at }) => at === month("2022-04"))).toMatchObject({
      covered: 1,
      employers: 2,
      overlap: 0,
    });
    expect(folded.find(({ month: at }) => at === month("2022-06"))).toMatchObject({ covered: 0, employers: 0 });
    expect(folded.find(({ month: at }) => at === month("2024-06"))).toMatchObject({ covered: 1, employers: 0 });
    expect(overlaps).toEqual([]);
  });

  test("a worker of two rosters counts once and stands in their overlap for the months of both", () => {
    const { months: folded, overlaps } = fold({
      "14.03/rentan/a": [one({ occupation: 1 })],
      "14.03/bpu/a": [one({ first: month("2022-05"), last: month("2022-08"), occupation: 2 })],
    });
    const may = folded.find(({ month: at }) => at === month("2022-05"));
    expect(may).toMatchObject({ covered: 1, overlap: 1, segments: { rentan: 1, bpu: 1 }, occupations: { petani: 1 } });
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0]?.rosters).toEqual(["14.03/bpu/a", "14.03/rentan/a"]);
    expect(overlaps[0]?.workers).toEqual([
      [month("2022-05"), 1],
      [month("2022-06"), 0],
    ]);
  });

  test("of rows that begin in one month the first roster's occupation counts, and a stated one before none", () => {
    const occupationsIn = (rows: Readonly<Record<string, readonly Enrolment[]>>) => fold(rows).months[2]?.occupations;
    expect(
      occupationsIn({ "14.03/rentan/b": [one({ occupation: 2 })], "14.03/rentan/a": [one({ occupation: 1 })] }),
    ).toEqual({
      petani: 1,
    });
    expect(
      occupationsIn({ "14.03/rentan/a": [one({ occupation: 1 })], "14.03/rentan/b": [one({ occupation: 2 })] }),
    ).toEqual({
      petani: 1,
    });
    const twice = [one({ occupation: 0, employer: "NPP1" }), one({ occupation: 1, employer: "NPP2" })];
    expect(occupationsIn({ "14.03/ppu/a": twice })).toEqual({ petani: 1 });
    expect(occupationsIn({ "14.03/ppu/a": twice.toReversed() })).toEqual({ petani: 1 });
    const nobody: readonly Enrolment[] = [];
    expect(occupationsIn({ "14.03/bpu/a": nobody, "14.03/ppu/a": twice })).toEqual({ petani: 1 });
    expect(occupationsIn({ "14.03/bpu/a": nobody, "14.03/ppu/a": twice.toReversed() })).toEqual({ petani: 1 });
  });

  test("an enrolment without JKK and JKM covers nobody, is paid for, and adds its programmes to a covered worker", () => {
    const savings = one({ programmes: programmeSet("jht"), basisRupiah: 1_000_000, employer: "NPP1" });
    const alone = fold({ "14.03/ppu/a": [savings] });
    expect(alone.months[2]).toMatchObject({ covered: 0, programmes: {}, employers: 0, contributionRupiah: 57_000 });
    const beside = fold({ "14.03/ppu/a": [savings], "14.03/bpu/a": [one({})] });
    expect(beside.months[2]).toMatchObject({ covered: 1, programmes: { jkk: 1, jkm: 1, jht: 1 }, overlap: 0 });
  });

  test("more pairs of rosters than are told: the 100 largest, and every month's overlap whole", () => {
    const sharedBy = (count: number) =>
      Array.from({ length: count }, (_, number) => one({ worker: workerId(number % 8) }));
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, place) => [`14.03/ppu/r${place}`, sharedBy(1 + (place % 8))]),
    );
    const { months: folded, overlaps, rosters: figures } = fold(many);
    expect(overlaps).toHaveLength(100);
    const sizes = overlaps.map(({ workers }) => stepAt(workers, month("2022-03")));
    const shared = (place: number, other: number) => 1 + Math.min(place % 8, other % 8);
    const ofAllPairs = Array.from({ length: 16 }, (_, place) =>
      Array.from({ length: place }, (__, other) => shared(place, other)),
    ).flat();
    expect(sizes).toEqual(ofAllPairs.toSorted((a, b) => b - a).slice(0, 100));
    expect(folded[2]).toMatchObject({ covered: 8, overlap: 72 - 8 });
    expect(figures).toHaveLength(16);
  });

  test("an empty window and no rosters give nothing", () => {
    expect(
      foldCoverage([inOneSlice({ roster: rosterId("14.03/ppu/a"), version: 1, enrolments: [one({})] })], none),
    ).toEqual({
      months: [],
      rosters: [{ roster: "14.03/ppu/a", version: 1, workers: [], contributionRupiah: [] }],
      overlaps: [],
    });
    expect(foldCoverage([], window).months.every(({ covered }) => covered === 0)).toBe(true);
  });
});
