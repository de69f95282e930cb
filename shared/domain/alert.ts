// What is told to those who must act. The parts of an explanation add up to the change, exactly. A `…recovered` says that what was told is no longer so.
import type { Day } from "./day.ts";
import type { Month } from "./month.ts";
import type { Months } from "./reference/expected-lists.ts";
import type { Target } from "./reference/target.ts";
import type { ProvinceCode, RegencyCode } from "./region.ts";
import type { RosterId } from "./roster.ts";
import type { Segment } from "./segment.ts";
import type { Bilingual } from "./text.ts";
import type { Workforce } from "./workforce.ts";

export const ALERT_KINDS = [
  "coverage.dropped",
  "coverage.lapsing",
  "coverage.below-target",
  "coverage.recovered",
  "agreement.budget",
  "agreement.expiring",
  "agreement.recovered",
  "roster.overdue",
  "roster.held",
  "roster.refused",
  "roster.recovered",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** The most severe last. */
export const SEVERITIES = ["info", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whose figures an alert is about: a whole regency, one segment of it, or the province. */
export const ALERT_SCOPES = ["regency", "segment", "province"] as const;
export type AlertScope = (typeof ALERT_SCOPES)[number];

export const CAUSES = [
  "protection-ended",
  "protection-started",
  "left-roster",
  "joined-roster",
  "erased",
  "programmes-changed",
  "overlap",
  "regency",
  "others",
] as const;
/** Why a part of a change came about. `overlap` and `others` name no roster; `regency` names a regency of the province. */
export type Cause = (typeof CAUSES)[number];

export interface AlertPart {
  /** null: small rosters of a segment together, the overlap, a regency, or the rest. */
  readonly roster: RosterId | null;
  /** null for `overlap`, `regency` and `others`. */
  readonly segment: Segment | null;
  /** Only in alerts of the province. */
  readonly regency?: RegencyCode;
  readonly cause: Cause;
  readonly workers: number;
  /** Only in `coverage.lapsing`: contributions of those who end, in their last protected month. */
  readonly renewalRupiah?: number;
}

/** `real`: protection ended or workers left. `data`: a much shorter file, rejected rows, or another workforce figure. */
export const NATURES = ["real", "data"] as const;
export type Nature = (typeof NATURES)[number];

/** A change of coverage and why; after − before = change = sum of the parts. */
interface CoverageStep {
  /** The month that `after` is of. */
  readonly month: Month;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly parts: readonly AlertPart[];
}

/** What was lost before `before`, since the highest level that is not told yet: too little then, and not in `change`. */
export interface LostEarlier {
  readonly month: Month;
  /** The day on which the level was counted; it is that of `month` as known then. null: not known. */
  readonly asOf: Day | null;
  readonly level: number;
  /** They add up to `before` − level. */
  readonly parts: readonly AlertPart[];
}

/** `before` is the level at the last day's close: what warnings of the fall named. */
export interface CoverageDropped extends CoverageStep {
  readonly kind: "coverage.dropped";
  readonly nature: Nature;
  /** null: nothing; always so for the province. */
  readonly earlier: LostEarlier | null;
}

/** What the last word on a warning named. */
export interface LastTold {
  readonly alertId: string;
  readonly asOf: Day;
  readonly before: number;
  readonly after: number;
  /** They add up to what is foreseen now − `after`: who is protected then, and was not when it was told, or the other way round. */
  readonly parts: readonly AlertPart[];
}

/** A fall that is certain unless something is renewed: `month` is the first with less protection. */
export interface CoverageLapsing extends CoverageStep {
  readonly kind: "coverage.lapsing";
  /** The first unprotected day. */
  readonly firstDay: Day;
  /** The reminder that this is: so many days before at most. */
  readonly leadDays: number;
  /** Of those who end, in their last protected month, less what those of the same segment cost who begin meanwhile. */
  readonly renewalRupiah: number;
  /** So many of `after` are counted on because their monthly list is expected to come again. */
  readonly toCome: number;
  /** null: it is the first word on it, or the last one named the same. */
  readonly lastTold: LastTold | null;
}

export interface CoverageRecovered extends CoverageStep {
  readonly kind: "coverage.recovered";
  readonly clears: "coverage.dropped" | "coverage.lapsing" | "coverage.below-target";
  /** So many of `after` are counted on because their monthly list is expected to come again; 0 unless it clears `coverage.lapsing`. */
  readonly toCome: number;
  /** So many fewer than in the month before all the same, too few to be warned of; 0 unless it clears `coverage.lapsing`. */
  readonly stillEnding: number;
}

export interface CoverageBelowTarget {
  readonly kind: "coverage.below-target";
  readonly month: Month;
  readonly covered: number;
  readonly workforce: Workforce;
  readonly target: Target;
  readonly nature: Nature;
}

/** Which agreement; its slug and sponsor as its file says. */
interface AboutAgreement {
  /** `{regency}/{slug}`. */
  readonly agreement: string;
  readonly sponsor: string;
  readonly first: Month;
  readonly last: Month;
}

export interface AgreementBudget extends AboutAgreement {
  readonly kind: "agreement.budget";
  readonly budgetRupiah: number;
  /** Contributions of the whole period, as far as is known now. */
  readonly dueRupiah: number;
  /** The head count that `dueRupiah` follows, no roster being known; null: it follows the rosters. */
  readonly plannedWorkers: number | null;
  /** The last month that is paid whole; null where not even the first is. */
  readonly paidUntil: Month | null;
  /** Why the budget may have been reported for another time than the period. */
  readonly doubt: "monthly-sum" | "yearly-sum" | null;
}

export interface AgreementExpiring extends AboutAgreement {
  readonly kind: "agreement.expiring";
  readonly lastDay: Day;
  readonly leadDays: number;
  /** Covered through it in the last month. */
  readonly workers: number;
  /** Contributions of the last month. */
  readonly monthlyRupiah: number;
  /** The first month of a next period that leaves a gap; null: no next period is known. */
  readonly resumes: Month | null;
}

export interface AgreementRecovered extends AboutAgreement {
  readonly kind: "agreement.recovered";
  readonly clears: "agreement.budget" | "agreement.expiring";
  /** Months between the period that ended and this one, which no period protects; null: it follows at once, or it is about a budget. */
  readonly gap: Months | null;
}

export interface RosterOverdue {
  readonly kind: "roster.overdue";
  readonly roster: RosterId;
  /** null: never. */
  readonly reportedOn: Day | null;
  /** The day on which the agreement began (again), where the days are counted from it; null: from the last list. */
  readonly countedFrom: Day | null;
  readonly days: number;
}

/** An upload as an alert names it. */
interface AboutUpload {
  readonly uploadId: string;
  readonly fileName: string;
}

export interface RosterHeld extends AboutUpload {
  readonly kind: "roster.held";
  readonly roster: RosterId;
  /** Workers whose removal waits. */
  readonly withheld: number;
}

export interface RosterRefused extends AboutUpload {
  readonly kind: "roster.refused";
  /** null: the key names none. */
  readonly roster: RosterId | null;
  /** What is wrong, first of all. */
  readonly code: string;
  readonly reason: Bilingual;
}

export interface RosterRecovered {
  readonly kind: "roster.recovered";
  readonly clears: "roster.overdue" | "roster.held";
  readonly roster: RosterId;
  /** What became of the upload; null for `roster.overdue`. */
  readonly uploadId: string | null;
}

export type AlertNews =
  | CoverageDropped
  | CoverageLapsing
  | CoverageBelowTarget
  | CoverageRecovered
  | AgreementBudget
  | AgreementExpiring
  | AgreementRecovered
  | RosterOverdue
  | RosterHeld
  | RosterRefused
  | RosterRecovered;

/** What every alert says of itself. */
export interface AlertHead {
  /** The same for every repetition of this alert. */
  readonly alertId: string;
  readonly severity: Severity;
  readonly scope: AlertScope;
  readonly province: ProvinceCode;
  /** null for an alert of the province. */
  readonly regency: RegencyCode | null;
  /** Of the regency or the province. */
  readonly name: string;
  /** null where it is about more than one. */
  readonly segment: Segment | null;
  readonly asOf: Day;
}

/** An alert without its words. */
export type AlertFacts = AlertHead & AlertNews;
export type Alert = AlertFacts & { readonly message: Bilingual };
