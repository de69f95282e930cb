// The alerts of a day in one message, for those who want one mail a day instead of one an alert.
import type { AlertKind, Severity } from "../alert.ts";
import type { Day } from "../day.ts";
import type { ProvinceCode, RegencyCode } from "../region.ts";
import type { Segment } from "../segment.ts";
import type { Bilingual } from "../text.ts";

/** An alert in short. */
export interface DigestEntry {
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly severity: Severity;
  readonly scope: "regency" | "segment" | "province";
  /** null for what concerns the province as a whole. */
  readonly regency: RegencyCode | null;
  readonly name: string;
  readonly segment: Segment | null;
  readonly asOf: Day;
  /** One paragraph. */
  readonly message: Bilingual;
}

export interface Digest {
  /** The same for every repetition. */
  readonly digestId: string;
  readonly province: ProvinceCode;
  readonly name: string;
  /** The morning on which it is sent. */
  readonly asOf: Day;
  /** A day with very many alerts is told in several mails: 1 of 1 on all others. */
  readonly part: number;
  readonly parts: number;
  /** How many alerts all parts together tell, and how many of them are critical. */
  readonly total: number;
  readonly critical: number;
  /** The most severe first. */
  readonly alerts: readonly DigestEntry[];
}
