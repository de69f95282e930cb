// The problems of a receipt by kind: errors before warnings, the commoner first; the same words are said once, with the rows that they are for.

import { formatNumberId } from "#shared/domain/format.ts";
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import { type ProblemKind, problemKinds } from "#shared/domain/problem-kinds.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { wrapped } from "./table.ts";

const WIDTH = 96;
/** Rows named for the same words, and different words for one kind; the JSON has all that the receipt lists. */
const ROWS_NAMED = 12;
const WORDS_SHOWN = 5;

export function problemsText(receipt: Pick<Receipt, "problems" | "problemCounts">): string {
  return problemKinds(receipt).map(kindText).join("\n\n");
}

/** In both languages, indented. */
export function messageText({ message }: Problem): string {
  return [...wrapped(message.id, WIDTH), ...wrapped(message.en, WIDTH)].map((line) => `  ${line}`).join("\n");
}

function kindText({ code, severity, count, sayings }: ProblemKind): string {
  const shown = sayings.slice(0, WORDS_SHOWN).map(({ problems }) => problems.slice(0, ROWS_NAMED));
  const left = count - shown.flat().length;
  return [
    `${formatNumberId(count)} × ${code} (${severity === "warning" ? "peringatan/warning" : "kesalahan/error"})`,
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
