// A figure with the months in which it holds, the regulation in which it stands, and how sure that is. Prices are tables of such rows.
import { type Month, month, OPEN_END } from "../month.ts";

/** `official`: wording of the regulation or an official body's table; `press`: press or a secondary publication; `unverified`: look it up before money depends on it. */
export type Confidence = "official" | "press" | "unverified";

const FROM_SUREST: readonly Confidence[] = ["official", "press", "unverified"];

/** Where a figure comes from. */
export interface Ground {
  readonly regulation: string;
  readonly confidence: Confidence;
}

export interface Dated<T> extends Ground {
  readonly from: Month;
  /** Included; `OPEN_END` when no end is known. */
  readonly until: Month;
  readonly value: T;
}

/** Months as `yyyy-mm`; `until` is included, and empty when no end is known. */
export function dated<T>(
  [from, until]: readonly [string, string],
  value: T,
  regulation: string,
  confidence: Confidence,
): Dated<T> {
  return { from: month(from), until: until === "" ? OPEN_END : month(until), value, regulation, confidence };
}

/** The row of a table that holds in a month; rows of a table never share a month. */
export function inForce<T>(rows: readonly Dated<T>[], at: Month): Dated<T> | undefined {
  return rows.find((row) => row.from <= at && at <= row.until);
}

/** What a figure made of several rows rests on: all their regulations, and no surer than the least sure of them. */
export function groundOf(...rows: readonly (Ground | undefined)[]): Ground {
  const grounds = rows.filter((row) => row !== undefined);
  const least = Math.max(0, ...grounds.map(({ confidence }) => FROM_SUREST.indexOf(confidence)));
  const regulations = new Set(grounds.map(({ regulation }) => regulation));
  return { regulation: [...regulations].join("; "), confidence: FROM_SUREST[least] ?? "unverified" };
}
