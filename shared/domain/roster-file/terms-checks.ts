// What a row says of the protection: from which month to which, on which wage, by which employer.
import { addMonths, type Month, monthText } from "../month.ts";
import { MAX_BASIS_RUPIAH } from "../packed-enrolments.ts";
import type { Problem } from "../problem.ts";
import { hasNikShape } from "../roster.ts";
import { readMonth, readMonthFirst } from "./calendar-cell.ts";
import { type Cell, isBlank, isFormula, textOf } from "./cell.ts";
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
    report({ field: "first", problem: problem(startCode(start, cells.first)) });
  }
  const first = typeof start === "object" ? start.month : defaults.first;
  if (typeof start === "object" && first > defaults.latestUsual) {
    report({ field: "first", problem: problem("start-far-ahead", monthText(first)) });
  }
  const end = readMonth(cells.last);
  if (end === "unreadable" || end === "impossible") {
    report({ field: "last", problem: problem(endCode(end, cells.last)) });
    return [first, defaults.last];
  }
  const last = end === "empty" ? endByCount(cells.months, first, defaults.last, report) : end.month;
  if (last < first && (typeof start === "object" || start === "empty")) {
    report({ field: "last", problem: problem("end-before-start", monthText(first), monthText(last)) });
  }
  return [first, last];
}

function startCode(reading: "unreadable" | "impossible", cell: Cell | undefined) {
  if (reading === "unreadable") return "start-unreadable";
  return readMonthFirst(cell) === null ? "start-impossible" : "start-month-first";
}

function endCode(reading: "unreadable" | "impossible", cell: Cell | undefined) {
  if (reading === "unreadable") return "end-unreadable";
  return readMonthFirst(cell) === null ? "end-impossible" : "end-month-first";
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
  const count = Number(/^(\d{1,3})(?:[.,]0+)?(?:\s*(?:bulan|bln|months?))?$/i.exec(text)?.[1] ?? 0);
  if (count >= 1 && count <= LONGEST_PREPAYMENT_MONTHS) return addMonths(first, count - 1);
  report({ field: "months", problem: problem("months-unreadable") });
  return otherwise;
}

/** Less than this a month is no wage: perhaps thousands of rupiah. */
const LOWEST_WAGE = 100_000;
/** More than this a month is hardly a wage: perhaps with three zeros too many. */
const HIGHEST_WAGE = 100_000_000;

/** What a wage is for: the contribution is counted from it, or it is only kept, or nothing is told of it (in an `end` file). */
export type WageUse = "priced" | "kept" | "unused";

/** Rupiah a month, 0 when not stated. A wage that cannot be read rejects nobody where the segment is not priced by it. */
export function readWage(cell: Cell | undefined, use: WageUse, report: (found: FieldProblem) => void): number {
  const needed = use === "priced";
  const reading = readRupiah(cell);
  const tooLarge = typeof reading === "object" && reading.rupiah > MAX_BASIS_RUPIAH;
  if (reading === "unreadable" || tooLarge) {
    const code = tooLarge ? "wage-too-large" : "wage-unreadable";
    if (use !== "unused") report({ field: "wage", problem: problem(needed ? code : "wage-not-read") });
    return 0;
  }
  const rupiah = reading === "empty" ? 0 : reading.rupiah;
  if (needed && rupiah < LOWEST_WAGE) {
    report({ field: "wage", problem: problem(rupiah === 0 ? "wage-missing" : "wage-very-low") });
  }
  if (needed && rupiah > HIGHEST_WAGE) report({ field: "wage", problem: problem("wage-very-high") });
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
  if (text.length > LONGEST_EMPLOYER || /\p{Cc}/u.test(text) || isFormula(text)) {
    report({ field: "employer", problem: problem("employer-unreadable") });
    return "";
  }
  return text;
}
