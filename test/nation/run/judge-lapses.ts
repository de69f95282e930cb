// Holds the warnings that were told against the falls that are certain: each is told on the first day of its nearest reminder or on the day on which it
// became known, again at each nearer reminder, when it has grown by a threshold or when a good part of it was renewed, and is over by a fall, a recovery
// or another month's warning.
import type { Alert, CoverageLapsing, Severity } from "#shared/domain/alert.ts";
import { type Day, daysBetween } from "#shared/domain/day.ts";
import { firstDayOf } from "#shared/domain/month.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";
import { type Foresight, keyOf } from "../own/foresight.ts";
import { type Thresholds, thresholdAt } from "../own/real-drops.ts";
import { dayNumbered, FIRST_MONTH, monthNumbered } from "../world/history.ts";
import type { Finding } from "./finding.ts";
import type { When } from "./judge-moves.ts";

/** Of the threshold: what is left of a fall that no longer counts. */
const LEFT_AT_MOST = 0.75;
/** Of what was told: so much must be renewed that the rest is told anew. */
const TOLD_ANEW = 0.25;
/** Rosters of fewer workers are told together. */
const FEW = 100;

interface StandingLapse {
  readonly segment: Segment | null;
  readonly month: number;
  readonly reminder: number;
  readonly size: number;
  /** What it named, and how often the regency's rosters had changed by then. */
  readonly before: number;
  readonly after: number;
  readonly alertId: string;
  readonly asOf: Day;
  readonly severity: Severity;
  readonly toCome: number;
  readonly rosters: ReadonlyMap<RosterId, number>;
  readonly changes: number;
  /** The month in which it was told. */
  readonly toldIn: number;
  /** By how much that was unclear when it was told. */
  readonly unclear: number;
  /** Numbers without names may see it standing, or not. */
  readonly maybe?: boolean;
}

export type StandingLapses = ReadonlyMap<string, StandingLapse>;

export interface LapseWorld {
  readonly standing: StandingLapses;
  readonly foresight: Foresight;
  readonly thresholds: Thresholds;
  readonly leadDays: readonly number[];
  /** The month of the day, and the day as of which everything is read. */
  readonly month: number;
  readonly asOf: number;
  /** How often the regency's rosters have changed. */
  readonly changes: number;
  /** Who is covered by what the files say alone. */
  readonly filed: (segment: Segment | null, month: number) => number;
  /** Whom each roster protects in a month. */
  readonly rostersIn: (month: number) => ReadonlyMap<RosterId, number>;
}

