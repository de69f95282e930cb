// One cell of a CSV that Excel will open: quoted where it must be, never a formula, and long digits kept as text by an apostrophe in front, which
// the reader takes off again.

/** What a spreadsheet would run: these in front, unless what follows is but a number (-5.000). */
const FORMULA = /^[=+\-@\t\r\n]/;
const SIGNED_NUMBER = /^[+-]?[\d.,]+$/;
/** From 12 digits on, Excel shows a number in scientific notation; a leading zero it drops. */
const DIGITS_TO_KEEP = /^(?:\d{12,}|0\d+)$/;

export function csvCell(text: string, delimiter: string): string {
  const safe = (FORMULA.test(text) && !SIGNED_NUMBER.test(text)) || DIGITS_TO_KEEP.test(text) ? `'${text}` : text;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
