// Whether there is anything to tell of a worker's age, for the hot loop: the ages of which there is nothing are remembered by first month and
// programmes.
import { monthNumber } from "#shared/domain/month.ts";
import type { ProgrammeSet } from "#shared/domain/programme.ts";
import { monthsOfLife, unremarkableAges } from "#shared/domain/roster-file/age-rules.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { dayOfMonth, monthOfDay, yearOfDay } from "./row-cells.ts";

/** `birth`: as `dayNumber` writes it. */
export type IsPlainAge = (birth: number, first: number, programmes: number) => boolean;

/** Five years of first months, by every set of programmes; others begin anew in their place. */
const PLACES = 64 * 32;
const OLDEST = 1000;

export function plainAges({ segment, defaults }: Pick<RowRules, "segment" | "defaults">): IsPlainAge {
  if (defaults.mode === "end") return () => true;
  const keys = new Int32Array(PLACES).fill(-1);
  // In full months of life, from and to.
  const youngest = new Int32Array(PLACES);
  const oldest = new Int32Array(PLACES);

  const learn = (key: number, first: number, programmes: number): void => {
    const registration = { segment, programmes: programmes as ProgrammeSet, first: monthNumber(first) };
    const [from, to] = unremarkableAges(registration);
    keys[key % PLACES] = key;
    youngest[key % PLACES] = from * 12;
    oldest[key % PLACES] = Math.min(to, OLDEST) * 12 + 11;
  };

  return function isPlainAge(birth, first, programmes) {
    const key = first * 32 + programmes;
    const place = key % PLACES;
    if (keys[place] !== key) learn(key, first, programmes);
    const months = monthsOfLife(first, yearOfDay(birth), monthOfDay(birth), dayOfMonth(birth));
    return months >= (youngest[place] ?? 0) && months <= (oldest[place] ?? 0);
  };
}
