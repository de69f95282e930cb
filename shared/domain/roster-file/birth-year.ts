// The century of a birth year of two digits, from which the NIK does not help, for it has but two digits itself: the century in which the worker is
// 15 to 99 years old in the year of the upload. Where neither is so (a child), the last such year that has begun.
import type { Day } from "../day.ts";
import type { CenturyRule } from "./calendar-cell.ts";

const YOUNGEST = 15;
const OLDEST = 99;

export function birthCentury(asOf: Day): CenturyRule {
  const thisYear = Number(asOf.slice(0, 4));
  return (twoDigits) => {
    const latest = thisYear - ((((thisYear - twoDigits) % 100) + 100) % 100);
    const ages = [latest, latest - 100].map((year) => ({ year, age: thisYear - year }));
    return ages.find(({ age }) => age >= YOUNGEST && age <= OLDEST)?.year ?? latest;
  };
}
