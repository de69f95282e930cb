// What may be shown of a count of people: fewer than five might point at persons, and so do the amounts that belong to them.
const LEAST_SHOWN = 5;

export const FEW = "< 5";
export type ShownCount = number | typeof FEW;

/** 0 is shown: nobody is no person. */
export function shownCount(count: number): ShownCount {
  return isFew(count) ? FEW : count;
}

export function isFew(count: number): boolean {
  return count !== 0 && Math.abs(count) < LEAST_SHOWN;
}

/** null: the amount is of so few that it is not shown. */
export function shownRupiah(rupiah: number, count: number): number | null {
  return isFew(count) ? null : rupiah;
}
