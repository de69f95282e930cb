// The ranges of months of one worker in one roster. Ranges of one employer never overlap; adjoining ones with the same terms are one.
import { type Month, OPEN_END } from "./month.ts";
import type { Terms } from "./packed-enrolments.ts";

export interface Range {
  readonly first: Month;
  /** Included. */
  readonly last: Month;
  readonly terms: Terms;
}

/** What of the ranges lies before a month. */
export function monthsBefore(ranges: readonly Range[], from: Month): readonly Range[] {
  return ranges.flatMap((range) =>
    range.first < from ? [{ ...range, last: Math.min(range.last, from - 1) as Month }] : [],
  );
}

/** What of the ranges lies in a month or after it. */
export function monthsFrom(ranges: readonly Range[], from: Month): readonly Range[] {
  return ranges.flatMap((range) =>
    range.last >= from ? [{ ...range, first: Math.max(range.first, from) as Month }] : [],
  );
}

/** Whether they have a month from this one on. */
export function reaches(ranges: readonly Range[], from: Month): boolean {
  return ranges.some(({ last }) => last >= from);
}

/** `under`, and of `over` what it says: where both speak of the same employer and month, `over` holds. */
export function overlay(under: readonly Range[], over: readonly Range[]): readonly Range[] {
  let rest = under;
  for (const range of over)
    rest = rest.flatMap((below) => (below.terms.employer === range.terms.employer ? cutOut(below, range) : [below]));
  return joinAdjoining([...rest, ...over]);
}

function cutOut(below: Range, range: Range): readonly Range[] {
  const parts: Range[] = [];
  if (below.first < range.first) parts.push({ ...below, last: Math.min(below.last, range.first - 1) as Month });
  if (below.last > range.last) parts.push({ ...below, first: Math.max(below.first, range.last + 1) as Month });
  return parts;
}

/** Sorted by first month and employer, with adjoining or overlapping ranges of the same terms made one. */
export function joinAdjoining(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  const byEmployer = ranges.toSorted((a, b) => compareTexts(a.terms.employer, b.terms.employer) || a.first - b.first);
  for (const range of byEmployer) {
    const before = joined.at(-1);
    if (before !== undefined && sameTerms(before.terms, range.terms) && range.first <= after(before.last)) {
      joined[joined.length - 1] = { ...before, last: Math.max(before.last, range.last) as Month };
    } else {
      joined.push(range);
    }
  }
  return joined.sort((a, b) => a.first - b.first || compareTexts(a.terms.employer, b.terms.employer));
}

export function sameTerms(a: Terms, b: Terms): boolean {
  return (
    a.employer === b.employer &&
    a.programmes === b.programmes &&
    a.basisRupiah === b.basisRupiah &&
    a.occupation === b.occupation &&
    a.riskClass === b.riskClass
  );
}

export function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((range, index) => sameRange(range, b[index]));
}

function sameRange(a: Range, b: Range | undefined): boolean {
  return b !== undefined && a.first === b.first && a.last === b.last && sameTerms(a.terms, b.terms);
}

function after(last: Month): number {
  return last === OPEN_END ? OPEN_END : last + 1;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
