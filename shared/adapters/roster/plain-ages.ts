// Whether there is anything to tell of a worker's age, for the hot loop: the ages of which there is nothing are remembered by first month and
// programmes.
import { monthNumber } from "#shared/domain/month.ts";
import type { ProgrammeSet } from "#shared/domain/programme.ts";
import { ageAt, unremarkableAges } from "#shared/domain/roster-file/age-rules.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { dayOfMonth, monthOfDay, yearOfDay } from "./row-cells.ts";

/** `birth`: as `dayNumber` writes it. */
export type IsPlainAge = (birth: number, first: number, programmes: number) => boolean;

/** Five years of first months, by every set of programmes; others begin anew in their place. */
const PLACES = 64 * 32;
const OLDEST = 0x7fff;

export function plainAges({ segment, defaults }: Pick<RowRules, "segment" | "defaults">): IsPlainAge {
  if (defaults.mode === "end") return () => true;
  const keys = new Int32Array(PLACES).fill(-1);
  const youngest = new Int16Array(PLACES);
  const oldest = new Int16Array(PLACES);

  const learn = (key: number, first: number, programmes: number): void => {
    const registration = { segment, programmes: programmes as ProgrammeSet, first: monthNumber(first) };
    const [from, to] = unremarkableAges(registration);
    keys[key % PLACES] = key;
    youngest[key % PLACES] = from;
    oldest[key % PLACES] = Math.min(to, OLDEST);
  };

  return function isPlainAge(birth, first, programmes) {
    const key = first * 32 + programmes;
    const place = key % PLACES;
    if (keys[place] !== key) learn(key, first, programmes);
    const age = ageAt(first, yearOfDay(birth), monthOfDay(birth), dayOfMonth(birth));
    return age >= (youngest[place] ?? 0) && age <= (oldest[place] ?? 0);
  };
}
