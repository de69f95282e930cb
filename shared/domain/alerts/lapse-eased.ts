// When a warning that is still true in part is told anew: so many were renewed since it was told that whoever reads it would believe something else. A
// renewal is told when it makes good at least a threshold and a quarter of what was told last: not each roster of ten, and even a lapse of everybody some
// fifteen times at most until nothing is left of it. What is smaller adds up, and is told with the next reminder at the latest.
import type { Severity } from "../alert.ts";
import type { Reference } from "./reference.ts";
import type { Standing } from "./standing.ts";

/** Of what was told last. */
const EASED_SHARE = 0.25;

/** What a warning named when it was told. */
export interface NamedLapse {
  readonly severity: Severity;
  readonly before: number;
  /** What was foreseen. */
  readonly to: Reference;
}

export interface ForeseenFall {
  readonly size: number;
  /** Covered workers then. */
  readonly after: number;
}

/**
 * Counted is who is protected then and was not foreseen to be, as far as so many fewer go: who has gone before is not renewed, and who only joins makes
 * nobody's end good.
 */
export function hasEased(
  { size, from }: Pick<Standing, "size" | "from">,
  now: ForeseenFall,
  threshold: number,
): boolean {
  const renewed = Math.min(size - now.size, now.after - (from - size));
  return renewed >= Math.max(threshold, EASED_SHARE * size);
}
