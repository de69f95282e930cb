// An alert in words, for people who have a minute and decide about budgets. Mails are plain and short, Indonesian first; the subject is one line of
// ASCII that a phone shows whole.
import type { AlertFacts } from "../alert.ts";
import { dayNameEn, dayNameId } from "../format.ts";
import type { Bilingual } from "../text.ts";
import type { Workforce } from "../workforce.ts";
import { budgetWords, expiringWords, renewedWords } from "./words/agreement-words.ts";
import { belowTargetWords, droppedWords, recoveredWords } from "./words/coverage-words.ts";
import { lapsingWords } from "./words/lapse-words.ts";
import { heldWords, overdueWords, refusedWords, settledWords } from "./words/roster-words.ts";
import type { Words } from "./words/words.ts";

/** SNS takes at most 100; one less leaves no doubt. */
const LONGEST_SUBJECT = 99;

/** One line of plain ASCII, fewer than 100 characters; Indonesian. */
export function alertSubject(alert: AlertFacts): string {
  const name = alert.name.replace(/^Kabupaten /, "Kab. ").replace(/^Provinsi /, "Prov. ");
  const critical = alert.severity === "critical" ? "KRITIS " : "";
  const subject = `${critical}${name}: ${wordsOf(alert, null).subject}`.normalize("NFKD").replace(/[^ -~]/g, "");
  return subject.length <= LONGEST_SUBJECT ? subject : `${subject.slice(0, LONGEST_SUBJECT - 3)}...`;
}

/** The whole text in both languages; lines are parted by `\n`. */
export function alertText(alert: AlertFacts, workforce: Workforce | null): Bilingual {
  const { id, en } = wordsOf(alert, workforce);
  const critical = alert.severity === "critical";
  return {
    id: [`${critical ? "KRITIS: " : ""}${id.join("\n")}`, "", `Keadaan per ${dayNameId(alert.asOf)}.`].join("\n"),
    en: [`${critical ? "CRITICAL: " : ""}${en.join("\n")}`, "", `As of ${dayNameEn(alert.asOf)}.`].join("\n"),
  };
}

function wordsOf(alert: AlertFacts, workforce: Workforce | null): Words {
  switch (alert.kind) {
    case "coverage.dropped":
      return droppedWords(alert, workforce);
    case "coverage.lapsing":
      return lapsingWords(alert, workforce);
    case "coverage.recovered":
      return recoveredWords(alert, workforce);
    case "coverage.below-target":
      return belowTargetWords(alert);
    case "agreement.budget":
      return budgetWords(alert);
    case "agreement.expiring":
      return expiringWords(alert);
    case "agreement.recovered":
      return renewedWords(alert);
    case "roster.overdue":
      return overdueWords(alert);
    case "roster.held":
      return heldWords(alert);
    case "roster.refused":
      return refusedWords(alert);
    case "roster.recovered":
      return settledWords(alert);
  }
}
