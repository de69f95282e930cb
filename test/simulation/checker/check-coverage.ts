// The stored coverage is what a recount of the registry gives, worker by worker and month by month, and it is that of the present heads.
import type { Evidence } from "./evidence.ts";
import { rowsOf, type StoredRow } from "./stored-slices.ts";

export function checkCoverage(evidence: Evidence): readonly string[] {
  const { heads } = evidence.stores;
  const regencies = new Set(
    heads.keys().flatMap((roster) => ((heads.get(roster)?.current ?? 0) > 0 ? [roster.slice(0, 5)] : [])),
  );
  return [...regencies].flatMap((regency) => checkRegency(evidence, regency));
}

function checkRegency({ stores }: Evidence, regency: string): readonly string[] {
  const current = stores.current.get(regency);
  const figures = stores.figures.get(`${regency}#${current?.ticket}`);
  if (current === null || figures === null) return [`${regency} has no coverage`];
  const rosters = stores.heads
    .keys(`${regency}/`)
    .map((roster) => ({ roster, head: stores.heads.get(roster) }))
    .flatMap(({ roster, head }) =>
      head !== null && head.current > 0
        ? [{ roster, head, rows: rowsOf(stores, roster, head.current, head.parts) ?? [] }]
        : [],
    );
  const found: string[] = [];
  if (current.generation !== rosters.reduce((sum, { head }) => sum + head.current, 0))
    found.push(`${regency}: the coverage is not of the present heads`);
  for (const month of current.months) {
    const at = month.month;
    const protectedBy = rosters.map(({ rows }) => workersIn(rows, at));
    const distinct = new Set(protectedBy.flatMap((workers) => [...workers]));
    const inRosters = protectedBy.reduce((sum, workers) => sum + workers.size, 0);
    if (month.covered !== distinct.size)
      found.push(`${regency} ${at}: ${month.covered} covered, counted ${distinct.size}`);
    if (month.overlap !== inRosters - distinct.size) found.push(`${regency} ${at}: overlap ${month.overlap}`);
    for (const [index, { roster }] of rosters.entries()) {
      const told = stepAt(figures.rosters.find((it) => it.roster === roster)?.workers ?? [], at);
      if (told !== protectedBy[index]?.size)
        found.push(`${roster} ${at}: ${told} told, counted ${protectedBy[index]?.size}`);
    }
    const segments = new Map<string, Set<string>>();
    for (const [index, { roster }] of rosters.entries()) {
      const segment = roster.split("/")[1] ?? "";
      segments.set(segment, new Set([...(segments.get(segment) ?? []), ...(protectedBy[index] ?? [])]));
    }
    for (const [segment, workers] of segments)
      if ((Object.entries(month.segments).find(([name]) => name === segment)?.[1] ?? 0) !== workers.size)
        found.push(`${regency} ${at}: ${segment} is not ${workers.size}`);
  }
  return [...found, ...checkFrozen(stores.months.keys(`${regency}#`), regency, current.window.first)];
}

/** Months that have left the window follow each other without a gap, up to it. */
function checkFrozen(keys: readonly string[], regency: string, first: number): readonly string[] {
  const months = keys.map((key) => {
    const [year = 0, month = 0] = key
      .slice(regency.length + 1)
      .split("-")
      .map(Number);
    return year * 12 + month - 1;
  });
  const expected = Array.from({ length: months.length }, (_, index) => first - months.length + index);
  return JSON.stringify(months) === JSON.stringify(expected) ? [] : [`${regency}: closed months are missing`];
}

function workersIn(rows: readonly StoredRow[], month: number): ReadonlySet<string> {
  const workers = new Set<string>();
  for (const { worker, first, last, protects } of rows)
    if (protects && first <= month && month <= last) workers.add(worker);
  return workers;
}

function stepAt(steps: readonly (readonly [number, number])[], month: number): number {
  return steps.findLast(([from]) => from <= month)?.[1] ?? 0;
}