export function judgeLapses(
  alerts: readonly Alert[],
  { standing, foresight, thresholds, leadDays, month, asOf, changes, filed, rostersIn }: LapseWorld,
  when: When,
): { readonly standing: StandingLapses; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const find = (sort: Finding["sort"], what: string): void => {
    findings.push({ ...when, sort, what: `lapse ${what}` });
  };
  const after = new Map(standing);
  const told = alerts.filter(isLapsing);
  const toldKeys = new Set(told.map((alert) => keyOf(alert.segment, alert.month - FIRST_MONTH)));
  const falls = new Map(foresight.falls.map((fall) => [keyOf(fall.segment, fall.month), fall]));
  const isCertain = (level: number, size: number): boolean =>
    foresight.unclear === 0 || size - foresight.unclear >= thresholdAt(level, thresholds);

  for (const alert of told) {
    const ahead = alert.month - FIRST_MONTH;
    const key = keyOf(alert.segment, ahead);
    const stood = standing.get(key);
    // Foretold is who is still to go; how much it is when it is there is what a warning is measured by.
    const size = (falls.get(key)?.before ?? alert.before) - alert.after;
    const reminder = reminderAt(asOf, ahead, leadDays);
    if (alert.leadDays !== leadDays[reminder - 1]) find("wrong", `${key} told as ${alert.leadDays} days ahead`);
    if (alert.firstDay !== firstDayOf(alert.month)) find("wrong", `${key}: first day ${alert.firstDay}`);
    const tabled = filed(alert.segment, ahead);
    if (alert.after - alert.toCome !== tabled) {
      find("wrong", `${key}: ${alert.after} with ${alert.toCome} still to come, but the files say ${tabled}`);
    }
    const fall = falls.get(key);
    if (fall === undefined) {
      if (foresight.unclear === 0) find("false", `${key}: ${alert.before} → ${alert.after}`);
    } else if (
      alert.before - fall.before > foresight.unclear ||
      alert.before <= alert.after ||
      Math.abs(fall.after - alert.after) > foresight.unclear
    ) {
      find("wrong", `${key}: says ${alert.before} → ${alert.after}, is ${fall.before} → ${fall.after}`);
    }
    if (
      stood !== undefined &&
      stood.maybe !== true &&
      reminder <= stood.reminder &&
      size + stood.unclear + foresight.unclear < stood.size + thresholdAt(alert.before, thresholds) &&
      renewedOf(stood, size, alert.after) + stood.unclear + foresight.unclear <
        toldFrom(stood, thresholdAt(size + alert.after, thresholds))
    ) {
      find("repeated", `${key}: ${stood.size}, then ${size}`);
    }
    if (stood?.maybe !== true) {
      for (const what of wrongOfLast(alert, stood, rostersIn(ahead))) find("wrong", `${key}: ${what}`);
    }
    const renewed = stood && renewedOf(stood, size, alert.after) - stood.unclear - foresight.unclear;
    if (stood?.severity === "critical" && alert.severity !== "critical" && stood.maybe !== true) {
      const limit = toldFrom(stood, thresholdAt(size + alert.after, thresholds));
      if ((renewed ?? 0) >= limit) find("wrong", `${key}: who got the warning does not get what was renewed`);
    }
    const { before, alertId, toCome, severity } = alert;
    const rosters = rostersIn(ahead);
    const named = {
      before,
      after: alert.after,
      alertId,
      asOf: alert.asOf,
      severity,
      toCome,
      rosters,
      changes,
      toldIn: month,
    };
    after.set(key, { segment: alert.segment, month: ahead, reminder, size, ...named, unclear: foresight.unclear });
  }

  for (const [key, fall] of falls) {
    const reminder = reminderAt(asOf, fall.month, leadDays);
    const stood = standing.get(key);
    const size = fall.before - fall.after;
    const due =
      stood === undefined ||
      reminder > stood.reminder ||
      size - stood.unclear - foresight.unclear >= stood.size + thresholdAt(fall.before, thresholds) ||
      renewedOf(stood, size, fall.after) - stood.unclear - foresight.unclear >=
        toldFrom(stood, thresholdAt(fall.before, thresholds));
    if (due && stood?.maybe !== true && !toldKeys.has(key) && isCertain(fall.before, size))
      find("missed", `${key}: ${fall.before} → ${fall.after}`);
  }

  for (const alert of alerts) {
    if (alert.kind !== "coverage.recovered" || alert.clears !== "coverage.lapsing") continue;
    const key = keyOf(alert.segment, alert.month - FIRST_MONTH);
    const stood = standing.get(key);
    if (stood === undefined) find("false", `${key} recovered, but did not stand`);
    const ahead = alert.month - FIRST_MONTH;
    const begun = ahead <= month;
    if (!begun && stood !== undefined && !isOver(foresight, key, stood, stood.unclear) && foresight.unclear === 0) {
      find("false", `${key} recovered with ${leftOf(foresight, key)} left`);
    }
    const level = begun ? filed(alert.segment, ahead) : (foresight.levels.get(key) ?? 0);
    if (stood !== undefined && level <= stood.after && (begun || foresight.unclear === 0))
      find("false", `${key} recovered, but nothing was renewed: ${stood.after}, then ${level}`);
    after.delete(key);
  }

  const fallen = alerts.filter(({ kind }) => kind === "coverage.dropped");
  for (const [key, stood] of standing) {
    if (!after.has(key)) continue;
    if (stood.month <= month) {
      const fell = fallen.some(({ segment }) => segment === null || segment === stood.segment);
      // A part of a fall may be told as the segments' instead of the regency's.
      const byParts = stood.segment === null && fallen.length > 0;
      // Where no more are covered than was foretold they had gone before, which was told, or in parts too small to tell.
      const isRenewed = filed(stood.segment, stood.month) > stood.after;
      if (!fell && !byParts && isRenewed && stood.maybe !== true)
        find("wrong", `${key} told for ${stood.size}: neither fell nor recovered`);
      after.delete(key);
      continue;
    }
    const moved = told.some(({ segment }) => segment === null || segment === stood.segment);
    if (falls.has(key)) {
      // Which month's warning it is, numbers without names do not tell either.
      if (moved && foresight.unclear > 0 && !toldKeys.has(key)) after.set(key, { ...stood, maybe: true });
      continue;
    }
    const over = isOver(foresight, key, stood, -stood.unclear);
    const isRenewed = (foresight.levels.get(key) ?? 0) > stood.after;
    const fell = fallen.some(({ segment }) => stood.segment === null || segment === null || segment === stood.segment);
    const whole = keyOf(null, stood.month);
    const withWhole = stood.segment !== null && falls.has(whole);
    // How much was renewed is known only as well as what was told: it may be over, and have moved.
    const mayBeOver = isOver(foresight, key, stood, stood.unclear);
    if (withWhole || (moved && (mayBeOver || foresight.unclear > 0))) {
      // What the whole tells goes on standing for its segment, unless it has moved.
      if (foresight.unclear > 0 || withWhole || !over) after.set(key, { ...stood, maybe: true });
      else if (isRenewed || fell) after.delete(key);
    } else if (over && foresight.unclear === 0 && stood.maybe !== true) {
      // Where nothing was renewed nothing is taken back: they have gone before, which was told now, or go in another month.
      if (isRenewed) find("missed", `${key} recovered, ${leftOf(foresight, key)} left`);
      else if (fell) after.delete(key);
    } else if (fell && foresight.unclear > 0 && leftOf(foresight, key, foresight.unclear) <= LEFT_AT_MOST) {
      after.set(key, { ...stood, maybe: true });
    }
  }
  return { standing: after, findings };
}

