// Coverage counted the plain way, over a list of enrolments, with sets: what the fold must agree with.
import { contributionRupiah } from "#shared/domain/contribution/contribution-rupiah.ts";
import { type RegencyCoverage, stepsOf } from "#shared/domain/coverage.ts";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import type { MonthWindow } from "#shared/domain/fold-coverage.ts";
import { type Month, monthsBetween } from "#shared/domain/month.ts";
import { OCCUPATIONS, occupationOf } from "#shared/domain/occupation.ts";
import { includesAll, JKK_JKM, PROGRAMMES, programmesIn } from "#shared/domain/programme.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";

export interface PlainRoster {
  readonly roster: RosterId;
  readonly version: number;
  readonly enrolments: readonly Enrolment[];
}

type Row = Enrolment & { readonly roster: RosterId };

const distinct = (values: readonly unknown[]): number => new Set(values).size;
const covers = (row: Row): boolean => includesAll(row.programmes, JKK_JKM);
const segmentOf = (row: Row) => rosterParts(row.roster).segment;
const workersOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.worker);

function counts<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Partial<Record<Name, number>> {
  const all: Partial<Record<Name, number>> = {};
  for (const name of names) if (count(name) > 0) all[name] = count(name);
  return all;
}

function price(rows: readonly Row[], at: Month): number {
  return rows.reduce((sum, row) => sum + contributionRupiah({ ...row, segment: segmentOf(row) }, at), 0);
}

/** The covering row that began first; then by roster; then the higher occupation. */
function firstCovering(rows: readonly Row[], worker: string): Row | undefined {
  return rows
    .filter((row) => row.worker === worker)
    .sort(
      (a, b) => a.first - b.first || (a.roster < b.roster ? -1 : a.roster > b.roster ? 1 : b.occupation - a.occupation),
    )[0];
}

export function plainCount(rosters: readonly PlainRoster[], window: MonthWindow): RegencyCoverage {
  const months = monthsBetween(window.first, window.last);
  const all: readonly Row[] = rosters.flatMap(({ roster, enrolments }) =>
    enrolments.map((row) => ({ ...row, roster })),
  );
  const held = (at: Month): readonly Row[] => all.filter((row) => row.first <= at && at <= row.last);
  const covering = (at: Month): readonly Row[] => held(at).filter(covers);
  const coveredBy = (roster: RosterId, at: Month): ReadonlySet<string> =>
    new Set(workersOf(covering(at).filter((row) => row.roster === roster)));
  const ids = rosters.map(({ roster }) => roster).sort();

  const pairs = ids
    .flatMap((a, place) => ids.slice(place + 1).map((b) => [a, b] as const))
    .map((pair) => ({
      pair,
      values: months.map(
        (at) => [...coveredBy(pair[0], at)].filter((worker) => coveredBy(pair[1], at).has(worker)).length,
      ),
    }))
    .map((found) => ({ ...found, most: Math.max(0, ...found.values) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);

  return {
    months: months.map((at) => {
      const rows = covering(at);
      const workers = new Set(workersOf(rows));
      const heldByCovered = held(at).filter((row) => workers.has(row.worker));
      const occupations = [...workers].map((worker) => occupationOf(firstCovering(rows, worker)?.occupation ?? 0));
      return {
        month: at,
        covered: workers.size,
        segments: counts(SEGMENT_CODES, (code) => distinct(workersOf(rows.filter((row) => segmentOf(row) === code)))),
        programmes: counts(PROGRAMMES, (programme) =>
          distinct(workersOf(heldByCovered.filter((row) => programmesIn(row.programmes).includes(programme)))),
        ),
        employers: distinct(rows.map((row) => row.employer).filter((employer) => employer !== "")),
        occupations: counts(
          OCCUPATIONS.filter((occupation) => occupation !== "tidak-disebut"),
          (occupation) => occupations.filter((found) => found === occupation).length,
        ),
        overlap: ids.reduce((sum, roster) => sum + coveredBy(roster, at).size, 0) - workers.size,
        contributionRupiah: price(held(at), at),
      };
    }),
    rosters: rosters
      .toSorted((a, b) => (a.roster < b.roster ? -1 : 1))
      .map(({ roster, version }) => ({
        roster,
        version,
        workers: stepsOf(
          window.first,
          months.map((at) => coveredBy(roster, at).size),
        ),
        contributionRupiah: stepsOf(
          window.first,
          months.map((at) =>
            price(
              held(at).filter((row) => row.roster === roster),
              at,
            ),
          ),
        ),
      })),
    overlaps: pairs
      .map(({ pair, values }) => ({ rosters: pair, workers: stepsOf(window.first, values) }))
      .slice(0, 100),
  };
}
