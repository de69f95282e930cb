// Decides whether a regency's new figures are worth an alert. What is covered now is compared with the highest level at a day's close since the last
// alert, so that many small falls add up to one; every alert sets that reference to the level it told. The same figures twice, or figures older
// than those already seen, never make another alert.
import type { Alert, AlertKind } from "../alert.ts";
import { type Day, laterDay } from "../day.ts";
import { monthOfDay } from "../month.ts";
import { alertText } from "./alert-message.ts";
import type { CoverageFigures } from "./coverage-figures.ts";
import { explainChange } from "./explain-change.ts";
import { type Reference, referenceOf } from "./reference.ts";

export interface DropThresholds {
  /** A fall is told from this share of the reference's level on … */
  readonly share: number;
  /** … and from this number of workers on: both must be reached. */
  readonly workers: number;
  /** From this share on a fall is critical. */
  readonly criticalShare: number;
}

/** A fall that was told and has not been made good. */
export interface Fall {
  /** Covered workers before the first alert of the fall. */
  readonly level: number;
  /** That first alert. */
  readonly alertId: string;
  /** What was covered when the fall was last told. */
  readonly low: Reference;
}

export interface AlertState {
  /** The newest figures seen. */
  readonly ticket: number;
  readonly asOf: Day;
  /** null until the first day's close. */
  readonly reference: Reference | null;
  readonly fallen: Fall | null;
}

export interface AlertDecision {
  readonly state: AlertState;
  readonly alerts: readonly Alert[];
}

/** `state` is what the last decision for the regency gave, null before the first. */
export function decideAlerts(
  state: AlertState | null,
  figures: CoverageFigures,
  thresholds: DropThresholds,
): AlertDecision {
  if (state !== null && figures.ticket <= state.ticket) return { state, alerts: [] };
  // The day only rises: newer figures that bear an older day are read as of the latest day seen.
  const asOf = state === null ? figures.asOf : laterDay(state.asOf, figures.asOf);
  const { reference, fallen } = state ?? { reference: null, fallen: null };
  const now = referenceOf(figures, monthOfDay(asOf));
  const seen = { ticket: figures.ticket, asOf };

  if (reference !== null && hasDropped(reference.level, now.level, thresholds)) {
    const severity = isCritical(reference.level, now.level, thresholds) ? "critical" : "warning";
    const alert = changeAlert("coverage.dropped", severity, reference, now, figures, asOf);
    const fall = { level: fallen?.level ?? reference.level, alertId: fallen?.alertId ?? alert.alertId, low: now };
    return { state: { ...seen, reference: now, fallen: fall }, alerts: [alert] };
  }
  if (fallen !== null && hasRecovered(fallen.level, now.level, thresholds)) {
    const alert = changeAlert("coverage.recovered", "info", fallen.low, now, figures, asOf);
    return { state: { ...seen, reference: now, fallen: null }, alerts: [alert] };
  }
  const raised = figures.closing && (reference === null || now.level >= reference.level);
  return { state: { ...seen, reference: raised ? now : reference, fallen }, alerts: [] };
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

function thresholdOf(level: number, { share, workers }: DropThresholds): number {
  return Math.max(shareOf(level, share), workers);
}

/** To a millionth, so that 1 % of 57,000 is 570 and not a hair more. */
function shareOf(level: number, share: number): number {
  return Math.round(level * share * 1e6) / 1e6;
}

function changeAlert(
  kind: AlertKind,
  severity: Alert["severity"],
  before: Reference,
  now: Reference,
  figures: CoverageFigures,
  asOf: Day,
): Alert {
  const told = {
    alertId: `${figures.regency}-${kind.replace(".", "-")}-${asOf}-t${figures.ticket}`,
    kind,
    severity,
    scope: "regency",
    regency: figures.regency,
    name: figures.name,
    segment: null,
    asOf,
    month: now.month,
    before: before.level,
    after: now.level,
    change: now.level - before.level,
    parts: explainChange(before, figures, now.month),
  } as const;
  return { ...told, message: alertText(told, figures.workforce) };
}
