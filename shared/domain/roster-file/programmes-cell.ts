// Programmes as people write them (`JKK,JKM`, `JKK dan JKM`, `jkk/jkm/jht`), held against what the segment must and can have.

import type { Problem } from "../problem.ts";
import { includesAll, isProgramme, type ProgrammeSet, programmeSet, programmesIn } from "../programme.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import { problem } from "./problems.ts";

/** `null`: nothing is said. */
export type ProgrammesReading = { readonly programmes: ProgrammeSet } | Problem | null;

const JOINING: ReadonlySet<string> = new Set(["dan", "and", "serta"]);

export function readProgrammes(text: string, segment: Segment): ProgrammesReading {
  const names = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((name) => name !== "" && !JOINING.has(name));
  if (names.length === 0) return null;
  const known = names.filter(isProgramme);
  if (known.length < names.length) return problem("programme-unknown");
  const programmes = programmeSet(...new Set(known));
  const { minimum, possible } = SEGMENTS[segment];
  if (!includesAll(programmes, minimum)) return problem("programme-below-minimum", segment, programmeNames(minimum));
  if (!includesAll(possible, programmes)) return problem("programme-not-possible", segment, programmeNames(possible));
  return { programmes };
}

function programmeNames(set: ProgrammeSet): string {
  return programmesIn(set).join(",").toUpperCase();
}
