// Plays a province day by day: at night every regency that has a roster closes the day before, then the day's files and decisions arrive. The province
// hears of every look at a regency, as in the pipeline.
import type { Alert } from "#shared/domain/alert.ts";
import { decideProvince, type ProvinceState } from "#shared/domain/alerts/decide-province.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { monthOfDay } from "#shared/domain/month.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { thresholdAt } from "../own/real-drops.ts";
import { type ProvinceMove, provinceCount } from "../own/real-province-drops.ts";
import { inOrder, type RegencyWorld } from "../world/history.ts";
import { firstDayNumber } from "../world/sources.ts";
import { type Finding, partsThatDoNotAddUp } from "./finding.ts";
import { type PlayRules, playRegency, type RegencyStep } from "./play-regency.ts";

export interface ProvinceOutcome {
  readonly province: ProvinceCode;
  readonly findings: readonly Finding[];
  /** Alerts of each regency, and under the province's own code those of the province. */
  readonly alerts: ReadonlyMap<string, readonly Alert[]>;
  readonly realDrops: number;
  readonly looks: number;
  readonly exactLooks: number;
  readonly events: number;
}

export function playProvince(
  province: ProvinceCode,
  worlds: readonly RegencyWorld[],
  rules: PlayRules,
): ProvinceOutcome {
  const plays = new Map(worlds.map((world) => [world.regency, playRegency(world, rules)] as const));
  const events = worlds.flatMap((world) => world.events).sort(inOrder);
  const count = provinceCount();
  const findings: Finding[] = [];
  const alerts: Alert[] = [];
  let state: ProvinceState | null = null;
  let evaluatedOn = -1;
  let heardOn = -1;
  let realDrops = 0;

  const judge = (told: readonly Alert[], moves: readonly ProvinceMove[], near: boolean, day: number): void => {
    realDrops += moves.filter(({ kind }) => kind === "dropped").length;
    if (findings.length > 0 || [...plays.values()].some((play) => play.findings.length > 0)) return;
    findings.push(...judgeProvince(told, moves, near, { day, where: province }, rules));
  };
  const evaluate = (day: number) => {
    const { workers, slack, best } = count.below;
    evaluatedOn = day;
    return {
      near: slack > 0 && workers + slack >= thresholdAt(best, rules.alerts),
      moves: count.closes(rules.alerts),
    };
  };
  /** `last`: the last regency to close this day. */
  const hear = (step: RegencyStep | null, day: number, last: boolean): void => {
    if (step === null) return;
    const { regency, ticket, asOf, closing, covered } = step.looked.change;
    // A day that nobody closed is evaluated when the next begins.
    const late = heardOn >= 0 && heardOn < day && evaluatedOn !== heardOn ? evaluate(heardOn) : null;
    heardOn = day;
    count.hears(regency, step.covered, step.moves);
    const own = last ? evaluate(day) : null;
    const level = stepAt(covered, monthOfDay(asOf));
    const news = { regency, ticket, asOf, closing, level, told: step.looked.state.levels.told };
    const decided = decideProvince(province, state, news, rules.alerts);
    state = decided.state;
    alerts.push(...decided.alerts);
    const near = late?.near === true || own?.near === true;
    judge(decided.alerts, [...(late?.moves ?? []), ...(own?.moves ?? [])], near, day);
  };

  const begun = new Set<string>();
  let next = 0;
  for (let day = 0; day < firstDayNumber(rules.months); day += 1) {
    const closing = [...plays].filter(([regency]) => begun.has(regency));
    for (const [place, [, play]] of closing.entries()) hear(play.close(day), day, place === closing.length - 1);
    for (let event = events[next]; event !== undefined && event.day <= day; event = events[next]) {
      next += 1;
      const step = plays.get(event.regency)?.event(event) ?? null;
      if (step !== null) begun.add(event.regency);
      hear(step, day, false);
    }
  }
  const all = [...plays.values()];
  return {
    province,
    findings: [...all.flatMap((play) => play.findings), ...findings],
    alerts: new Map<string, readonly Alert[]>([
      ...[...plays].map(([regency, play]): [string, readonly Alert[]] => [regency, play.alerts]),
      [province, alerts],
    ]),
    realDrops: realDrops + all.reduce((sum, play) => sum + play.realDrops, 0),
    looks: all.reduce((sum, play) => sum + play.looks, 0),
    exactLooks: all.reduce((sum, play) => sum + play.exactLooks, 0),
    events: events.length,
  };
}

function judgeProvince(
  told: readonly Alert[],
  moves: readonly ProvinceMove[],
  near: boolean,
  when: { readonly day: number; readonly where: string },
  { alerts: thresholds }: PlayRules,
): readonly Finding[] {
  const findings: Finding[] = [];
  const left = [...moves];
  for (const alert of told) {
    if (!("before" in alert)) continue;
    const kind = alert.kind === "coverage.dropped" ? "dropped" : "recovered";
    const at = left.findIndex((move) => move.kind === kind);
    const [move] = at < 0 ? [] : left.splice(at, 1);
    const says = `${kind}: ${alert.before} → ${alert.after}`;
    if (move === undefined)
      findings.push({ ...when, sort: near || kind === "recovered" ? "open" : "false", what: says });
    else if (move.after !== alert.after || Math.abs(move.before - alert.before) > move.slack) {
      findings.push({ ...when, sort: "wrong", what: `${says}, is ${move.before} → ${move.after}` });
    }
    const what = partsThatDoNotAddUp(alert);
    if (what !== null) findings.push({ ...when, sort: "wrong", what });
  }
  for (const { kind, before, after, slack } of left) {
    const isClear = before - after >= thresholdAt(before, thresholds) + slack;
    const sort = kind === "dropped" && (slack === 0 || isClear) ? "missed" : "open";
    findings.push({ ...when, sort, what: `${kind}: ${before} → ${after}` });
  }
  return findings;
}
