// Whether there is anything to tell of a worker's age, for the hot loop: remembered by year of birth, first month and programmes, as `ageProblems`
// says it of the first and the last day of the year. A year in which an age is reached is not plain.
import type { Day } from "#shared/domain/day.ts";
import { monthNumber } from "#shared/domain/month.ts";
import type { ProgrammeSet } from "#shared/domain/programme.ts";
import { ageProblems } from "#shared/domain/roster-file/age-rules.ts";
import type { Segment } from "#shared/domain/segment.ts";

export type IsPlainAge = (birthYear: number, first: number, programmes: number) => boolean;

const EARLIEST_YEAR = 1900;
const YEARS = 200;
/** Five years of first months, by every set of programmes; others begin anew in their place. */
const TABLES = 64 * 32;
const UNKNOWN = 0;
const PLAIN = 1;
const TOLD = 2;

export function plainAges(segment: Segment): IsPlainAge {
  const verdicts = new Uint8Array(TABLES * YEARS);
  const keys = new Int32Array(TABLES).fill(-1);

  const verdict = (birthYear: number, first: number, programmes: number): number => {
    const registration = { segment, programmes: programmes as ProgrammeSet, first: monthNumber(first) };
    const tells = (day: string): boolean => ageProblems(`${birthYear}-${day}` as Day, registration).length > 0;
    return tells("01-01") || tells("12-31") ? TOLD : PLAIN;
  };

  return (birthYear, first, programmes) => {
    const key = first * 32 + programmes;
    const table = key % TABLES;
    if (keys[table] !== key) {
      verdicts.fill(UNKNOWN, table * YEARS, (table + 1) * YEARS);
      keys[table] = key;
    }
    const year = birthYear - EARLIEST_YEAR;
    if (year < 0 || year >= YEARS) return false;
    let known = verdicts[table * YEARS + year] ?? TOLD;
    if (known === UNKNOWN) {
      known = verdict(birthYear, first, programmes);
      verdicts[table * YEARS + year] = known;
    }
    return known === PLAIN;
  };
}
