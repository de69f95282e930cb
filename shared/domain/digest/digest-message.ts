// A digest in words: how many first, then a paragraph an alert with its id, Indonesian above, English below.
import { dayNameEn, dayNameId } from "../format.ts";
import type { Bilingual } from "../text.ts";
import type { Digest, DigestEntry } from "./digest.ts";

/** Plain ASCII, at most 100 characters, Indonesian. A phone shows some 30 of them: how many, and how many of them critical, come first. */
export function digestSubject({ total, critical, name, asOf, part, parts }: Digest): string {
  const count = `${total} peringatan${critical === 0 ? "" : ` (${critical} KRITIS)`}`;
  const piece = parts === 1 ? "" : ` [${part}/${parts}]`;
  const place = name.normalize("NFKD").replace(/[^ -~]/g, "");
  return `${count}: ${place}, ${dayNameId(asOf)}${piece}`;
}

/** The mail; lines are parted by `\n`. */
export function digestText(digest: Digest): string {
  return [...section(digest, "id"), "", "---", "", ...section(digest, "en"), "", digest.digestId, ""].join("\n");
}

function section(digest: Digest, language: keyof Bilingual): readonly string[] {
  const entries = digest.alerts.flatMap((entry) => ["", ...paragraph(entry, language)]);
  return [headline(digest)[language], ...entries, "", closing(digest)[language]];
}

function headline({ name, asOf, total, critical }: Digest): Bilingual {
  const id = critical === 0 ? "tidak ada yang kritis" : `${critical} kritis`;
  const en = critical === 0 ? "none critical" : `${critical} critical`;
  return {
    id: `Ringkasan harian ${name}, ${dayNameId(asOf)}: ${total} peringatan, ${id}.`,
    en: `Daily digest of ${name}, ${dayNameEn(asOf)}: ${total} ${total === 1 ? "alert" : "alerts"}, ${en}.`,
  };
}

function paragraph({ message, alertId, asOf }: DigestEntry, language: keyof Bilingual): readonly string[] {
  const asOfWords = language === "id" ? `per ${dayNameId(asOf)}` : `as of ${dayNameEn(asOf)}`;
  return [`* ${message[language]}`, `  ${alertId} (${asOfWords})`];
}

function closing({ alerts, total, part, parts }: Digest): Bilingual {
  if (parts === 1) return { id: `Jumlah: ${total}.`, en: `Number of alerts: ${total}.` };
  return {
    id: `Surel ${part} dari ${parts}; di sini ${alerts.length} dari ${total} peringatan.`,
    en: `Mail ${part} of ${parts}; here ${alerts.length} of ${total} alerts.`,
  };
}
