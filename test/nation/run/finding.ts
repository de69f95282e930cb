// What is wrong about the alerts of a play.
import type { Alert } from "#shared/domain/alert.ts";

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
  const sum = parts.reduce((total, { workers }) => total + workers, 0);
  return sum === change && change === after - before
    ? null
    : `${alert.alertId}: parts of ${sum} for ${before} → ${after}, ${change}`;
}
