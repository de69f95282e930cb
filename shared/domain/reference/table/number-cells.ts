// Figures as people write them. Nothing is rounded: what is no whole number is none, and a percentage is never guessed to be a share.
import { type Cell, isBlank, textOf } from "../../roster-file/cell.ts";

export type NumberReading = { readonly value: number } | "empty" | "unreadable";

const WHOLE = [/^\d+$/, /^\d{1,3}(?:\.\d{3})+$/, /^\d{1,3}(?:,\d{3})+$/, /^\d{1,3}(?: \d{3})+$/];
/** Longer ones are no figures of a regency. */
const MOST_DIGITS = 15;

/** 253988, 253.988, 253,988, Rp 79.877.988.177 */
export function readWhole(cell: Cell | undefined): NumberReading {
  if (typeof cell === "number") return Number.isSafeInteger(cell) && cell >= 0 ? { value: cell } : "unreadable";
  const text = textOf(cell);
  if (isBlank(text)) return "empty";
  const bare = text
    .replace(/^(?:rp|idr)\.?\s*/i, "")
    .replace(/,-+$/, "")
    .trim();
  const digits = bare.replace(/[., ]/g, "");
  return WHOLE.some((form) => form.test(bare)) && digits.length <= MOST_DIGITS
    ? { value: Number(digits) }
    : "unreadable";
}

/** 55, 55.05, `55,05 %`: the share, 0.5505. From above 1 to 100: 0.55 may mean 55 % or half a per cent. */
export function readPercent(cell: Cell | undefined): NumberReading {
  const text = typeof cell === "number" ? String(cell) : textOf(cell).replace(/\s*%$/, "");
  if (isBlank(text)) return "empty";
  if (!/^\d{1,3}(?:[.,]\d{1,6})?$/.test(text)) return "unreadable";
  const percent = Number(text.replace(",", "."));
  return percent > 1 && percent <= 100 ? { value: Math.round(percent * 10_000) / 1_000_000 } : "unreadable";
}

/** 2022 */
export function readYear(cell: Cell | undefined): NumberReading {
  const text = textOf(cell);
  if (isBlank(text)) return "empty";
  return /^(?:19[5-9]\d|20\d\d)$/.test(text) ? { value: Number(text) } : "unreadable";
}
