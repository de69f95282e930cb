// What is told of the cells of one file, by the numbers of its book of problems: remembered words of the very checks that `rowChecker` makes.
import type { Problem } from "#shared/domain/problem.ts";
import { birthCentury } from "#shared/domain/roster-file/birth-year.ts";
import { isSerialText, readMonth, readMonthFirst } from "#shared/domain/roster-file/calendar-cell.ts";
import { textOf } from "#shared/domain/roster-file/cell.ts";
import { type RowRules, wageUseOf } from "#shared/domain/roster-file/check-row.ts";
import type { SettledDefaults } from "#shared/domain/roster-file/defaults.ts";
import { readBirth, readNik } from "#shared/domain/roster-file/identity-checks.ts";
import { showsWorker } from "#shared/domain/roster-file/no-worker.ts";
import { otherSeparator } from "#shared/domain/roster-file/other-separator.ts";
import { type ProblemCode, problem } from "#shared/domain/roster-file/problems.ts";
import { readProgrammes } from "#shared/domain/roster-file/programmes-cell.ts";
import {
  type FieldProblem,
  type MonthCells,
  readEmployer,
  readRange,
  readWage,
} from "#shared/domain/roster-file/terms-checks.ts";
import { type CellMemo, cellMemo } from "./cell-memo.ts";
import { DEPENDS, NOTHING_TOLD, type ProblemBook } from "./problem-book.ts";

/** Faults that only the form decides, in which all digits are alike. */
const OF_FORM: ReadonlySet<string> = new Set<ProblemCode>([
  "nik-missing",
  "nik-length",
  "nik-not-digits",
  "nik-scientific",
  "nik-is-passport",
]);

/** Wrong texts of one column that are remembered at once. */
const MOST_TEXTS = 256;

/** Each gives the number of what is told, NOTHING_TOLD, or DEPENDS where the cell alone does not say. */
export interface ToldCells {
  /** Of a NIK's form, its cell with a 1 in place of every digit: twice the number, and 1 more when it does not show that the row is a worker's. */
  readonly nikForm: CellMemo;
  readonly birth: CellMemo;
  readonly programmes: CellMemo;
  readonly first: CellMemo;
  readonly last: CellMemo;
  readonly months: CellMemo;
  readonly wage: CellMemo;
  readonly employer: CellMemo;
  /** Of a cell beyond the header. */
  readonly beyond: CellMemo;
}

export function toldCells(rules: RowRules, settled: SettledDefaults, book: ProblemBook): ToldCells {
  const { segment } = rules;
  const wageUse = wageUseOf(rules);
  /** The checks tell no more than one thing of a cell. */
  const toldOf = (field: FieldProblem["field"], read: (report: (found: FieldProblem) => void) => unknown): number => {
    let told = NOTHING_TOLD;
    read((found) => {
      if (found.field === field) told = book.numberOf(field, found.problem);
    });
    return told;
  };
  const toldOfForm = (form: string): number => {
    const { names, columns } = rules.header;
    // The whole row may be in this cell, or in the first.
    if (form === "" ? columns.nik !== 0 : otherSeparator([form], columns.nik ?? 0, names.length) !== null)
      return DEPENDS;
    const fault = faultOfForm(form);
    return fault === null ? DEPENDS : book.numberOf("nik", fault);
  };
  const rangeTold = (field: "first" | "last" | "months", text: string): number => {
    const cells: MonthCells = { first: "", last: "", months: "", [field]: text };
    return toldOf(field, (report) => readRange(cells, settled, report));
  };
  return {
    nikForm: toldMemo((form) => 2 * toldOfForm(form) + (showsWorker(textOf(form)) ? 0 : 1)),
    birth: toldMemo((text) => {
      // Beside a NIK the other order of day and month may be the right one, or a serial be borne out.
      if (isSerialText(text) || readMonthFirst(text, birthCentury(rules.asOf)) !== null) return DEPENDS;
      return book.numberOf("birth", readBirth(text, null, rules.asOf).problem);
    }),
    programmes: toldMemo((text) => {
      const reading = readProgrammes(textOf(text), segment);
      return book.numberOf("programmes", reading === null || "programmes" in reading ? null : reading);
    }),
    first: toldMemo((text) => {
      const start = readMonth(text);
      // Told of a month that can be read, on which the rest of the row depends.
      return typeof start === "object" ? DEPENDS : rangeTold("first", text);
    }),
    last: toldMemo((text) => rangeTold("last", text)),
    months: toldMemo((text) => rangeTold("months", text)),
    wage: toldMemo((text) => toldOf("wage", (report) => readWage(text, wageUse, report))),
    employer: toldMemo((text) => toldOf("employer", (report) => readEmployer(text, report))),
    beyond: toldMemo((text) =>
      rules.cellsMayShift && textOf(text) !== "" ? book.numberOf(null, problem("row-too-wide")) : DEPENDS,
    ),
  };
}

function faultOfForm(form: string): Problem | null {
  const reading = readNik(form);
  return "fault" in reading && OF_FORM.has(reading.fault.code) ? reading.fault : null;
}

function toldMemo(read: (text: string) => number): CellMemo {
  return cellMemo(read, MOST_TEXTS);
}
