// Which falls of a regency are real, told from who is covered and not from how many: a scope has fallen when so many fewer are covered in the present
// month than at the highest day's close since it was last told. It is told from who was covered when the last day closed, and apart from that who had
// gone since the highest one. What one scope has told is taken out of what the others remember, worker by worker.
import { SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import { type Crowd, withTold } from "./crowd.ts";

export interface Thresholds {
  readonly share: number;
  readonly workers: number;
}

export interface Covered {
  readonly whole: Crowd;
  readonly segments: ReadonlyMap<Segment, Crowd>;
  /** The most workers who have been in two rosters so far: whose loss is told, and whose is not, numbers do not say. */
  readonly mostOverlap: number;
}

interface ScopeMemory {
  /** The highest close since it was last told. */
  readonly best: Crowd;
  /** The last close, or what was told after it. */
  readonly last: Crowd;
  /** How many there were before the fall that is told and not made good, and after it. */
  readonly fallen: { readonly before: number; readonly low: number } | null;
  /** By how many who knows only numbers may be off, since something was taken out of it that a segment told apart. */
  readonly slack: number;
}

export interface RegencyMemory {
  readonly whole: ScopeMemory | null;
  readonly segments: ReadonlyMap<Segment, ScopeMemory>;
}

export const NO_MEMORY: RegencyMemory = { whole: null, segments: new Map() };

/** `segment` null: the regency. */
export interface RealMove {
  readonly kind: "dropped" | "recovered";
  readonly segment: Segment | null;
  readonly from: Crowd | null;
  readonly to: Crowd;
  /** How many it is told from, and how many there were at the highest close. */
  readonly before: number;
  readonly since: number;
  /** By how many who knows only numbers may be off. */
  readonly slack: number;
}

export function thresholdAt(level: number, { share, workers }: Thresholds): number {
  return Math.max(workers, (Math.round(share * 1000) * level) / 1000);
}

export function realMoves(
  memory: RegencyMemory,
  covered: Covered,
  closing: boolean,
  thresholds: Thresholds,
): { readonly memory: RegencyMemory; readonly moves: readonly RealMove[] } {
  const moves: RealMove[] = [];
  const look = (was: ScopeMemory | null, now: Crowd, segment: Segment | null): ScopeMemory | null => {
    if (was !== null && was.best.count - now.count >= thresholdAt(was.best.count, thresholds)) {
      moves.push({
        kind: "dropped",
        segment,
        from: was.best,
        to: now,
        before: toldFrom(was, now),
        since: was.best.count,
        slack: was.slack,
      });
      return {
        best: now,
        last: now,
        slack: 0,
        fallen: { before: was.fallen?.before ?? was.best.count, low: now.count },
      };
    }
    const fallen = was?.fallen ?? null;
    if (fallen !== null && fallen.before - now.count <= thresholdAt(fallen.before, thresholds) / 2) {
      moves.push({ kind: "recovered", segment, from: null, to: now, before: fallen.low, since: fallen.low, slack: 0 });
      return { best: now, last: now, slack: 0, fallen: null };
    }
    if (!closing) return was;
    if (was === null) return { best: now, last: now, slack: 0, fallen: null };
    return now.count >= was.best.count ? closedHigher(was, now) : { ...was, last: now };
  };

  let whole = look(memory.whole, covered.whole, null);
  const toldWhole = moves.some(({ kind }) => kind === "dropped");
  const segments = new Map<Segment, ScopeMemory>();
  for (const segment of SEGMENT_CODES) {
    const now = covered.segments.get(segment);
    if (now === undefined) continue;
    const was = memory.segments.get(segment) ?? null;
    if (toldWhole) {
      // All that the segment lost was told with the regency; what it gained counts from the next close on.
      const next = was === null || now.count > was.best.count ? was : { ...was, best: now, last: now, slack: 0 };
      if (next !== null) segments.set(segment, next);
      continue;
    }
    const next = look(was, now, segment);
    if (next !== null) segments.set(segment, next);
    const told = moves.at(-1);
    if (whole !== null && told?.segment === segment && told.kind === "dropped" && told.from !== null) {
      const slack = thresholdAt(whole.best.count, thresholds) / 2 + covered.mostOverlap;
      const best = withTold(whole.best, told.from, told.to, covered.whole);
      // Others may have gained meanwhile: nothing is remembered as lower than it is.
      const isHigher = covered.whole.count >= best.count;
      whole = isHigher
        ? { ...whole, slack, best: covered.whole, last: covered.whole }
        : { ...whole, slack, best, last: withTold(whole.last, told.from, told.to, covered.whole) };
    }
  }
  return { memory: { whole, segments }, moves };
}

/** Those of the last close, if some had gone before it and others went after it; else all who were there at the highest. */
function toldFrom({ best, last }: ScopeMemory, now: Crowd): number {
  return now.count < last.count && last.count < best.count ? last.count : best.count;
}

/** The first look of a month closes the last day of the one before: `covered` are those of that month. A fall is left to be told now. */
export function closeLastMonth(memory: RegencyMemory, covered: Covered, thresholds: Thresholds): RegencyMemory {
  const close = (was: ScopeMemory | null, now: Crowd | undefined): ScopeMemory | null => {
    if (was === null || now === undefined) return was;
    if (was.best.count - now.count >= thresholdAt(was.best.count, thresholds)) return was;
    return now.count < was.best.count ? { ...was, last: now } : closedHigher(was, now);
  };
  const segments = [...memory.segments].map(
    ([one, was]) => [one, close(was, covered.segments.get(one)) ?? was] as const,
  );
  return { whole: close(memory.whole, covered.whole), segments: new Map(segments) };
}

/** Whoever knows only numbers may remember more until it is surely exceeded. */
function closedHigher(was: ScopeMemory, now: Crowd): ScopeMemory {
  const isSure = now.count >= was.best.count + was.slack;
  return { ...was, best: now, last: now, slack: isSure ? 0 : was.slack };
}

export function nearlyFallen({ whole }: RegencyMemory, now: Crowd, thresholds: Thresholds): boolean {
  if (whole === null || whole.slack === 0) return false;
  return whole.best.count - now.count + whole.slack >= thresholdAt(whole.best.count, thresholds);
}
