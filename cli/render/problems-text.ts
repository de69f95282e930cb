// The problems of a receipt by kind: errors before warnings, the commoner first; the same words are said once, with the rows that they are for.

import { formatNumberId } from "#shared/domain/format.ts";
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { wrapped } from "./table.ts";

const WIDTH = 96;
/** Rows named for the same words, and different words for one kind; the JSON has all that the receipt lists. */
const ROWS_NAMED = 12;
const WORDS_SHOWN = 5;

export function problemsText({ problems, problemCounts }: Pick<Receipt, "problems" | "problemCounts">): string {
  const listed = Map.groupBy(problems, (problem) => problem.code);
  return Object.entries(problemCounts)
    .map(([code, count]) => ({ code, count, listed: listed.get(code) ?? [] }))
    .sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(kindText)
    .join("\n\n");
}

/** In both languages, indented. */
export function messageText({ message }: Problem): string {
  return [...wrapped(message.id, WIDTH), ...wrapped(message.en, WIDTH)].map((line) => `  ${line}`).join("\n");
}

interface Kind {
  readonly code: string;
  readonly count: number;
  readonly listed: readonly RowProblem[];
}

function rankOf({ listed }: Kind): number {
  return listed[0]?.severity === "warning" ? 1 : 0;
}

function kindText({ code, count, listed }: Kind): string {
  const bySaying = [...Map.groupBy(listed, ({ message }) => message.id).values()].slice(0, WORDS_SHOWN);
  const shown = bySaying.map((same) => same.slice(0, ROWS_NAMED));
  const left = count - shown.flat().length;
  const severity = listed[0]?.severity === "warning" ? "peringatan/warning" : "kesalahan/error";
  return [
    `${formatNumberId(count)} × ${code} (${severity})`,
    ...shown.flatMap((same) => [...same.slice(0, 1).map(messageText), rowsText(same)]),
    ...(left > 0 ? [`  … dan ${formatNumberId(left)} lagi / and ${formatNumberId(left)} more`] : []),
  ].join("\n");
}

function rowsText(problems: readonly RowProblem[]): string {
  const [first] = problems;
  const column = first?.column ? `${first.column}, ` : "";
  const rows = problems.map(({ row }) => String(row)).join(", ");
  return wrapped(`→ ${column}baris/rows ${rows}`, WIDTH)
    .map((line) => `  ${line}`)
    .join("\n");
}
