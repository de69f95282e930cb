// A receipt for a person: what became of the file, the counts, and each problem with its way out, the same ones together.
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { receiptSummary } from "#shared/domain/receipt-summary.ts";
import { columns, wrapped } from "./table.ts";
import { figure } from "./words.ts";

const WIDTH = 96;
/** Rows named of one kind of problem; the JSON has all that the receipt lists. */
const ROWS_NAMED = 12;

export function receiptText(receipt: Receipt): string {
  const { id, en } = receiptSummary({ ...receipt, file: [] });
  return [
    ...wrapped(id, WIDTH),
    ...wrapped(en, WIDTH),
    "",
    countsText(receipt),
    ...receipt.file.flatMap((problem) => ["", ...messageLines(problem)]),
    ...problemsByCode(receipt).flatMap((group) => ["", ...groupLines(group)]),
  ].join("\n");
}

function countsText({
  uploadId,
  roster,
  fileName,
  receivedAt,
  asOf,
  version,
  rows,
  changes,
  employers,
}: Receipt): string {
  return columns([
    ["Unggahan / upload", uploadId],
    ["Daftar / roster", roster ?? "-"],
    ["Berkas / file", `${fileName}  (${receivedAt}; ${asOf})`],
    [
      "Baris / rows",
      `${figure(rows.read)} dibaca/read = ${figure(rows.accepted)} diterima/accepted + ${figure(rows.duplicate)} ganda/duplicate + ${figure(rows.rejected)} ditolak/rejected`,
    ],
    ...(changes === null
      ? []
      : [
          [
            "Perubahan / changes",
            `${figure(changes.enrolled)} baru/enrolled, ${figure(changes.changed)} berubah/changed, ${figure(changes.unchanged)} tetap/unchanged,`,
          ],
          [
            "",
            `${figure(changes.ended)} berakhir/ended, ${figure(changes.kept)} dipertahankan/kept, ${figure(changes.withheld)} ditahan/withheld`,
          ],
        ]),
    ...(version === null ? [] : [["Versi / version", String(version)]]),
    ...(employers === 0 ? [] : [["Pemberi kerja / employers", figure(employers)]]),
  ]);
}

interface ProblemGroup {
  readonly code: string;
  readonly count: number;
  readonly listed: readonly RowProblem[];
}

/** Errors before warnings, the commoner first. */
function problemsByCode({ problems, problemCounts }: Receipt): readonly ProblemGroup[] {
  const listed = Map.groupBy(problems, (problem) => problem.code);
  const groups = Object.entries(problemCounts).map(([code, count]) => ({
    code,
    count,
    listed: listed.get(code) ?? [],
  }));
  const rank = (group: ProblemGroup): number => (group.listed[0]?.severity === "warning" ? 1 : 0);
  return groups.sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1));
}

function groupLines({ code, count, listed }: ProblemGroup): readonly string[] {
  const [first] = listed;
  const rows = listed
    .slice(0, ROWS_NAMED)
    .map(({ row, column }) => (column === null ? String(row) : `${row} (${column})`));
  const more = count > rows.length ? [`… ${figure(count - rows.length)} lagi / more`] : [];
  const kind = first?.severity === "warning" ? "peringatan/warning" : "kesalahan/error";
  return [
    `${figure(count)} × ${code} (${kind})`,
    ...(first === undefined ? [] : messageLines(first)),
    ...wrapped(`baris/rows: ${[...rows, ...more].join(", ")}`, WIDTH).map((line) => `  ${line}`),
  ];
}

function messageLines({ message }: Problem): readonly string[] {
  return [...wrapped(message.id, WIDTH), ...wrapped(message.en, WIDTH)].map((line) => `  ${line}`);
}
