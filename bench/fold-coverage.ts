// Rows per second of foldCoverage on 10^6 enrolments, beside the usual way (a Set of worker ids per month and group, over objects), in one run.
// `node bench/fold-coverage.ts [rows] [rosters] [share of workers in two rosters] [different wages]`
import { contributionRupiah } from "#shared/domain/contribution/contribution-rupiah.ts";
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import { foldCoverage, type MonthWindow, type RosterSlices } from "#shared/domain/fold-coverage.ts";
import { type Month, month, monthNumber, monthsBetween, OPEN_END } from "#shared/domain/month.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { includesAll, JKK_JKM, type ProgrammeSet } from "#shared/domain/programme.ts";
import { rosterId, rosterParts } from "#shared/domain/roster.ts";
import { sortRows } from "#shared/domain/row-order.ts";
import { packInto } from "#shared/domain/row-writer.ts";

const [rows = 1_000_000, rosterCount = 100, shareTwice = 0.05, wages = 4_000] = process.argv.slice(2).map(Number);
const WINDOW: MonthWindow = { first: month("2022-01"), last: month("2024-12") };
const SLICE_ROWS = 8_000;

/** xorshift32, so that every run measures the same rows. */
let state = 0x2545_f491;
function random(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

function syntheticRosters(): readonly RosterSlices[] {
  const perRoster = Math.ceil(rows / rosterCount);
  const seen: Uint8Array[] = [];
  return Array.from({ length: rosterCount }, (_, place) => {
    const segment = place % 3 === 0 ? "rentan" : "ppu";
    const slices = [];
    for (let done = 0; done < perRoster; done += SLICE_ROWS) {
      const table = packInto(Math.min(SLICE_ROWS, perRoster - done));
      for (let row = done; row < Math.min(perRoster, done + SLICE_ROWS); row += 1) {
        const known = random(1_000_000) < shareTwice * 1_000_000 ? seen[random(seen.length || 1)] : undefined;
        const worker = known ?? Uint8Array.from({ length: 16 }, () => random(256));
        if (known === undefined && seen.length < 200_000) seen.push(worker);
        const first = monthNumber(WINDOW.first - 6 + random(30));
        const last = random(2) === 0 ? OPEN_END : monthNumber(first + random(14));
        const programmes = (segment === "ppu" && random(2) === 0 ? 15 : JKK_JKM) as ProgrammeSet;
        const basisRupiah = 1_000_000 + random(wages) * 1000;
        table.append(worker, first, last, {
          basisRupiah,
          employer: `N${place}-${random(Math.ceil(20_000 / rosterCount))}`,
          occupation: random(8),
          programmes,
          riskClass: 1,
        });
      }
      slices.push(sortRows(table.table()));
    }
    return { roster: rosterId(`14.03/${segment}/r${place}`), version: 1, slices };
  });
}

/** Covered, segments, programmes, employers, overlap and contribution per month, by Sets of worker ids. */
function foldBySets(rosters: readonly RosterSlices[]): ReadonlyMap<Month, number> {
  const months = monthsBetween(WINDOW.first, WINDOW.last);
  const groups = new Map<string, Set<string>>();
  const contribution = new Map<Month, number>();
  const add = (key: string, value: string): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([value]));
    else group.add(value);
  };
  for (const { roster, slices } of rosters) {
    const { segment } = rosterParts(roster);
    for (const enrolment of slices.flatMap(unpack)) {
      for (const at of months) {
        if (enrolment.first > at || enrolment.last < at) continue;
        contribution.set(at, (contribution.get(at) ?? 0) + contributionRupiah({ ...enrolment, segment }, at));
        if (!includesAll(enrolment.programmes, JKK_JKM)) continue;
        add(`${at}`, enrolment.worker);
        add(`${at} ${segment}`, enrolment.worker);
        add(`${at} ${roster}`, enrolment.worker);
        add(`${at} employers`, enrolment.employer);
      }
    }
  }
  return new Map(months.map((at) => [at, groups.get(`${at}`)?.size ?? 0]));
}

function measured<T>(times: number, run: () => T): { readonly ms: number; readonly result: T } {
  let result = run();
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    result = run();
    all.push(performance.now() - start);
  }
  return { ms: all.sort((a, b) => a - b)[times >> 1] ?? 0, result };
}

const rosters = syntheticRosters();
const fold = measured<RegencyCoverage>(5, () => foldCoverage(rosters, WINDOW));
const report = (name: string, ms: number, of: number): void =>
  console.log(`${name}: ${ms.toFixed(0)} ms for ${of} rows, ${((of / ms) * 1000).toFixed(0)} rows/s`);
report("foldCoverage", fold.ms, rows);
console.log(
  `resident memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB, of which rows ${((rows * 28) / 2 ** 20).toFixed(0)} MB`,
);

// The sets of all rows would not fit in memory: the usual way gets every k-th roster, and the fold is measured on the same ones.
const few = rosters.slice(0, Math.max(1, Math.floor((rosterCount * 50_000) / rows)));
const fewRows = few.flatMap(({ slices }) => slices).reduce((sum, { count }) => sum + count, 0);
const sets = measured(1, () => foldBySets(few));
const foldFew = measured(5, () => foldCoverage(few, WINDOW));
report("Sets of worker ids", sets.ms, fewRows);
report("foldCoverage, the same rows", foldFew.ms, fewRows);
const equal = foldFew.result.months.every(({ month: at, covered }) => sets.result.get(at) === covered);
console.log(`${equal ? "same figures" : "DIFFERENT FIGURES"}; ratio ${(sets.ms / foldFew.ms).toFixed(0)}`);