/** So many fewer go than were told, because they are protected then. */
function renewedOf(stood: StandingLapse, size: number, after: number): number {
  return Math.min(stood.size - size, after - stood.after);
}

function toldFrom(stood: StandingLapse, threshold: number): number {
  return Math.max(threshold, TOLD_ANEW * stood.size);
}

/** No fall is left of it: next to nothing, or less than a threshold after a renewal that is told. `unclear`: what a renewal is more than is known. */
function isOver(foresight: Foresight, key: string, stood: StandingLapse, unclear: number): boolean {
  const left = leftOf(foresight, key);
  if (left <= LEFT_AT_MOST) return true;
  const { workers, threshold } = foresight.depth.get(key) ?? { workers: 0, threshold: 1 };
  const renewed = renewedOf(stood, workers, foresight.levels.get(key) ?? 0) + unclear;
  return left < 1 && renewed >= toldFrom(stood, threshold);
}

/** What a warning says of the word before it: what that named, and who is protected since. */
function wrongOfLast(
  { before, after, toCome, lastTold }: CoverageLapsing,
  stood: StandingLapse | undefined,
  rosters: ReadonlyMap<RosterId, number>,
): readonly string[] {
  const isSame = stood === undefined || (stood.before === before && stood.after === after);
  if (isSame || lastTold === null)
    return isSame === (lastTold === null) ? [] : [`tells ${lastTold?.alertId} before it`];
  const { alertId, asOf } = stood;
  if (lastTold.before !== stood.before || lastTold.after !== stood.after) {
    return [`says ${lastTold.before} → ${lastTold.after} was told, but ${stood.before} → ${stood.after} was`];
  }
  if (lastTold.alertId !== alertId || lastTold.asOf !== asOf) return [`names ${lastTold.alertId}, not ${alertId}`];
  if (toCome > 0 || stood.toCome > 0) return [];
  return lastTold.parts.flatMap(({ roster, workers }) => {
    if (roster === null) return [];
    const counted = (rosters.get(roster) ?? 0) - (stood.rosters.get(roster) ?? 0);
    // Fewer than a hundred may stand with the small rosters.
    return Math.abs(counted - workers) < FEW ? [] : [`says ${workers} of ${roster}, is ${counted}`];
  });
}

/** In shares of the threshold, at the least by numbers that are off by `unclear`. */
function leftOf({ depth }: Foresight, key: string, unclear = 0): number {
  const { workers, threshold } = depth.get(key) ?? { workers: 0, threshold: 1 };
  return (workers - unclear) / threshold;
}

/**
 * On a first day on which a fall was known the day before, a warning of it must stand; and where nothing has changed since it was told in the month
 * before, both name the same level.
 */
export function judgeWarned(
  alerts: readonly Alert[],
  before: { readonly standing: StandingLapses; readonly known: Foresight; readonly changes: number },
  month: number,
  when: When,
): readonly Finding[] {
  return alerts.flatMap((alert): readonly Finding[] => {
    if (alert.kind !== "coverage.dropped") return [];
    const known = before.known.falls.some((fall) => fall.month === month && fall.segment === alert.segment);
    const warned = before.standing.has(keyOf(alert.segment, month)) || before.standing.has(keyOf(null, month));
    const what = `dropped ${alert.segment}: known before, but no warning stood`;
    if (known && !warned && before.known.unclear === 0) return [{ ...when, sort: "missed", what }];
    const stood = before.standing.get(keyOf(alert.segment, month));
    if (stood?.changes !== before.changes || stood.toldIn !== month - 1 || stood.before === alert.before) return [];
    return [{ ...when, sort: "wrong", what: `dropped from ${alert.before}, was warned of from ${stood.before}` }];
  });
}

function reminderAt(asOf: number, month: number, leadDays: readonly number[]): number {
  const left = daysBetween(dayNumbered(asOf), firstDayOf(monthNumbered(month)));
  return leadDays.filter((lead) => left <= lead).length;
}

function isLapsing(alert: Alert): alert is Alert & CoverageLapsing {
  return alert.kind === "coverage.lapsing";
}
