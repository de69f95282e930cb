// Months that a list does not say, or not in all rows, and what is counted in their place: nobody is warned of an end that the list keeps to itself.
import { monthText, OPEN_END } from "../month.ts";
import type { Problem } from "../problem.ts";
import { isPricedByWage, type RowRules } from "./check-row.ts";
import { columnKey } from "./columns.ts";
import { settleDefaults } from "./defaults.ts";
import { safeName } from "./header.ts";
import { problem } from "./problems.ts";

export interface MonthsSaid {
  /** Accepted rows. */
  rows: number;
  withoutStart: number;
  withoutEnd: number;
}

/**
 * Months that only some rows say, as where their cells were merged before the sheet became a CSV. Among wage earners it is usual that only those have an
 * end who leave.
 */
export function monthsUnsaid(rules: RowRules, { rows, withoutStart, withoutEnd }: MonthsSaid): readonly Problem[] {
  const { header, segment, defaults, asOf } = rules;
  if (defaults.mode === "end") return [];
  const { first, last } = settleDefaults(defaults, segment, asOf);
  const found: Problem[] = [];
  if (defaults.first === null && header.columns.first !== undefined && withoutStart > 0 && withoutStart < rows)
    found.push(problem("start-empty-in-some", withoutStart, rows, monthText(first)));
  const leaves = isPricedByWage(rules) ? withoutEnd * 2 < rows : withoutEnd < rows;
  if (defaults.last === null && header.columns.last !== undefined && withoutEnd > 0 && leaves)
    found.push(problem("end-empty-in-some", withoutEnd, rows, last === OPEN_END ? null : monthText(last)));
  found.push(...unreadEnd(rules, rows));
  return found;
}

/** A column that may say when protection ends, under a name that is not read for it. */
const PERHAPS_END = /(?<!TER)AKHIR|SAMPAI|HABIS|SELESAI|EXPIR|ENDDATE/;
/** Until when an identity card is good, and the end of an employment in the lists of SIPP, in which it has a place beside its beginning. */
const OTHER_END = /BERLAKU|BAYAR/;
const OF_SIPP = ["TGLAWALBEKERJA", "TGLAKHIRKONTRAK"] as const;

function unreadEnd({ header, defaults }: RowRules, rows: number): readonly Problem[] {
  if (header.columns.last !== undefined || header.columns.months !== undefined || defaults.last !== null) return [];
  const keys = header.names.map(columnKey);
  const isSipp = OF_SIPP.every((key) => keys.includes(key));
  const column = keys.findIndex((key) => PERHAPS_END.test(key) && !OTHER_END.test(key));
  return column < 0 || isSipp || rows === 0
    ? []
    : [problem("end-perhaps-unread", safeName(header.names[column] ?? ""), rows)];
}
