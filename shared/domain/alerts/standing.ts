// What has been told and still stands. A rule finds out how bad things are now; this decides, alike for all rules, what is news: something that did not
// stand yet, that has come to a higher level, or that the rule finds changed, is told; what has become clear is told once as recovered; what a rule no
// longer speaks of is over and forgotten without a word.
import { ALERT_KINDS, type AlertKind } from "../alert.ts";
import type { Day } from "../day.ts";
import type { NamedLapse } from "./lapse-eased.ts";

export type RaisedKind = Exclude<AlertKind, "coverage.dropped" | `${string}.recovered`>;

export const RAISED_KINDS: readonly RaisedKind[] = ALERT_KINDS.filter(isRaised);

function isRaised(kind: AlertKind): kind is RaisedKind {
  return kind !== "coverage.dropped" && !kind.endsWith(".recovered");
}

export interface Standing {
  /** What it is about, e.g. `coverage.lapsing//2024-01`. */
  readonly key: string;
  readonly kind: RaisedKind;
  /** How urgent it was when it was last told; from 1 on. */
  readonly level: number;
  /** How much of it was told last, in what the rule counts. */
  readonly size: number;
  /** What the size was measured from. */
  readonly from: number;
  readonly alertId: string;
  readonly asOf: Day;
  /** Of a lapse: what was named; null: of anything else, or not remembered. */
  readonly named: NamedLapse | null;
}

export interface Finding<News> {
  readonly key: string;
  readonly kind: RaisedKind;
  /** From 1 on: so urgent; 0: clear; null: neither, what stands goes on standing. */
  readonly level: number | null;
  readonly size: number;
  readonly from: number;
  /** Whether it is so different from what was told that it is told anew, however urgent it is; left out: never. */
  readonly isChanged?: (standing: Standing) => boolean;
  readonly named?: NamedLapse;
  /** What is told when it is raised (`standing` null or of before) or cleared. */
  readonly tell: (standing: Standing | null) => News;
}

export interface Told<News> {
  readonly key: string;
  readonly news: News;
}

export interface Settled<News> {
  readonly told: readonly Told<News>[];
  readonly standing: readonly Standing[];
}

/** `alertIdOf` names the alert that tells of a finding. */
export function settle<News>(
  before: readonly Standing[],
  findings: readonly Finding<News>[],
  asOf: Day,
  alertIdOf: (finding: Finding<News>) => string,
): Settled<News> {
  const told: Told<News>[] = [];
  const standing: Standing[] = [];
  for (const finding of findings) {
    const stood = before.find(({ key }) => key === finding.key) ?? null;
    if (finding.level === 0) {
      if (stood !== null) told.push({ key: finding.key, news: finding.tell(stood) });
    } else if (isNews(finding, stood)) {
      told.push({ key: finding.key, news: finding.tell(stood) });
      standing.push(standingOf(finding, stood, asOf, alertIdOf(finding)));
    } else if (stood !== null) {
      standing.push(stood);
    }
  }
  return { told, standing };
}

function isNews({ level, isChanged }: Finding<unknown>, stood: Standing | null): boolean {
  if (level === null) return false;
  return stood === null || level > stood.level || isChanged?.(stood) === true;
}

function standingOf(
  { key, kind, level, size, from, named }: Finding<unknown>,
  stood: Standing | null,
  asOf: Day,
  alertId: string,
): Standing {
  return { key, kind, level: Math.max(level ?? 0, stood?.level ?? 0), size, from, alertId, asOf, named: named ?? null };
}
