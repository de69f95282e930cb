// What a row says of the protection: from which month to which, on which wage, by which employer.
import { addMonths, type Month, monthText } from "../month.ts";
import { MAX_BASIS_RUPIAH } from "../packed-enrolments.ts";
import type { Problem } from "../problem.ts";
import { hasNikShape } from "../roster.ts";
import { readMonth } from "./calendar-cell.ts";
import { type Cell, isBlank, textOf } from "./cell.ts";
import type { SettledDefaults } from "./defaults.ts";
import { problem } from "./problems.ts";
import { readRupiah } from "./rupiah-cell.ts";

/** A problem with the column in which it stands. */
export interface FieldProblem {
  readonly field: "first" | "last" | "months" | "wage" | "employer";
  readonly problem: Problem;
}

const LONGEST_PREPAYMENT_MONTHS = 120;
const LONGEST_EMPLOYER = 32;

export interface MonthCells {
  readonly first: Cell | undefined;
  readonly last: Cell | undefined;
  readonly months: Cell | undefined;
}

/** First and last month; on a problem, the defaults in place of what could not be read. */
export function readRange(
  cells: MonthCells,
  defaults: SettledDefaults,
  report: (found: FieldProblem) => void,
): readonly [Month, Month] {
  const start = readMonth(cells.first);
  if (start === "unreadable" || start === "impossible") {
    report({ field: "first", problem: problem(start === "unreadable" ? "start-unreadable" : "start-impossible") });
  }
  const first = typeof start === "object" ? start.month : defaults.first;
  const end = readMonth(cells.last);
  if (end === "unreadable" || end === "impossible") {
    report({ field: "last", problem: problem(end === "unreadable" ? "end-unreadable" : "end-impossible") });
    return [first, defaults.last];
  }
  const last = end === "empty" ? endByCount(cells.months, first, defaults.last, report) : end.month;
  if (last < first && (typeof start === "object" || start === "empty")) {
    report({ field: "last", problem: problem("end-before-start", monthText(first), monthText(last)) });
  }
  return [first, last];
}

/** BULAN_IURAN: that many months from the first on. */
function endByCount(
  cell: Cell | undefined,
  first: Month,
  otherwise: Month,
  report: (found: FieldProblem) => void,
): Month {
  const text = textOf(cell);
  if (isBlank(text)) return otherwise;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= LONGEST_PREPAYMENT_MONTHS) return addMonths(first, count - 1);
  report({ field: "months", problem: problem("months-unreadable") });
  return otherwise;
}

/** Rupiah a month, 0 when not stated. `needed`: the segment is priced by the wage. */
export function readWage(cell: Cell | undefined, needed: boolean, report: (found: FieldProblem) => void): number {
  const reading = readRupiah(cell);
  if (reading === "unreadable") {
    report({ field: "wage", problem: problem("wage-unreadable") });
    return 0;
  }
  const rupiah = reading === "empty" ? 0 : reading.rupiah;
  if (rupiah > MAX_BASIS_RUPIAH) {
    report({ field: "wage", problem: problem("wage-too-large") });
    return 0;
  }
  if (rupiah === 0 && needed) report({ field: "wage", problem: problem("wage-missing") });
  return rupiah;
}

/** The NPP as it is written; "" when there is none. */
export function readEmployer(cell: Cell | undefined, report: (found: FieldProblem) => void): string {
  const text = textOf(cell);
  if (isBlank(text)) return "";
  if (hasNikShape(text)) {
    report({ field: "employer", problem: problem("employer-has-nik") });
    return "";
  }
  if (text.length > LONGEST_EMPLOYER || /\p{Cc}/u.test(text)) {
    report({ field: "employer", problem: problem("employer-unreadable") });
    return "";
  }
  return text;
}
