// Sixteen digits in a row wherever they stand in a text, also with blanks, dots, hyphens or apostrophes between them, as people write a NIK. It finds
// too much rather than too little: whether they are anybody's NIK is for the caller to say.

/** Blanks of every width, what is no letter at all, and what stands for a byte that could not be read. */
const BETWEEN = "[ .\\-_'’‘`´\\u00a0\\u2007\\u2009\\u202f\\u200b\\ufeff\\ufffd]";
const RUN = new RegExp(`\\d(?:${BETWEEN}{0,3}\\d){15,}`, "g");
const DIGITS = 16;

/** The longest text in which sixteen digits are taken together. */
export const LONGEST_NIK_TEXT = DIGITS * 4;

export function* sixteenDigitsIn(text: string): Generator<string, void, undefined> {
  for (const [run] of text.matchAll(RUN)) {
    const digits = run.replace(/\D/g, "");
    for (let at = 0; at + DIGITS <= digits.length; at += 1) yield digits.slice(at, at + DIGITS);
  }
}

/** The text with each such run replaced, for where it is shown or kept. */
export function concealed(text: string): string {
  return text.replace(RUN, "…");
}
