// An agreement out of its two sheets: the content, or all that is wrong, by row and column.
import { OPEN_END } from "../../month.ts";
import type { Problem, RowProblem } from "../../problem.ts";
import { isProgramme, type Programme } from "../../programme.ts";
import { hasNikShape, isRosterId, type RosterId } from "../../roster.ts";
import { readMonth } from "../../roster-file/calendar-cell.ts";
import { type Cell, isBlank, isEmptyRow, type SheetRow, textOf } from "../../roster-file/cell.ts";
import { columnKey } from "../../roster-file/columns.ts";
import { isSegment, SEGMENT_CODES, type Segment } from "../../segment.ts";
import type { AgreementPeriod, BudgetSource } from "../agreement.ts";
import type { AgreementContent } from "../agreement-content.ts";
import { referenceProblem } from "../problems.ts";
import { readWhole } from "../table/number-cells.ts";
import { BUDGET_SOURCE_CHOICES, readBudgetSource } from "./budget-source.ts";
import {
  AGREEMENT_FIELDS,
  AGREEMENT_SHEET,
  type AgreementField,
  MONTHLY,
  PERIOD_FIELDS,
  PERIOD_SHEET,
  PROGRAMME_LIST,
} from "./fields.ts";
import { readLegalBasis } from "./legal-basis.ts";

export interface AgreementSheets {
  readonly agreement: readonly SheetRow[];
  readonly periods: readonly SheetRow[];
}

export interface AgreementSheetsReading {
  /** null where anything is wrong. */
  readonly content: AgreementContent | null;
  readonly rows: number;
  readonly file: readonly Problem[];
  /** Their columns are named with their sheet: `Masa: SUMBER_DANA`. */
  readonly problems: readonly RowProblem[];
}

export function readAgreementSheets({ agreement, periods }: AgreementSheets, regency: string): AgreementSheetsReading {
  const niks = [...niksIn(AGREEMENT_SHEET, agreement), ...niksIn(PERIOD_SHEET, periods)];
  if (niks.length > 0) return { content: null, rows: 0, file: [], problems: niks };
  const problems: RowProblem[] = [];
  const terms = termsIn(agreement, regency, problems);
  const body = periods.slice(1).filter(({ cells }) => !isEmptyRow(cells));
  const places = placesOf(periods[0]);
  const read = body.map((row) => periodIn(row, places, problems));
  const whole = read.filter((period) => period !== null);
  const content = terms === null || problems.length > 0 ? null : { ...terms, periods: whole };
  // Told beside all else that is wrong; of a content by itself, its own check tells it.
  const file = body.length === 0 && content === null ? [referenceProblem("agreement-no-period")] : [];
  return { content, rows: body.length, file, problems };
}

function niksIn(sheet: string, rows: readonly SheetRow[]): readonly RowProblem[] {
  return rows
    .filter(({ cells }) => cells.some((cell) => hasNikShape(textOf(cell))))
    .map(({ row }) => ({ row, column: sheet, ...referenceProblem("reference-nik") }));
}

type Told = (field: AgreementField, problem: Problem) => null;

function termsIn(
  sheet: readonly SheetRow[],
  regency: string,
  problems: RowProblem[],
): Omit<AgreementContent, "periods"> | null {
  const rowOf = ({ name }: AgreementField): SheetRow | undefined =>
    sheet.find(({ cells }) => columnKey(textOf(cells[0])) === columnKey(name));
  const wrong: Told = (field, problem) => {
    problems.push({ row: rowOf(field)?.row ?? 1, column: `${AGREEMENT_SHEET}: ${field.name}`, ...problem });
    return null;
  };
  const cellOf = (field: AgreementField): Cell | undefined => rowOf(field)?.cells[1];
  const sponsor = requiredText(AGREEMENT_FIELDS.sponsor, cellOf, wrong);
  const segment = segmentIn(cellOf, wrong);
  const programmes = programmesIn(cellOf, wrong);
  const rosters = rostersIn(cellOf, wrong, regency);
  const reporting = reportingIn(cellOf, wrong);
  const office = requiredText(AGREEMENT_FIELDS.office, cellOf, wrong);
  const email = emailIn(cellOf, wrong);
  if (sponsor === null || segment === null || programmes === null || rosters === null || office === null) return null;
  return { sponsor, segment, programmes, rosters, reporting, contact: { office, email } };
}

type CellOf = (field: AgreementField) => Cell | undefined;

function requiredText(field: AgreementField, cellOf: CellOf, wrong: Told): string | null {
  const text = textOf(cellOf(field));
  return isBlank(text) ? wrong(field, referenceProblem("agreement-value-missing", field.name)) : text;
}

