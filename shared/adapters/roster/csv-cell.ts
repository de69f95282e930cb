// One cell of a CSV that Excel will open: quoted where it must be, never a formula, and long digits kept as text by an apostrophe in front, which
// the reader takes off again.
import { disarmed } from "./disarmed.ts";

/** From 12 digits on, Excel shows a number in scientific notation; a leading zero it drops. */
const DIGITS_TO_KEEP = /^(?:\d{12,}|0\d+)$/;

export function csvCell(text: string, delimiter: string): string {
  const safe = DIGITS_TO_KEEP.test(text) ? `'${text}` : disarmed(text);
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
