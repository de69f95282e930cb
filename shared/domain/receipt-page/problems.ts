// What was wrong, by kind: how often, what to do about it, and in which rows. Long lists are folded.
import { formatNumberEn, formatNumberId } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { Problem, RowProblem, Severity } from "../problem.ts";
import { type ProblemKind, type ProblemSaying, problemKinds } from "../problem-kinds.ts";
import type { Receipt } from "../receipt.ts";
import type { Bilingual } from "../text.ts";
import { both, named } from "./page.ts";

/** More rows than these are folded. */
const ROWS_OPEN = 12;
/** Different words for one kind, e.g. with different rows in them; the others are folded. */
const SAYINGS_OPEN = 3;

export function problemsPart(receipt: Pick<Receipt, "file" | "problems" | "problemCounts">): Html {
  const kinds = problemKinds(receipt);
  if (kinds.length === 0 && receipt.file.length === 0) return html``;
  return html`<section>
<h2>${both({ id: "Yang perlu diperbaiki atau dilihat", en: "What is to be mended or looked at" })}</h2>
${SEVERITIES.map((severity) => [...receipt.file.filter(isOf(severity)).map(fileProblem), ...kinds.filter(isOf(severity)).map(kindPart)])}</section>
`;
}

const SEVERITIES = ["error", "warning"] as const;

function isOf(severity: Severity) {
  return (problem: { readonly severity: Severity }): boolean => problem.severity === severity;
}

function fileProblem({ code, severity, message }: Problem): Html {
  return html`<article class="problem"><header>${mark(severity)}<h3>${both({ id: "Seluruh berkas", en: "The whole file" })}</h3><span class="code">${code}</span></header>
<p>${both(message)}</p></article>
`;
}

function kindPart({ code, severity, count, sayings }: ProblemKind): Html {
  const shown = sayings.slice(0, SAYINGS_OPEN).map(sayingPart);
  const folded = sayings.slice(SAYINGS_OPEN);
  const listed = sayings.reduce((sum, { problems }) => sum + problems.length, 0);
  return html`<article class="problem"><header>${mark(severity)}<h3>${both(times(count))}</h3><span class="code">${code}</span></header>
${shown}${folded.length === 0 ? "" : html`<details><summary>${both(more(folded.length))}</summary>${folded.map(sayingPart)}</details>`}${listed < count ? html`<p>${both(unlisted(count - listed))}</p>` : ""}</article>
`;
}

function sayingPart({ message, problems }: ProblemSaying): Html {
  const columns = [...new Set(problems.flatMap(({ column }) => column ?? []))];
  const rows = html`<p class="rows">${rowsText(problems)}</p>`;
  const label = both({
    id: `${problems.length === 1 ? "Baris" : `${formatNumberId(problems.length)} baris`}`,
    en: `${problems.length === 1 ? "Row" : `${formatNumberEn(problems.length)} rows`}`,
  });
  return html`<div class="saying"><p>${both(message)}</p>
${columns.length === 0 ? "" : html`<p>${both({ id: "Kolom", en: "Column" })}: ${columns.map((column, index) => html`${index > 0 ? ", " : ""}${named(column)}`)}</p>`}
${problems.length <= ROWS_OPEN ? html`<p class="rows">${label}: ${rowsText(problems)}</p>` : html`<details><summary>${label}</summary>${rows}</details>`}</div>
`;
}

function rowsText(problems: readonly RowProblem[]): string {
  return [...new Set(problems.map(({ row }) => row))].join(", ");
}

function mark(severity: Problem["severity"]): Html {
  return severity === "error"
    ? html`<span class="mark">${both({ id: "Kesalahan", en: "Error" })}</span>`
    : html`<span class="mark warning">${both({ id: "Peringatan", en: "Warning" })}</span>`;
}

function times(count: number): Bilingual {
  return {
    id: `${formatNumberId(count)} kali`,
    en: count === 1 ? "once" : `${formatNumberEn(count)} times`,
  };
}

function more(sayings: number): Bilingual {
  return { id: `dan ${formatNumberId(sayings)} sejenis`, en: `and ${formatNumberEn(sayings)} alike` };
}

function unlisted(count: number): Bilingual {
  return {
    id: `… dan ${formatNumberId(count)} lagi, yang barisnya tidak disebut di sini.`,
    en: `… and ${formatNumberEn(count)} more, whose rows are not named here.`,
  };
}