function segmentIn(cellOf: CellOf, wrong: Told): Segment | null {
  const field = AGREEMENT_FIELDS.segment;
  const text = requiredText(field, cellOf, wrong)?.toLowerCase();
  if (text === undefined) return null;
  return isSegment(text)
    ? text
    : wrong(field, referenceProblem("agreement-choice", field.name, SEGMENT_CODES.join(", ")));
}

function programmesIn(cellOf: CellOf, wrong: Told): readonly Programme[] | null {
  const field = AGREEMENT_FIELDS.programmes;
  const text = requiredText(field, cellOf, wrong)?.toLowerCase();
  if (text === undefined) return null;
  const names = text.split(/[^a-z0-9]+/).filter((name) => name !== "");
  return names.every(isProgramme)
    ? names
    : wrong(field, referenceProblem("agreement-choice", field.name, PROGRAMME_LIST));
}

function rostersIn(cellOf: CellOf, wrong: Told, regency: string): readonly RosterId[] | null {
  const field = AGREEMENT_FIELDS.rosters;
  const names = textOf(cellOf(field))
    .split(";")
    .map((name) => name.trim())
    .filter((name) => !isBlank(name));
  return names.every(isRosterId) ? names : wrong(field, referenceProblem("agreement-rosters", regency));
}

function reportingIn(cellOf: CellOf, wrong: Told): "monthly" | null {
  const field = AGREEMENT_FIELDS.reporting;
  const text = textOf(cellOf(field)).toLowerCase();
  if (isBlank(text)) return null;
  return text === MONTHLY ? "monthly" : wrong(field, referenceProblem("agreement-choice", field.name, MONTHLY));
}

function emailIn(cellOf: CellOf, wrong: Told): string | null {
  const field = AGREEMENT_FIELDS.email;
  const text = textOf(cellOf(field));
  if (isBlank(text)) return null;
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)
    ? text
    : wrong(field, referenceProblem("agreement-email", field.name));
}

function budgetSourceIn(cellOf: CellOf, wrong: Told): BudgetSource | null {
  const field = PERIOD_FIELDS.budgetSource;
  const text = requiredText(field, cellOf, wrong);
  if (text === null) return null;
  const known = BUDGET_SOURCE_CHOICES.join(", ");
  return readBudgetSource(text) ?? wrong(field, referenceProblem("agreement-choice", field.name, known));
}

type Places = ReadonlyMap<string, number>;

function placesOf(header: SheetRow | undefined): Places {
  return new Map((header?.cells ?? []).map((cell, index) => [columnKey(textOf(cell)), index]));
}

function periodIn({ row, cells }: SheetRow, places: Places, problems: RowProblem[]): AgreementPeriod | null {
  const cellOf: CellOf = ({ name }) => cells[places.get(columnKey(name)) ?? -1];
  const wrong: Told = (field, problem) => {
    problems.push({ row, column: `${PERIOD_SHEET}: ${field.name}`, ...problem });
    return null;
  };
  const monthIn = (field: AgreementField) => {
    const reading = readMonth(cellOf(field));
    return typeof reading === "object" ? reading.month : wrong(field, referenceProblem("month-unreadable"));
  };
  const amountIn = (field: AgreementField): number | null => {
    const reading = readWhole(cellOf(field));
    if (reading === "empty") return null;
    return reading !== "unreadable" && reading.value > 0
      ? reading.value
      : wrong(field, referenceProblem("number-unreadable"));
  };
  const first = monthIn(PERIOD_FIELDS.first);
  const last = readMonth(cellOf(PERIOD_FIELDS.last)) === "empty" ? OPEN_END : monthIn(PERIOD_FIELDS.last);
  const plannedWorkers = amountIn(PERIOD_FIELDS.plannedWorkers);
  const budgetRupiah = amountIn(PERIOD_FIELDS.budgetRupiah);
  const budgetSource = budgetSourceIn(cellOf, wrong);
  const legalBasis = readLegalBasis(textOf(cellOf(PERIOD_FIELDS.legalBasis)));
  if (legalBasis === null) wrong(PERIOD_FIELDS.legalBasis, referenceProblem("agreement-legal-basis"));
  const source = requiredText(PERIOD_FIELDS.source, cellOf, wrong);
  if (first === null || last === null || budgetSource === null || legalBasis === null || source === null) return null;
  return { first, last, plannedWorkers, budgetRupiah, budgetSource, legalBasis, source };
}
