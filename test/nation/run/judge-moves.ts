// Holds the falls and recoveries that were told against those that are real.
import type { Alert, CoverageDropped, CoverageRecovered } from "#shared/domain/alert.ts";
import { type RealMove, type Thresholds, thresholdAt } from "../own/real-drops.ts";
import { type Finding, partsThatDoNotAddUp } from "./finding.ts";

export interface When {
  readonly day: number;
  readonly where: string;
}

/** `nearly`: whether the regency lies so near to a fall that numbers without names may see one. */
export function judgeMoves(
  alerts: readonly Alert[],
  moves: readonly RealMove[],
  nearly: boolean,
  thresholds: Thresholds,
  when: When,
): readonly Finding[] {
  const findings: Finding[] = [];
  const told = alerts.filter(isMove);
  const expected = new Map(moves.map((move) => [`${move.kind} ${move.segment}`, move]));
  for (const alert of told) {
    const name = `${alert.kind === "coverage.dropped" ? "dropped" : "recovered"} ${alert.segment}`;
    const move = expected.get(name);
    expected.delete(name);
    if (move === undefined) {
      const sort = nearly && alert.segment === null ? "open" : "false";
      findings.push({ ...when, sort, what: `${name}: ${alert.before} → ${alert.after}` });
    } else if (
      Math.abs(move.before - alert.before) > move.slack ||
      Math.abs(move.since - sinceOf(alert)) > move.slack ||
      move.to.count !== alert.after
    ) {
      const says = `${sinceOf(alert)} → ${alert.before} → ${alert.after}`;
      const what = `${name}: says ${says}, is ${move.since} → ${move.before} → ${move.to.count}`;
      findings.push({ ...when, sort: "wrong", what });
    }
  }
  for (const [name, { since, to, slack }] of expected) {
    const isClear = since - to.count >= thresholdAt(since, thresholds) + slack;
    findings.push({
      ...when,
      sort: slack === 0 || isClear ? "missed" : "open",
      what: `${name}: ${since} → ${to.count}`,
    });
  }
  for (const alert of alerts) {
    const what = partsThatDoNotAddUp(alert);
    if (what !== null) findings.push({ ...when, sort: "wrong", what });
  }
  return findings;
}

type Move = Alert & (CoverageDropped | CoverageRecovered);

function sinceOf(alert: Move): number {
  return (alert.kind === "coverage.dropped" ? alert.earlier?.level : null) ?? alert.before;
}

function isMove(alert: Alert): alert is Move {
  return (
    alert.kind === "coverage.dropped" || (alert.kind === "coverage.recovered" && alert.clears === "coverage.dropped")
  );
}
