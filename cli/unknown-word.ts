// A word that is none of those that are known: which was meant, or which there are.
import type { Bilingual } from "#shared/domain/text.ts";
import { UsageError } from "./failures.ts";
import { meantBy } from "./meant.ts";

/** Names of what a word stands for: Indonesian before the word, English after "unknown". */
export const WORD_KINDS = {
  command: { id: "Perintah", en: "command" },
  option: { id: "Pilihan", en: "option" },
  segment: { id: "Segmen", en: "segment" },
  alertKind: { id: "Jenis peringatan", en: "kind of alert" },
  severity: { id: "Tingkat peringatan", en: "severity" },
  referenceKind: { id: "Jenis berkas", en: "kind of file" },
  queue: { id: "Antrean", en: "queue" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** @param listed whether to name all that are known when none is like the word; else the help does */
export function unknownWord(
  what: Bilingual,
  text: string,
  known: readonly string[],
  listed: "listed" | "in-help" = "listed",
): UsageError {
  const meant = meantBy(text, known);
  const list = known.join(", ");
  const [allId, allEn] = listed === "listed" ? [`; yang ada: ${list}`, `; there are: ${list}`] : ["", ""];
  return new UsageError({
    id: `${what.id} ${text} tidak dikenal${meant === null ? allId : `; maksud Anda ${meant}?`}`,
    en: `Unknown ${what.en} ${text}${meant === null ? allEn : `; did you mean ${meant}?`}`,
  });
}
