// An agreement (perjanjian, ikatan kerja sama): who pays for the protection of whom, from when to when, with which money and on what legal ground.
// Each renewal is a new period; the old ones stay. Amount, head count and months are kept apart, because published budgets mix monthly, partial and
// yearly sums.
import { addDays, type Day } from "../day.ts";
import { addMonths, firstDayOf, type Month, OPEN_END } from "../month.ts";
import type { Programme } from "../programme.ts";
import type { RegencyCode } from "../region.ts";
import { type RosterId, rosterId } from "../roster.ts";
import type { Segment } from "../segment.ts";

/** `state` budgets: APBD, APBD-P and DBH Sawit; DESA is the village's budget. */
export const BUDGET_SOURCES = [
  "APBN",
  "APBD",
  "APBD-P",
  "DBH Sawit",
  "DESA",
  "CSR",
  "BAZNAS",
  "employer",
  "worker",
] as const;
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

export interface LegalBasis {
  /** As it is called: `Perbup Bengkalis`, `Permendagri`. */
  readonly regulation: string;
  readonly number: string;
  readonly year: number;
  /** What speaks against it as reported; null where nothing does. */
  readonly doubt: string | null;
}

export interface AgreementPeriod {
  readonly first: Month;
  /** The last protected month, included; `OPEN_END` where it has no end, as the duty of employers has none. */
  readonly last: Month;
  /** null: not stated. */
  readonly plannedWorkers: number | null;
  /** For the whole period, rupiah; null: not stated. */
  readonly budgetRupiah: number | null;
  readonly budgetSource: BudgetSource;
  readonly legalBasis: readonly LegalBasis[];
  /** Where this is known from: a document, a press report. */
  readonly source: string;
}

export interface Agreement {
  readonly regency: RegencyCode;
  readonly slug: string;
  readonly sponsor: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** Rosters that it pays for; none stated: the roster of its segment with its own slug. */
  readonly rosters: readonly RosterId[];
  /** `monthly`: a list is expected every month; null: whenever something changes. */
  readonly reporting: "monthly" | null;
  /** Whom to ask: an office, no person. */
  readonly contact: { readonly office: string; readonly email: string | null };
  /** Ascending by first month; they do not overlap. */
  readonly periods: readonly AgreementPeriod[];
}

export function rostersOf({ regency, segment, slug, rosters }: Agreement): readonly RosterId[] {
  return rosters.length > 0 ? rosters : [rosterId(`${regency}/${segment}/${slug}`)];
}

/** The period that a month belongs to. */
export function periodAt({ periods }: Agreement, at: Month): AgreementPeriod | null {
  return periods.find(({ first, last }) => first <= at && at <= last) ?? null;
}

export function isOpenEnded({ last }: Pick<AgreementPeriod, "last">): boolean {
  return last === OPEN_END;
}

/** The first day that a period does not protect. @throws RangeError for one without an end */
export function dayAfter({ last }: AgreementPeriod): Day {
  return firstDayOf(addMonths(last, 1));
}

export function lastDayOf(period: AgreementPeriod): Day {
  return addDays(dayAfter(period), -1);
}
