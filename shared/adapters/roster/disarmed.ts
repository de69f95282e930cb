// Text that a spreadsheet would run as a formula gets an apostrophe in front, which the reader takes off again. Numbers are left alone.

/** What a spreadsheet would run: these in front, in either width, unless what follows is but a number (-5.000, - 5, -5%, -1,5E+3). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SIGNED_NUMBER = /^[+-]? ?[\d.,]+(?:E[+-]?\d+)?%?$/i;

export function disarmed(text: string): string {
  return FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}
