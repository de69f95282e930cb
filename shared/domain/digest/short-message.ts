// The words of an alert in one paragraph: what comes before its first empty line, that is all but the list of its parts.
import type { Bilingual } from "../text.ts";

/** No alert's first paragraph is nearly as long; what is longer is cut, so that a mail's length has a limit. */
export const LONGEST_PARAGRAPH = 600;

export function shortMessage({ id, en }: Bilingual): Bilingual {
  return { id: firstParagraph(id), en: firstParagraph(en) };
}

function firstParagraph(text: string): string {
  const [first = ""] = text.trim().split(/\n\s*\n/);
  const line = first.replace(/\s*\n\s*/g, " ");
  return line.length <= LONGEST_PARAGRAPH ? line : `${line.slice(0, LONGEST_PARAGRAPH - 3).trimEnd()}...`;
}
