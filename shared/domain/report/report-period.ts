// What a report is about: one month, or a calendar year as the jury of the Paritrana award judges it, January to December. Counts are of its last month.
import { monthNameEn, monthNameId } from "../format.ts";
import { type Month, month } from "../month.ts";
import type { Bilingual } from "../text.ts";

export interface ReportPeriod {
  readonly kind: "month" | "year";
  readonly first: Month;
  readonly last: Month;
}

export function reportOfMonth(at: Month): ReportPeriod {
  return { kind: "month", first: at, last: at };
}

/** A year that is not over is reported up to now; null for one that has not begun. */
export function reportOfYear(year: number, now: Month): ReportPeriod | null {
  const first = month(`${year}-01`);
  const last = month(`${year}-12`);
  return first > now ? null : { kind: "year", first, last: last < now ? last : now };
}

/** `Februari 2023`; `Januari – Desember 2022`. */
export function periodName({ kind, first, last }: ReportPeriod): Bilingual {
  if (kind === "month" || first === last) return { id: monthNameId(last), en: monthNameEn(last) };
  const [idName = ""] = monthNameId(first).split(" ");
  const [enName = ""] = monthNameEn(first).split(" ");
  return { id: `${idName} – ${monthNameId(last)}`, en: `${enName} – ${monthNameEn(last)}` };
}
