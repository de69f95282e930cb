// Text that a spreadsheet would run as a formula gets an apostrophe in front, which the reader takes off again. Numbers are left alone.

/** What a spreadsheet would run: these in front, unless what follows is but a number (-5.000). */
const FORMULA = /^[=+\-@\t\r\n]/;
const SIGNED_NUMBER = /^[+-]?[\d.,]+$/;

export function disarmed(text: string): string {
  return FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}
