// What is told to those who must act. The parts of an explanation add up to the change, exactly.
import type { Day } from "./day.ts";
import type { Month } from "./month.ts";
import type { RegencyCode } from "./region.ts";
import type { RosterId } from "./roster.ts";
import type { Segment } from "./segment.ts";
import type { Bilingual } from "./text.ts";

export const ALERT_KINDS = ["coverage.dropped", "coverage.recovered"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export const CAUSES = [
  "protection-ended",
  "protection-started",
  "left-roster",
  "joined-roster",
  "programmes-changed",
  "overlap",
  "others",
] as const;
/** Why a part of a change came about. `overlap` and `others` name no roster. */
export type Cause = (typeof CAUSES)[number];

export interface AlertPart {
  /** null: small rosters of a segment together, the overlap, or the rest. */
  readonly roster: RosterId | null;
  /** null for `overlap` and `others`. */
  readonly segment: Segment | null;
  readonly cause: Cause;
  readonly workers: number;
}

export interface Alert {
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly severity: "info" | "warning" | "critical";
  readonly scope: "regency";
  readonly regency: RegencyCode;
  readonly name: string;
  readonly segment: null;
  readonly asOf: Day;
  readonly month: Month;
  readonly before: number;
  readonly after: number;
  /** after − before = sum of the parts. */
  readonly change: number;
  readonly parts: readonly AlertPart[];
  readonly message: Bilingual;
}
