// What the rows of a file do not say themselves, from the metadata of its object: `program`, `mulai`, `akhir`, `from` and `mode`. What these do
// not say either is the segment's minimum programmes, from the month of the upload on, without an end.
import type { Day } from "../day.ts";
import { addMonths, EARLIEST_MONTH, type Month, monthOfDay, OPEN_END } from "../month.ts";
import type { Problem } from "../problem.ts";
import { type ProgrammeSet, programmesIn } from "../programme.ts";
import { isUploadMode, type UploadMode } from "../receipt.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import { readMonth } from "./calendar-cell.ts";
import { problem } from "./problems.ts";
import { readProgrammes } from "./programmes-cell.ts";

/** null: the metadata do not say. */
export interface RosterDefaults {
  readonly programmes: ProgrammeSet | null;
  readonly first: Month | null;
  readonly last: Month | null;
  /** The month from which on the file is the whole truth. */
  readonly from: Month | null;
  readonly mode: UploadMode | null;
}

export const NO_DEFAULTS: RosterDefaults = { programmes: null, first: null, last: null, from: null, mode: null };

export type DefaultsReading =
  | { readonly kind: "read"; readonly defaults: RosterDefaults }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads the metadata of an object (names without `x-amz-meta-`); names that are not ours are left alone. */
export function readDefaults(metadata: Readonly<Record<string, string>>, segment: Segment): DefaultsReading {
  const problems: Problem[] = [];
  const textAt = (name: string): string => (Object.hasOwn(metadata, name) ? (metadata[name] ?? "") : "");
  const monthAt = (name: string): Month | null => {
    const reading = readMonth(textAt(name));
    if (typeof reading === "object") return reading.month;
    if (reading !== "empty") problems.push(problem("metadata-month", name));
    return null;
  };
  const first = monthAt("mulai");
  const last = monthAt("akhir");
  const from = monthAt("from");
  if (first !== null && last !== null && last < first) problems.push(problem("metadata-end-before-start"));
  const defaults = {
    programmes: programmesAt(textAt("program"), segment, problems),
    first,
    last,
    from,
    mode: modeAt(textAt("mode"), problems),
  };
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", defaults };
}

function programmesAt(text: string, segment: Segment, problems: Problem[]): ProgrammeSet | null {
  const reading = readProgrammes(text, segment);
  if (reading === null) return null;
  if ("programmes" in reading) return reading.programmes;
  const names = (set: ProgrammeSet): string => programmesIn(set).join(",").toUpperCase();
  problems.push(
    problem("metadata-programme", segment, names(SEGMENTS[segment].minimum), names(SEGMENTS[segment].possible)),
  );
  return null;
}

function modeAt(text: string, problems: Problem[]): UploadMode | null {
  const mode = text.trim().toLowerCase();
  if (mode === "") return null;
  if (isUploadMode(mode)) return mode;
  problems.push(problem("metadata-mode"));
  return null;
}

/** The same without gaps: what a row that says nothing is taken to say. */
export interface SettledDefaults {
  readonly programmes: ProgrammeSet;
  readonly first: Month;
  readonly last: Month;
  /** A first month after this one is told of. */
  readonly latestUsual: Month;
}

/** Rosters of a whole year come at most a year before it begins: what starts later is most likely a slip in the year, and protects nobody until then. */
const MONTHS_USUALLY_AHEAD = 12;

export function latestUsualStart(asOf: Day): Month {
  return addMonths(monthOfDay(asOf), MONTHS_USUALLY_AHEAD);
}

export function settleDefaults(defaults: RosterDefaults, segment: Segment, asOf: Day): SettledDefaults {
  return {
    programmes: defaults.programmes ?? SEGMENTS[segment].minimum,
    // An `end` file says when a protection ends, not when it began.
    first: defaults.first ?? (defaults.mode === "end" ? EARLIEST_MONTH : monthOfDay(asOf)),
    last: defaults.last ?? OPEN_END,
    latestUsual: latestUsualStart(asOf),
  };
}
