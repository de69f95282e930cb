// Numbers, amounts, months and days of a report, each in both languages, and the one way to say that something is not known or not shown.
import type { Day } from "../../day.ts";
import {
  dayNameEn,
  dayNameId,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  formatRupiahEn,
  formatRupiahId,
  monthNameEn,
  monthNameId,
} from "../../format.ts";
import { type Html, html } from "../../html.ts";
import { month } from "../../month.ts";
import { both } from "../../receipt-page/page.ts";
import { SEGMENTS, type Segment } from "../../segment.ts";
import type { Bilingual } from "../../text.ts";
import { FEW, type ShownCount } from "../shown-count.ts";

export const NOT_STATED: Bilingual = { id: "tidak disebut", en: "not stated" };
export const NOT_KNOWN: Bilingual = { id: "tidak diketahui", en: "not known" };
export const NOT_SHOWN: Bilingual = { id: "ditutup", en: "hidden" };

export function countWords(count: ShownCount): Bilingual {
  return count === FEW ? { id: FEW, en: FEW } : { id: formatNumberId(count), en: formatNumberEn(count) };
}

export function rupiahWords(rupiah: number): Bilingual {
  return { id: formatRupiahId(rupiah), en: formatRupiahEn(rupiah) };
}

/** Somebody is never shown as nobody. */
export function percentWords(share: number): Bilingual {
  const tiny = share > 0 && share < 0.0005;
  const [mark, shown] = tiny ? ["< ", 0.001] : ["", share];
  return { id: `${mark}${formatPercentId(shown)}`, en: `${mark}${formatPercentEn(shown)}` };
}

/** @param text `yyyy-mm` */
export function monthWords(text: string): Bilingual {
  return { id: monthNameId(month(text)), en: monthNameEn(month(text)) };
}

/** `Januari – Desember 2022`; a single month by itself. */
/** An empty `last` is no end. */
export function monthsWords(first: string, last: string): Bilingual {
  if (last === "") {
    const { id, en } = monthWords(first);
    return { id: `sejak ${id}, tanpa batas akhir`, en: `since ${en}, without an end` };
  }
  const [from, to] = [monthWords(first), monthWords(last)];
  if (first === last) return to;
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const short = (name: string): string => (sameYear ? name.slice(0, -5) : name);
  return { id: `${short(from.id)} – ${to.id}`, en: `${short(from.en)} – ${to.en}` };
}

export function dayWords(day: Day): Bilingual {
  return { id: dayNameId(day), en: dayNameEn(day) };
}

export function segmentWords(segment: Segment): Bilingual {
  return SEGMENTS[segment].label;
}

export function numberCell(words: Bilingual): Html {
  return html`<td class="number">${both(words)}</td>`;
}

/** null: not known. */
export function countCell(count: ShownCount | null): Html {
  return count === null ? missingCell(NOT_KNOWN) : numberCell(countWords(count));
}

export function missingCell(words: Bilingual): Html {
  return html`<td class="number missing">${both(words)}</td>`;
}

/** The numbers by which a regency's pages name their sources. */
export function sourceMark(sources: readonly string[], source: string): Html {
  return html`<span class="source">[${sources.indexOf(source) + 1}]</span>`;
}
