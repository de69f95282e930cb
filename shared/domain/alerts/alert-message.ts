// An alert in words, for people who have a minute and decide about budgets: what happened, how many, which rosters and why. Rates only with the
// workforce figure, its year and source.
import type { Alert, AlertKind, AlertPart, Cause } from "../alert.ts";
import {
  dayNameEn,
  dayNameId,
  formatChangeEn,
  formatChangeId,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  monthNameEn,
  monthNameId,
} from "../format.ts";
import { SEGMENTS } from "../segment.ts";
import type { Bilingual } from "../text.ts";
import type { Workforce } from "../workforce.ts";

/** SNS wants fewer than 100. */
const LONGEST_SUBJECT = 99;

const HAPPENED: Readonly<Record<AlertKind, Bilingual>> = {
  "coverage.dropped": { id: "turun", en: "fell" },
  "coverage.recovered": { id: "naik kembali", en: "has risen again" },
};

const CAUSES_IN_WORDS: Readonly<Record<Cause, Bilingual>> = {
  "protection-ended": { id: "masa perlindungan berakhir", en: "protection ended" },
  "protection-started": { id: "masa perlindungan dimulai", en: "protection started" },
  "left-roster": { id: "tidak lagi tercantum dalam daftar", en: "no longer on the roster" },
  "joined-roster": { id: "ditambahkan ke daftar", en: "added to the roster" },
  "programmes-changed": { id: "program berubah", en: "programmes changed" },
  overlap: {
    id: "pekerja yang tercantum di beberapa daftar sekaligus dihitung satu kali",
    en: "workers on several rosters at once are counted once",
  },
  others: { id: "perubahan kecil lainnya, digabung", en: "smaller changes together" },
};

/** What is told of an alert but its words. */
export type AlertFacts = Omit<Alert, "message">;

/** One line of plain ASCII, fewer than 100 characters; Indonesian. */
export function alertSubject(alert: AlertFacts): string {
  const name = alert.name.replace(/^Kabupaten /, "Kab. ");
  const critical = alert.severity === "critical" ? "KRITIS, " : "";
  const workers = formatNumberId(Math.abs(alert.change));
  const subject = `${name}: pekerja terlindungi ${HAPPENED[alert.kind].id} ${workers} (${critical}${monthNameId(alert.month)})`;
  return subject
    .normalize("NFKD")
    .replace(/[^ -~]/g, "")
    .slice(0, LONGEST_SUBJECT);
}

/** The whole text in both languages; lines are parted by `\n`. */
export function alertText(alert: AlertFacts, workforce: Workforce | null): Bilingual {
  return { id: textId(alert, workforce), en: textEn(alert, workforce) };
}

function textId(alert: AlertFacts, workforce: Workforce | null): string {
  const { before, after, change } = alert;
  const critical = alert.severity === "critical" ? "KRITIS: " : "";
  return [
    `${critical}Perlindungan Jamsostek di ${alert.name} ${HAPPENED[alert.kind].id} dari ${formatNumberId(before)} menjadi ` +
      `${formatNumberId(after)} pekerja (${formatChangeId(change)}) pada ${monthNameId(alert.month)}.`,
    ...rateLines(workforce, ({ workers, year, source }) => [
      `Kini ${formatPercentId(after / workers)} dari ${formatNumberId(workers)} pekerja (${year}) terlindungi; sebelumnya ` +
        `${formatPercentId(before / workers)}. Sumber jumlah pekerja: ${source}.`,
    ]),
    "",
    "Rincian perubahan:",
    ...alert.parts.map((part) => `- ${partInWords(part, "id", formatChangeId)}`),
    "",
    `Keadaan per ${dayNameId(alert.asOf)}.`,
  ].join("\n");
}

function textEn(alert: AlertFacts, workforce: Workforce | null): string {
  const { before, after, change } = alert;
  const critical = alert.severity === "critical" ? "CRITICAL: " : "";
  return [
    `${critical}Jamsostek protection in ${alert.name} ${HAPPENED[alert.kind].en} from ${formatNumberEn(before)} to ` +
      `${formatNumberEn(after)} workers (${formatChangeEn(change)}) in ${monthNameEn(alert.month)}.`,
    ...rateLines(workforce, ({ workers, year, source }) => [
      `Protected now: ${formatPercentEn(after / workers)} of ${formatNumberEn(workers)} workers (${year}); before: ` +
        `${formatPercentEn(before / workers)}. Source of the number of workers: ${source}.`,
    ]),
    "",
    "What changed:",
    ...alert.parts.map((part) => `- ${partInWords(part, "en", formatChangeEn)}`),
    "",
    `As of ${dayNameEn(alert.asOf)}.`,
  ].join("\n");
}

function rateLines(workforce: Workforce | null, lines: (known: Workforce) => readonly string[]): readonly string[] {
  return workforce === null || workforce.workers === 0 ? [] : lines(workforce);
}

/** `-24.000: masa perlindungan berakhir, Pekerja rentan (14.03/rentan/apbd-2022)`. */
function partInWords(part: AlertPart, language: keyof Bilingual, format: (workers: number) => string): string {
  const cause = CAUSES_IN_WORDS[part.cause][language];
  if (part.segment === null) return `${format(part.workers)}: ${cause}`;
  const small = language === "id" ? "gabungan daftar kecil" : "small rosters together";
  return `${format(part.workers)}: ${cause}, ${SEGMENTS[part.segment].label[language]} (${part.roster ?? small})`;
}
