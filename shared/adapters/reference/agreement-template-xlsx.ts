// An empty agreement as a workbook: a sheet of fields, a sheet of periods, drop-downs where there is something to choose, and how to fill it in.
import { type Cell, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import {
  AGREEMENT_FIELDS,
  AGREEMENT_SHEET,
  type AgreementField,
  PERIOD_FIELDS,
  PERIOD_SHEET,
} from "#shared/domain/reference/agreement-sheet/fields.ts";
import { agreementInstructions } from "#shared/domain/reference/agreement-sheet/instructions.ts";
import { columnLetter } from "#shared/domain/roster-file/column-letter.ts";
import { CHOICE_SHEET, HEAD, instructionSheet, ON_PAPER, RUPIAH, TEXT, WRAPPED } from "../roster/template-sheets.ts";

/** Rows for periods that keep what is typed as text; below them, Excel may take a month for a date, which is read as well. */
const PERIOD_ROWS = 30;
const FIELDS: readonly AgreementField[] = Object.values(AGREEMENT_FIELDS);
const COLUMNS: readonly AgreementField[] = Object.values(PERIOD_FIELDS);
const CHOSEN: readonly AgreementField[] = [...FIELDS, ...COLUMNS].filter(({ choices }) => choices !== null);
const AMOUNTS: readonly string[] = [PERIOD_FIELDS.plannedWorkers.name, PERIOD_FIELDS.budgetRupiah.name];

export async function agreementTemplateXlsx(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [fieldSheet(), periodSheet(), instructionSheet(agreementInstructions()), choiceSheet()],
  });
}

function fieldSheet(): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, { name, hint }] of FIELDS.entries()) {
    cells.set(`${row},0`, { value: name, type: "string", style: HEAD });
    cells.set(`${row},1`, { value: null, type: "empty", style: { ...WRAPPED, numFmt: TEXT } });
    cells.set(`${row},2`, { value: `${hint.id}\n${hint.en}`, type: "string", style: WRAPPED });
  }
  return {
    name: AGREEMENT_SHEET,
    rows: FIELDS.map(({ name, hint }) => [name, null, `${hint.id}\n${hint.en}`]),
    columns: [{ width: 16 }, { width: 50 }, { width: 70 }],
    rowDefs: new Map(FIELDS.map((_, row) => [row, { height: 62 }])),
    cells,
    pageSetup: ON_PAPER,
    dataValidations: FIELDS.map((field, row) => validationOf(field, `B${row + 1}`)),
  };
}

function periodSheet(): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [at, { name }] of COLUMNS.entries()) {
    cells.set(`0,${at}`, { value: name, type: "string", style: HEAD });
    const style = { numFmt: AMOUNTS.includes(name) ? RUPIAH : TEXT };
    for (let row = 1; row <= PERIOD_ROWS; row += 1) cells.set(`${row},${at}`, { value: null, type: "empty", style });
  }
  return {
    name: PERIOD_SHEET,
    rows: [COLUMNS.map(({ name }) => name), ...Array.from({ length: PERIOD_ROWS }, () => COLUMNS.map(() => null))],
    columns: COLUMNS.map(({ name }) => ({ width: name.startsWith("SUMBER") || name === "DASAR_HUKUM" ? 30 : 18 })),
    cells,
    freezePane: { rows: 1 },
    pageSetup: ON_PAPER,
    dataValidations: COLUMNS.map((field, at) => {
      const letter = columnLetter(at);
      return validationOf(field, `${letter}2:${letter}1048576`);
    }),
  };
}

/** The hint is shown when a cell is entered. */
function validationOf(field: AgreementField, range: string): DataValidation {
  const { name, hint, choices } = field;
  const told = {
    range,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: name,
    inputMessage: `${hint.id}\n${hint.en}`,
    errorStyle: "warning",
    errorTitle: name,
    errorMessage: `${hint.id}\n${hint.en}`,
  } as const;
  if (choices === null)
    return { ...told, type: "textLength", operator: "lessThan", formula1: "1001", showErrorMessage: true };
  const letter = columnLetter(CHOSEN.indexOf(field));
  const list = `${CHOICE_SHEET}!$${letter}$1:$${letter}$${choices.length}`;
  return { ...told, type: "list", formula1: list, showErrorMessage: true };
}

/** Hidden: a column of choices for each field that has some. */
function choiceSheet(): WriteSheet {
  const longest = Math.max(...CHOSEN.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: longest }, (_, row) => CHOSEN.map(({ choices }) => choices?.[row] ?? null));
  return { name: CHOICE_SHEET, rows, hidden: true };
}
