// When something is told, as a province decides it.

export interface DropThresholds {
  /** A fall is told from this share of the reference's level on … */
  readonly share: number;
  /** … and from this number of workers on: both must be reached. */
  readonly workers: number;
  /** From this share on a fall is critical. */
  readonly criticalShare: number;
}

export interface AlertRules extends DropThresholds {
  /** Reminders so many days before the first unprotected day, most first. */
  readonly leadDays: readonly number[];
  /** A monthly source is overdue when it has not reported for so many days. */
  readonly overdueDays: number;
}

/** The nearest reminder that is due: its place in `leadDays` from 1 on, 0 before the first. */
export function reminderDue(daysLeft: number, leadDays: readonly number[]): number {
  return leadDays.filter((lead) => daysLeft <= lead).length;
}

/** A fall of at least the threshold. */
export function hasDropped(before: number, now: number, thresholds: DropThresholds): boolean {
  return before > now && before - now >= thresholdOf(before, thresholds);
}

/** A fall of at least the critical share. */
export function isCritical(before: number, now: number, { criticalShare }: DropThresholds): boolean {
  return before - now >= shareOf(before, criticalShare);
}

/** Back to within half a threshold of the level before the fall. */
export function hasRecovered(before: number, now: number, thresholds: DropThresholds): boolean {
  return before - now <= thresholdOf(before, thresholds) / 2;
}

export function thresholdOf(level: number, { share, workers }: DropThresholds): number {
  return Math.max(shareOf(level, share), workers);
}

/** To a millionth, so that 1 % of 57,000 is 570 and not a hair more. */
function shareOf(level: number, share: number): number {
  return Math.round(level * share * 1e6) / 1e6;
}
