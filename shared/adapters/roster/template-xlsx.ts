// An empty roster as a workbook: the columns of a segment as text, drop-downs where there is something to choose, a hint at every column, and a
// sheet that says how to fill it in.
import { type Cell, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { columnLetter } from "#shared/domain/roster-file/column-letter.ts";
import { type TemplateColumn, templateColumns } from "#shared/domain/roster-template/columns.ts";
import { instructionLines } from "#shared/domain/roster-template/instructions.ts";
import type { Segment } from "#shared/domain/segment.ts";
import { CHOICE_SHEET, HEAD, instructionSheet, ON_PAPER, RUPIAH, TEXT } from "./template-sheets.ts";
import { withColumnFormats } from "./xlsx/column-formats.ts";

const ROSTER_SHEET = "Daftar";
const LAST_ROW = 1_048_576;
const WIDTHS: Readonly<Record<string, number>> = { NIK: 20, NAMA_LENGKAP: 30, PROGRAM: 22, JENIS_PEKERJAAN: 24 };
const OTHER_WIDTH = 16;

export async function templateXlsx(segment: Segment): Promise<Uint8Array> {
  const columns = templateColumns(segment);
  const sheets = [rosterSheet(columns), instructionSheet(instructionLines(segment)), choiceSheet(columns)];
  return withColumnFormats(await writeXlsx({ sheets }));
}

function rosterSheet(columns: readonly TemplateColumn[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [at, { name, holds }] of columns.entries()) {
    cells.set(`0,${at}`, { value: name, type: "string", style: HEAD });
    cells.set(`1,${at}`, { value: null, type: "empty", style: { numFmt: holds === "text" ? TEXT : RUPIAH } });
  }
  return {
    name: ROSTER_SHEET,
    rows: [columns.map(({ name }) => name), columns.map(() => null)],
    columns: columns.map(({ name }) => ({ width: WIDTHS[name] ?? OTHER_WIDTH })),
    cells,
    freezePane: { rows: 1 },
    pageSetup: ON_PAPER,
    dataValidations: columns.map(validationOf),
  };
}

/** The hint is shown when a cell is entered; what the reader would refuse is asked about. */
function validationOf({ name, hint, choices }: TemplateColumn, at: number): DataValidation {
  const letter = columnLetter(at);
  const told = {
    range: `${letter}2:${letter}${LAST_ROW}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: name,
    inputMessage: `${hint.id}\n${hint.en}`,
    errorStyle: "warning",
    errorTitle: name,
    errorMessage: `${hint.id}\n${hint.en}`,
  } as const;
  if (choices !== null) {
    const list = `${CHOICE_SHEET}!$${letter}$1:$${letter}$${choices.values.length}`;
    return { ...told, type: "list", formula1: list, showErrorMessage: !choices.open };
  }
  if (name === "NIK") {
    return { ...told, type: "textLength", operator: "equal", formula1: "16", showErrorMessage: true };
  }
  return { ...told, type: "textLength", operator: "lessThan", formula1: "1000", showErrorMessage: false };
}

/** Hidden: under the letter of each column, what can be chosen in it. */
function choiceSheet(columns: readonly TemplateColumn[]): WriteSheet {
  const longest = Math.max(...columns.map(({ choices }) => choices?.values.length ?? 0));
  const rows = Array.from({ length: longest }, (_, row) => columns.map(({ choices }) => choices?.values[row] ?? null));
  return { name: CHOICE_SHEET, rows, hidden: true };
}
