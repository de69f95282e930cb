// What a roster says after a file, month by month and worker by worker: the rules of docs/architecture.md and the decisions written out plainly, with
// no regard to speed.
import type { RosterFile, Row } from "./roster-file.ts";

/** The wage that is reported of a worker, by month in which he is protected. */
export type Months = ReadonlyMap<number, string>;
/** By NIK. */
export type RosterMonths = ReadonlyMap<string, Months>;

export interface Changes {
  readonly enrolled: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly ended: number;
  readonly withheld: number;
  readonly notFound: number;
}

export interface Applied {
  readonly says: RosterMonths;
  readonly changes: Changes;
  readonly differs: boolean;
  readonly held: boolean;
}

export interface Guard {
  readonly workers: number;
  readonly share: number;
  readonly most: number;
}

const NONE: Months = new Map();

export function applyFile(base: RosterMonths, file: RosterFile, guard: Guard, released: boolean): Applied {
  const from = truthFrom(file);
  const losing = Math.max(from, file.month);
  const losers = [...base].filter(([nik, had]) => loses(nik, had, file, losing)).length;
  const endable = [...base.values()].filter((had) => reaches(had, losing)).length;
  const many = losers >= guard.most || (losers >= guard.workers && losers >= guard.share * endable);
  const doubtful = file.good.length === 0 || (losers > 0 && (file.nobodys > 0 || many));
  const withhold = !released && file.mode === "full" && doubtful;
  const counts = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };
  const says = new Map<string, Months>();
  let differs = false;
  for (const nik of new Set([...base.keys(), ...file.good.map((row) => row.nik)])) {
    const had = base.get(nik) ?? NONE;
    const rows = file.good.filter((row) => row.nik === nik);
    const ends = loses(nik, had, file, losing);
    const told = rows.length > 0 ? ofNamed(had, rows, file, from) : ofUnnamed(nik, had, file, from, withhold);
    const has = ends && withhold ? had : told;
    const same = isSame(had, has);
    differs ||= !same;
    if (has.size > 0) says.set(nik, has);
    if (rows.length > 0 && file.mode === "end") counts[same ? "notFound" : "ended"] += 1;
    else if (rows.length > 0) counts[had.size === 0 ? "enrolled" : same ? "unchanged" : "changed"] += 1;
    else if (file.mode === "full" && file.named.has(nik)) counts.kept += 1;
    if (ends) counts[withhold ? "withheld" : "ended"] += 1;
  }
  const held = counts.withheld > 0 || (file.mode === "full" && file.good.length === 0 && !released);
  return { says, changes: counts, differs, held };
}

function truthFrom({ from, good, month }: RosterFile): number {
  const earliest = good.length === 0 ? month : Math.min(...good.map((row) => row.first));
  return from ?? Math.max(month, earliest);
}

function reaches(had: Months, month: number): boolean {
  return [...had.keys()].some((at) => at >= month);
}

/** Whether a whole list leaves a worker without a month from now on: it does not name him, or only with months that are over. */
function loses(nik: string, had: Months, { mode, good, named }: RosterFile, losing: number): boolean {
  const isOver = good.every((row) => row.nik !== nik || row.last < losing);
  return mode === "full" && !named.has(nik) && isOver && reaches(had, losing);
}

function ofNamed(had: Months, rows: readonly Row[], { mode, named }: RosterFile, from: number): Months {
  const has = new Map(had);
  if (mode === "end") {
    for (const { last, openEnd } of rows)
      for (const month of had.keys()) if (month >= (openEnd ? from : last + 1)) has.delete(month);
    return has;
  }
  const whole = mode === "full" && !named.has(rows[0]?.nik ?? "");
  if (whole) for (const month of had.keys()) if (month >= from) has.delete(month);
  for (const { first, last, wage } of rows)
    for (let month = first; month <= last; month += 1)
      if (!whole || month >= from || !had.has(month)) has.set(month, wage);
  return has;
}

function ofUnnamed(nik: string, had: Months, { mode, named }: RosterFile, from: number, withhold: boolean): Months {
  if (mode !== "full" || named.has(nik) || withhold) return had;
  return new Map([...had].filter(([month]) => month < from));
}

export function isSame(a: Months, b: Months): boolean {
  return a.size === b.size && [...a].every(([month, wage]) => b.get(month) === wage);
}
