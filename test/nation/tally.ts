// How many alerts an office gets: by kind over the whole play, and by office and month.
import { ALERT_KINDS, type Alert } from "#shared/domain/alert.ts";
import type { ProvinceOutcome } from "./run/play-province.ts";

export interface NationTally {
  readonly provinces: number;
  readonly regencies: number;
  readonly events: number;
  readonly looks: number;
  readonly exactLooks: number;
  readonly realDrops: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  /** Alerts of a regency in a month: the middle, of nine in ten at most, and the most. */
  readonly perMonth: { readonly mean: number; readonly median: number; readonly p90: number; readonly most: number };
  /** Number of alerts → in how many months of a regency there were so many. */
  readonly monthsWith: Readonly<Record<number, number>>;
}

export function tallyOf(outcomes: readonly ProvinceOutcome[], months: number): NationTally {
  const kinds: Record<string, number> = {};
  const findings: Record<string, number> = { missed: 0, false: 0, repeated: 0, wrong: 0, open: 0 };
  const perMonth: number[] = [];
  let regencies = 0;
  for (const { province, alerts, findings: found } of outcomes) {
    for (const { sort } of found) findings[sort] = (findings[sort] ?? 0) + 1;
    for (const [where, told] of alerts) {
      for (const { kind } of told) kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (where === province) continue;
      regencies += 1;
      perMonth.push(...byMonth(told, months));
    }
  }
  perMonth.sort((a, b) => a - b);
  const monthsWith: Record<number, number> = {};
  for (const count of perMonth) monthsWith[count] = (monthsWith[count] ?? 0) + 1;
  const at = (share: number): number => perMonth[Math.floor(share * (perMonth.length - 1))] ?? 0;
  return {
    provinces: outcomes.length,
    regencies,
    events: sum(outcomes.map(({ events }) => events)),
    looks: sum(outcomes.map(({ looks }) => looks)),
    exactLooks: sum(outcomes.map(({ exactLooks }) => exactLooks)),
    realDrops: sum(outcomes.map(({ realDrops }) => realDrops)),
    findings,
    kinds: Object.fromEntries(ALERT_KINDS.map((kind) => [kind, kinds[kind] ?? 0])),
    perMonth: {
      mean: Math.round((100 * sum(perMonth)) / Math.max(1, perMonth.length)) / 100,
      median: at(0.5),
      p90: at(0.9),
      most: at(1),
    },
    monthsWith,
  };
}

function byMonth(alerts: readonly Alert[], months: number): readonly number[] {
  const counts = new Map<string, number>();
  for (const { asOf } of alerts) counts.set(asOf.slice(0, 7), (counts.get(asOf.slice(0, 7)) ?? 0) + 1);
  const told = [...counts.values()];
  return [...told, ...Array.from({ length: Math.max(0, months - told.length) }, () => 0)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function tallyText(tally: NationTally): string {
  const { provinces, regencies, events, looks, exactLooks, realDrops, findings, kinds, perMonth, monthsWith } = tally;
  const months = sum(Object.values(monthsWith));
  const between = (least: number, most: number): number =>
    sum(Object.entries(monthsWith).map(([told, times]) => (Number(told) >= least && Number(told) <= most ? times : 0)));
  const share = (count: number): string => `${((100 * count) / Math.max(1, months)).toFixed(1).padStart(6)} %`;
  const count = (value: number): string => String(value).padStart(8);
  const aYear = (value: number): string => ((12 * value) / Math.max(1, months)).toFixed(2).padStart(8);
  return [
    `${provinces} provinces, ${regencies} regencies, ${events} events, ${looks} looks, ${realDrops} real drops`,
    `warnings were held to the last worker at ${((100 * exactLooks) / Math.max(1, looks)).toFixed(1)} % of the looks, within what numbers can know at the others`,
    ...Object.entries(findings).map(([sort, value]) => `${count(value)}  ${sort}`),
    "alerts, and how many a regency gets in a year:",
    ...Object.entries(kinds).map(([kind, value]) => `${count(value)} ${aYear(value)}  ${kind}`),
    `a regency and month: mean ${perMonth.mean}, median ${perMonth.median}, nine in ten at most ${perMonth.p90}, most ${perMonth.most}`,
    ...BANDS.map(
      ([least, most]) => `${share(between(least, most))}  ${least === most ? least : `${least} to ${most}`} alerts`,
    ),
  ].join("\n");
}

const BANDS = [
  [0, 0],
  [1, 3],
  [4, 9],
  [10, 19],
  [20, 999],
] as const;
