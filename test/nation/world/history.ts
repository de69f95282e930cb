// What happens in a made-up regency, as it is played: files and decisions in the order in which they arrive. Everything is decided beforehand, so that
// an event can be taken out of a history and the rest still means something.
import type { Day } from "#shared/domain/day.ts";
import { addDays, day } from "#shared/domain/day.ts";
import { addMonths, type Month, month, monthOfDay } from "#shared/domain/month.ts";
import type { UploadMode } from "#shared/domain/receipt.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";

export const FIRST_DAY = day("2022-01-01");
export const FIRST_MONTH = month("2022-01");

/** The day with this number; 0 is the first. */
export function dayNumbered(number: number): Day {
  const known = DAYS.get(number) ?? addDays(FIRST_DAY, number);
  DAYS.set(number, known);
  return known;
}

const DAYS = new Map<number, Day>();

/** Counted from the first month of the play; may be negative. */
export function monthNumbered(number: number): Month {
  return addMonths(FIRST_MONTH, number);
}

/** The month of a day of the play, both counted from the first. */
export function monthOfDayNumber(number: number): number {
  return monthOfDay(dayNumbered(number)) - FIRST_MONTH;
}

/** Without an end. */
export const OPEN = 999;

/** One worker, protected from one month to another, both included; months are counted from the first of the play. */
export interface Line {
  readonly worker: number;
  readonly first: number;
  readonly last: number;
}

interface Event {
  /** The day on which it arrives, counted from the first. */
  readonly day: number;
  /** Unique within a regency; events of one day come in this order. */
  readonly serial: number;
  readonly regency: RegencyCode;
  /** What the maker of the world meant by it, for whoever reads a history. */
  readonly note: string;
}

export interface FileArrives extends Event {
  readonly kind: "file";
  readonly roster: RosterId;
  readonly mode: UploadMode;
  /** The day of the upload itself; earlier than its arrival where the message came late. */
  readonly asOf: number;
  readonly lines: readonly Line[];
  /** Workers of rejected rows whose NIK could be read. */
  readonly kept: readonly number[];
  /** Rejected rows that are nobody's. */
  readonly unreadable: number;
  /** A correction of the past: the month from which the file is the truth. */
  readonly from: number | null;
}

/** Somebody decides what becomes of the removals of an upload, should they have been held. */
export interface DecisionArrives extends Event {
  readonly kind: "decision";
  /** Serial of the upload. */
  readonly upload: number;
  readonly release: boolean;
}

export interface ReferenceArrives extends Event {
  readonly kind: "reference";
  readonly agreement?: Agreement;
  readonly figures?: Pick<RegencyReference, "workforces" | "targets">;
}

export type NationEvent = FileArrives | DecisionArrives | ReferenceArrives;

export interface RegencyWorld {
  readonly regency: RegencyCode;
  /** Worker numbers are below this. */
  readonly people: number;
  /** By day, then serial. */
  readonly events: readonly NationEvent[];
}

export function inOrder(a: NationEvent, b: NationEvent): number {
  return a.day - b.day || a.serial - b.serial;
}
