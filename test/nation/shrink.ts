// Takes events out of a history as long as it still shows the same fault: what is left is what to look at.
import { type ProvinceCode, regencyCode } from "#shared/domain/region.ts";
import type { Finding } from "./run/finding.ts";
import { playProvince } from "./run/play-province.ts";
import type { PlayRules } from "./run/play-regency.ts";
import type { NationEvent, RegencyWorld } from "./world/history.ts";

export interface Shown {
  readonly finding: Finding;
  readonly events: readonly NationEvent[];
}

/** `budgetMs`: how long to go on making it smaller. */
export function smallestHistory(
  province: ProvinceCode,
  worlds: readonly RegencyWorld[],
  finding: Finding,
  rules: PlayRules,
  hasTime: () => boolean,
): Shown {
  const concerned = worlds.filter(({ regency }) => finding.where === province || regency === finding.where);
  let shown: Shown = {
    finding,
    events: concerned.flatMap(({ events }) => events).filter(({ day }) => day <= finding.day),
  };
  const showsIt = (events: readonly NationEvent[]): Finding | null => {
    const left = concerned.map((world) => ({
      ...world,
      events: events.filter(({ regency }) => regency === world.regency),
    }));
    const { findings } = playProvince(province, left, rules);
    return findings.find(({ sort, where }) => sort === finding.sort && where === finding.where) ?? null;
  };
  for (let size = Math.ceil(shown.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shown.events.length && hasTime(); ) {
      const fewer = [...shown.events.slice(0, at), ...shown.events.slice(at + size)];
      const still = showsIt(fewer);
      if (still === null) at += size;
      else shown = { finding: still, events: fewer };
    }
  }
  return shown;
}

export function eventLine(event: NationEvent): string {
  const about = event.kind === "file" ? `${event.roster} ${event.mode}, ${event.lines.length} workers: ` : "";
  return `${regencyCode(event.regency)} ${event.kind} ${event.serial}: ${about}${event.note}`;
}
