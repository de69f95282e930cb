// What only the whole list can tell, gathered while its rows pass by: which of them are no workers, and whether Excel has damaged the NIK of all.

import { monthText } from "../month.ts";
import type { Problem } from "../problem.ts";
import type { Cell } from "./cell.ts";
import { isPricedByWage, type RowRules } from "./check-row.ts";
import { latestUsualStart } from "./defaults.ts";
import { NO_END, NO_START } from "./gaps.ts";
import type { Header } from "./header.ts";
import { type MonthsSaid, monthsUnsaid } from "./months-unsaid.ts";
import { type NoWorker, noWorkerFinder } from "./no-worker.ts";
import { ofOtherRegency, REGIONS } from "./other-regency.ts";
import { type ProblemCode, problem } from "./problems.ts";

export interface ListFindings {
  /** Whether a row is no worker's; to be asked in the order of rows, at least for all whose NIK is not sound. */
  isNoWorker(row: number, cells: readonly Cell[]): boolean;
  /** A sound NIK was read. */
  sawNik(endsInZero: boolean): void;
  /** A row was accepted. @param gaps NO_START and NO_END, added. @param region the first four digits of its NIK */
  sawWorker(gaps: number, region: number): void;
  /** @param counts how often each problem was told of a row. @param workers how many different NIK were sound */
  warnings(counts: Readonly<Record<string, number>>, rows: number, workers: number): readonly Problem[];
  /** What makes the whole file unusable. */
  refusal(counts: Readonly<Record<string, number>>, workers: number): Problem | null;
}

/** One NIK in ten ends in 0: that ten do is one chance in ten thousand million. */
const SURELY_DAMAGED = 10;
/** That five do is one in a hundred thousand; from twenty on, more than half ending in 0 is no chance either, but some may be sound. */
const PERHAPS_ALL_DAMAGED = 5;
const PERHAPS_SOME_DAMAGED = 20;

export function listFindings(rules: RowRules): ListFindings {
  const { header, segment, defaults, asOf } = rules;
  const find = noWorkerFinder(header);
  const passedOver = new Map<NoWorker, { rows: number; first: number }>();
  let niks = 0;
  let zeros = 0;
  const months: MonthsSaid = { rows: 0, withoutStart: 0, withoutEnd: 0 };
  const regions = new Uint32Array(REGIONS);
  /** NIK of 16 digits, and those of them that end in 0; 0000 is lost to Excel for certain. */
  const endings = (counts: Readonly<Record<string, number>>): readonly [number, number] => {
    const lost = counts["nik-digits-lost"] ?? 0;
    return [niks + lost, zeros + lost];
  };

  return {
    isNoWorker(row, cells) {
      const kind = find(row, cells, niks);
      if (kind === null) return false;
      const before = passedOver.get(kind);
      passedOver.set(kind, { rows: (before?.rows ?? 0) + 1, first: before?.first ?? row });
      return true;
    },
    sawNik(endsInZero) {
      niks += 1;
      if (endsInZero) zeros += 1;
    },
    sawWorker(gaps, region) {
      regions[region] = (regions[region] ?? 0) + 1;
      months.rows += 1;
      months.withoutStart += gaps & NO_START;
      months.withoutEnd += (gaps & NO_END) >> 1;
    },
    refusal(counts, workers) {
      const [all, ending] = endings(counts);
      return different(counts, workers) >= SURELY_DAMAGED && ending === all ? problem("nik-column-damaged", all) : null;
    },
    warnings(counts, rows, workers) {
      const found: Problem[] = [...header.warnings];
      if (rows === 0) found.push(problem("no-rows"));
      for (const [kind, { rows: count, first }] of passedOver) found.push(problem(kind, count, first));
      const [all, ending] = endings(counts);
      const least = ending === all ? PERHAPS_ALL_DAMAGED : PERHAPS_SOME_DAMAGED;
      if (different(counts, workers) >= least && ending > all / 2) {
        found.push(problem("nik-column-suspect", ending, all));
      }
      found.push(...monthFirst(header, counts, rows), ...monthsUnsaid(rules, months));
      if (defaults.mode !== "end") found.push(...ofOtherRegency(rules.regency, regions, months.rows));
      if (isPricedByWage(rules) && header.columns.wage === undefined) found.push(problem("no-wage-column", segment));
      if (defaults.first !== null && defaults.first > latestUsualStart(asOf)) {
        found.push(problem("start-far-ahead", monthText(defaults.first)));
      }
      return found;
    },
  };
}

/** One worker in many rows tells no more than in one. */
function different(counts: Readonly<Record<string, number>>, workers: number): number {
  return workers + (counts["nik-digits-lost"] ?? 0);
}

/** Of so many births one is written month first: so a computer writes dates that is set up as in America, and the others on it too. */
const SET_UP_OTHERWISE = 10;
/** A single date with day and month in each other's place is a slip of whoever typed it. */
const SWAPPED_BY_PROGRAM = 2;

function monthFirst(header: Header, counts: Readonly<Record<string, number>>, rows: number): readonly Problem[] {
  const certain = MONTH_FIRST.filter(([code]) => counts[code]);
  const swapped = counts["birth-date-swapped"] ?? 0;
  const otherwise = (counts["birth-date-month-first"] ?? 0) + (swapped < SWAPPED_BY_PROGRAM ? 0 : swapped);
  const births = otherwise * SET_UP_OTHERWISE >= Math.max(rows, 1);
  return MONTH_FIRST.flatMap((one) => {
    const column = header.columns[one[1]];
    if (column === undefined || (certain.length === 0 && !births)) return [];
    const code = certain.includes(one) ? "dates-month-first" : "dates-perhaps-month-first";
    return [problem(code, header.names[column] ?? "")];
  });
}

const MONTH_FIRST: readonly (readonly [ProblemCode, "first" | "last"])[] = [
  ["start-month-first", "first"],
  ["end-month-first", "last"],
];
