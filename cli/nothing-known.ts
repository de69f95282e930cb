// What to say where nothing is known of what was asked for: a place, a month or a day of which there are no figures.
import type { Day } from "#shared/domain/day.ts";
import { monthNameEn, monthNameId } from "#shared/domain/format.ts";
import type { Month } from "#shared/domain/month.ts";
import { UsageError } from "./failures.ts";

export interface NothingKnown {
  /** Name of the regency or the province. */
  readonly name: string;
  /** null: not said. */
  readonly month: Month | null;
  readonly knownOn: Day | null;
}

export function nothingKnown({ name, month, knownOn }: NothingKnown): UsageError {
  const when = (monthName: (of: Month) => string): string => (month === null ? "" : `, ${monthName(month)}`);
  const [id, en] =
    knownOn === null ? ["", "is known"] : [` pada akhir ${knownOn}`, `was known at the end of ${knownOn}`];
  return new UsageError({
    id: `Tidak ada yang diketahui${id} tentang ${name}${when(monthNameId)}.`,
    en: `Nothing ${en} of ${name}${when(monthNameEn)}.`,
  });
}

export function noRosterYet(): UsageError {
  return new UsageError({ id: "Belum ada daftar di provinsi ini.", en: "There is no roster in this province yet." });
}
