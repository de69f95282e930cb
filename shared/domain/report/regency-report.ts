// The pages of a regency as figures, all that the page shows and nothing else: counts of fewer than five are already hidden here, so that no form of
// the report can show them.
import type { AlertRules } from "../alerts/alert-rules.ts";
import type { Day } from "../day.ts";
import { judgedOn } from "../freshness.ts";
import { addMonths, monthsBetween, monthText } from "../month.ts";
import { type RegencyCode, regencyName } from "../region.ts";
import { type AgreementLine, agreementLines } from "./agreement-lines.ts";
import { type ClaimsLine, claimsLines } from "./claims-lines.ts";
import { coverageIn, isClosed, type ReportedRegency } from "./known-regency.ts";
import { type LapseLine, lapseLines } from "./lapse-lines.ts";
import { type MonthLine, monthLines } from "./month-lines.ts";
import { type RateLine, rateLines, type TargetLine, targetLines } from "./rate-lines.ts";
import type { ReportPeriod } from "./report-period.ts";
import { type SegmentLine, segmentLines } from "./segment-lines.ts";
import { type ShownCount, shownCount, shownRupiah } from "./shown-count.ts";

export interface RegencyReport {
  readonly regency: RegencyCode;
  readonly name: string;
  /** The month that counts are of, `yyyy-mm`. */
  readonly month: string;
  readonly asOf: Day;
  /** Whether that month's figures are those last known before it was closed. */
  readonly closed: boolean;
  /** null: nothing is known of the month. */
  readonly covered: ShownCount | null;
  /** The same month of the year before; null: nothing is known of it. */
  readonly yearBefore: ShownCount | null;
  /** Firms (NPP) with a protected worker; null: not known, or no roster of the month names any. */
  readonly employers: number | null;
  /** What the rosters count together beyond `covered`. */
  readonly overlap: ShownCount | null;
  readonly rates: readonly RateLine[];
  readonly targets: readonly TargetLine[];
  readonly contributions: ContributionLine;
  readonly months: readonly MonthLine[];
  readonly segments: readonly SegmentLine[];
  readonly agreements: readonly AgreementLine[];
  readonly claims: readonly ClaimsLine[];
  readonly lapses: readonly LapseLine[];
  /** Each once, in the order in which the pages name them. */
  readonly sources: readonly string[];
}

export interface ContributionLine {
  readonly monthRupiah: number | null;
  /** Of all reported months together. */
  readonly periodRupiah: number | null;
  /** How many of the reported months are known, and how many there are. */
  readonly known: number;
  readonly of: number;
}

export function regencyReport(known: ReportedRegency, period: ReportPeriod, rules: AlertRules): RegencyReport {
  const at = period.last;
  const coverage = coverageIn(known, at);
  const before = coverageIn(known, addMonths(at, -12));
  const rates = coverage === null ? [] : rateLines(coverage.covered, known.workforces, at);
  const targets = targetLines(known.targets, rates, at);
  const agreements = agreementLines(known.agreements, period);
  const claims = claimsLines(known, at);
  const sources = [rates, targets, agreements, claims].flatMap((lines) => lines.map(({ source }) => source));
  return {
    regency: known.regency,
    name: regencyName(known.regency),
    month: monthText(at),
    asOf: known.asOf,
    closed: isClosed(known, at),
    covered: coverage === null ? null : shownCount(coverage.covered),
    yearBefore: before === null ? null : shownCount(before.covered),
    employers: coverage === null || coverage.employers === 0 ? null : coverage.employers,
    overlap: coverage === null ? null : shownCount(coverage.overlap),
    rates,
    targets,
    contributions: contributionsOf(known, period),
    months: monthLines(known, at),
    segments:
      coverage === null ? [] : segmentLines(known, coverage.segments, { at, on: judgedOn(at, known.asOf), rules }),
    agreements,
    claims,
    lapses: coverage === null ? [] : lapseLines(known, at, rules),
    sources: [...new Set(sources)],
  };
}

/** Whether anything is known that a page could show. */
export function isEmpty({ covered, agreements, claims }: RegencyReport): boolean {
  return covered === null && agreements.length === 0 && claims.length === 0;
}

function contributionsOf(known: ReportedRegency, { first, last }: ReportPeriod): ContributionLine {
  const months = monthsBetween(first, last);
  const told = months.flatMap((month) => coverageIn(known, month) ?? []);
  const shown = told.map(({ contributionRupiah, covered }) => shownRupiah(contributionRupiah, covered));
  const sum = shown.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
  const [ofLast = null] = told.filter(({ month }) => month === last);
  return {
    monthRupiah: ofLast === null ? null : shownRupiah(ofLast.contributionRupiah, ofLast.covered),
    periodRupiah: told.length === 0 ? null : sum,
    known: told.length,
    of: months.length,
  };
}
