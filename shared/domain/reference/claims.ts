// What protection has given: claims paid, as figures; no person is in them.
import type { Month } from "../month.ts";
import type { Programme } from "../programme.ts";
import type { Segment } from "../segment.ts";

export interface Claims {
  /** The month of payment, or the last month of a year where only the year's sum is known. */
  readonly month: Month;
  /** 1, or 12 where a whole year is told in one figure. */
  readonly months: number;
  /** null: all programmes together. */
  readonly programme: Programme | null;
  /** null: all segments together. */
  readonly segment: Segment | null;
  readonly cases: number;
  /** null: not stated. */
  readonly rupiah: number | null;
  readonly source: string;
}
