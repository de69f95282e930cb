// Whether there is anything to tell of a worker's age, for the hot loop: remembered by month of birth, first month and programmes, as `ageProblems`
// says it.
import type { Day } from "#shared/domain/day.ts";
import { type Month, monthNumber } from "#shared/domain/month.ts";
import type { ProgrammeSet } from "#shared/domain/programme.ts";
import { ageProblems } from "#shared/domain/roster-file/age-rules.ts";
import type { Segment } from "#shared/domain/segment.ts";

/** @param birth YYYYMMDD, after 1900 */
export type IsPlainAge = (birth: number, first: number, programmes: number) => boolean;

const EARLIEST_YEAR = 1900;
const MONTHS = 300 * 12;
const UNKNOWN = 0;
const PLAIN = 1;
const TOLD = 2;

export function plainAges(segment: Segment): IsPlainAge {
  const tables = new Map<number, Uint8Array>();
  let lastKey = -1;
  let lastTable: Uint8Array = new Uint8Array(0);

  // All days of a month but the first make the same age.
  const verdict = (year: number, month: number, first: Month, programmes: ProgrammeSet): number => {
    const tells = (day: string): boolean => {
      const birth = `${year}-${String(month).padStart(2, "0")}-${day}` as Day;
      return ageProblems(birth, { segment, first, programmes }).length > 0;
    };
    return tells("01") || tells("02") ? TOLD : PLAIN;
  };

  return (birth, first, programmes) => {
    const key = first * 256 + programmes;
    if (key !== lastKey) {
      lastTable = tables.get(key) ?? new Uint8Array(MONTHS);
      tables.set(key, lastTable);
      lastKey = key;
    }
    const year = Math.floor(birth / 10_000);
    const month = Math.floor(birth / 100) % 100;
    const place = (year - EARLIEST_YEAR) * 12 + month - 1;
    let known = lastTable[place] ?? TOLD;
    if (known === UNKNOWN) {
      known = verdict(year, month, monthNumber(first), programmes as ProgrammeSet);
      lastTable[place] = known;
    }
    return known === PLAIN;
  };
}
