// What is wrong about the alerts of a play.
import type { Alert, AlertPart } from "#shared/domain/alert.ts";

export interface Finding {
  /** `open`: so near to the threshold that numbers without names cannot decide it, after a segment was told apart. No fault. */
  readonly sort: "missed" | "false" | "repeated" | "wrong" | "open";
  /** The number of the day. */
  readonly day: number;
  /** A regency or, for the province, its code. */
  readonly where: string;
  readonly what: string;
}

export function partsThatDoNotAddUp(alert: Alert): string | null {
  if (!("parts" in alert)) return null;
  const { parts, before, after, change } = alert;
  const sum = sumOf(parts);
  if (sum !== change || change !== after - before) {
    return `${alert.alertId}: parts of ${sum} for ${before} → ${after}, ${change}`;
  }
  const last = alert.kind === "coverage.lapsing" ? alert.lastTold : null;
  if (last !== null && sumOf(last.parts) !== after - last.after) {
    return `${alert.alertId}: parts of ${sumOf(last.parts)} for ${last.after} → ${after} since`;
  }
  const earlier = alert.kind === "coverage.dropped" ? alert.earlier : null;
  return earlier === null || sumOf(earlier.parts) === before - earlier.level
    ? null
    : `${alert.alertId}: parts of ${sumOf(earlier.parts)} for ${earlier.level} → ${before} before`;
}

function sumOf(parts: readonly AlertPart[]): number {
  return parts.reduce((total, { workers }) => total + workers, 0);
}
