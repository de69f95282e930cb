// What protection has given: claims paid in the twelve months up to the end of the report, each beside how many were protected then. Figures of all
// programmes or segments together stand beside those of single ones and are never added to them.
import type { MonthCoverage } from "../coverage.ts";
import { addMonths, type Month, monthText } from "../month.ts";
import type { Programme } from "../programme.ts";
import type { Claims } from "../reference/claims.ts";
import type { Segment } from "../segment.ts";
import { coverageIn, type ReportedRegency } from "./known-regency.ts";
import { type ShownCount, shownCount, shownRupiah } from "./shown-count.ts";

const MONTHS_BACK = 12;

export interface ClaimsLine {
  /** The first and the last month that the figure is of. */
  readonly first: string;
  readonly last: string;
  /** null: all together. */
  readonly programme: Programme | null;
  readonly segment: Segment | null;
  readonly cases: ShownCount;
  /** null: not stated, or of so few cases that it is not shown. */
  readonly rupiah: number | null;
  /** Protected in the last of its months by the rosters that are known here; null: not known, or not for this pair. */
  readonly covered: ShownCount | null;
  readonly source: string;
}

export function claimsLines(known: ReportedRegency, at: Month): readonly ClaimsLine[] {
  const from = addMonths(at, 1 - MONTHS_BACK);
  return known.claims
    .filter(({ month, months }) => month >= from && addMonths(month, 1 - months) <= at)
    .map((claims) => claimsLine(claims, coverageIn(known, claims.month)))
    .toSorted((a, b) => Number(b.programme === null) - Number(a.programme === null));
}

function claimsLine(claims: Claims, coverage: MonthCoverage | null): ClaimsLine {
  const { month, months, programme, segment, cases, rupiah, source } = claims;
  const covered = coverage === null ? null : coveredOf(claims, coverage);
  return {
    first: monthText(addMonths(month, 1 - months)),
    last: monthText(month),
    programme,
    segment,
    cases: shownCount(cases),
    rupiah: rupiah === null ? null : shownRupiah(rupiah, cases),
    covered: covered === null ? null : shownCount(covered),
    source,
  };
}

function coveredOf({ programme, segment }: Claims, coverage: MonthCoverage): number | null {
  if (programme !== null && segment !== null) return null;
  if (segment !== null) return coverage.segments[segment] ?? 0;
  if (programme !== null) return coverage.programmes[programme] ?? 0;
  return coverage.covered;
}
