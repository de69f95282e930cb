// Gathers the checked rows of one file, packed as they come, and settles at the end what only the whole file can tell: repeated workers, whose
// enrolments are to be kept, and the counts.
import type { Month } from "#shared/domain/month.ts";
import type { Nik } from "#shared/domain/nik.ts";
import {
  compareWorkers,
  employerIndexAt,
  MAX_EMPLOYERS,
  type PackedEnrolments,
  type Terms,
  withWorkerIds,
  workerBytesAt,
  workerIds,
} from "#shared/domain/packed-enrolments.ts";
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import type { Cell } from "#shared/domain/roster-file/cell.ts";
import { type RowRules, rowChecker } from "#shared/domain/roster-file/check-row.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { RosterReading } from "#shared/domain/roster-file/reading.ts";
import { type SettledRows, settleRepeats } from "#shared/domain/roster-file/repeats.ts";
import { packInto, type RowWriter } from "#shared/domain/row-writer.ts";
import { SEGMENTS } from "#shared/domain/segment.ts";
import { problemLog } from "./problem-log.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { distinctIds, nikList, numberList, writeNik } from "./worker-list.ts";

/** More rows than any roster has; 28 bytes are held for each. */
const MOST_ROWS = 10_000_000;
/** Row numbers that are named in one message. */
const NAMED_ROWS = 10;

export interface RowTally {
  /** @throws UnreadableFile when the file has more than can be held */
  add(row: number, cells: readonly Cell[]): void;
  settle(pseudonymise: (niks: Uint8Array) => Uint8Array): RosterReading;
}

export function rowTally(rules: RowRules): RowTally {
  const check = rowChecker(rules);
  const log = problemLog();
  const sound = packInto(1024);
  const soundRows = numberList();
  const rejectedNiks = nikList();
  const rejectedRows = numberList();
  const employers = new Set<string>();
  const nikBytes = new Uint8Array(16);
  let read = 0;
  let unreadable = 0;

  const take = (row: number, nik: Nik, first: Month, last: Month, terms: Terms): void => {
    if (terms.employer !== "" && !employers.has(terms.employer)) {
      if (employers.size >= MAX_EMPLOYERS) throw new UnreadableFile(problem("too-many-employers", MAX_EMPLOYERS));
      employers.add(terms.employer);
    }
    writeNik(nik, nikBytes, 0);
    sound.append(nikBytes, first, last, terms);
    soundRows.append(row);
  };

  return {
    add(row, cells) {
      read += 1;
      if (read > MOST_ROWS) throw new UnreadableFile(problem("too-many-rows", MOST_ROWS));
      const { nik, first, last, terms, problems, rejected } = check(row, cells);
      if (problems.length > 0) log.add(problems);
      if (!rejected && nik !== null) return take(row, nik, first, last, terms);
      rejectedRows.append(row);
      if (nik === null) unreadable += 1;
      else rejectedNiks.append(nik);
    },

    settle(pseudonymise) {
      if (read === 0) return { kind: "refused", problems: [problem("no-rows")] };
      const table = underPseudonyms(sound, pseudonymise);
      const rowNumbers = soundRows.numbers();
      const settled = settleRepeats(table, rowNumbers);
      const enrolments = rowsAt(table, settled.accepted);
      const contradictions = contradictionProblems(settled);
      log.addLate([...contradictions.values(), ...duplicateProblems(settled)]);
      const rejected = [...rejectedRows.numbers(), ...contradictions.keys()].sort((a, b) => a - b);
      const rows = { read, accepted: enrolments.count, duplicate: settled.duplicates.size, rejected: rejected.length };
      if (rows.read !== rows.accepted + rows.duplicate + rows.rejected)
        throw new Error(`rows do not add up: ${JSON.stringify(rows)}`);
      const refusedIds = idsOf(rejectedNiks.bytes(), pseudonymise, table, settled.rejected);
      return {
        kind: "read",
        rows,
        enrolments,
        rowNumbers: settled.accepted.map((place) => rowNumbers[place] ?? 0),
        workers: countWorkers(enrolments),
        kept: distinctIds(refusedIds),
        unreadable,
        employers: countEmployers(enrolments),
        file: fileWarnings(rules),
        problems: log.listed(),
        problemCounts: log.counts(),
        rejectedRows: new Set(rejected),
        contradictions,
        rules,
      };
    },
  };
}

function underPseudonyms(rows: RowWriter, pseudonymise: (niks: Uint8Array) => Uint8Array): PackedEnrolments {
  const table = rows.table();
  return table.count === 0 ? table : withWorkerIds(table, pseudonymise(workerIds(table)));
}

function rowsAt(table: PackedEnrolments, places: Uint32Array): PackedEnrolments {
  const rows = packInto(places.length);
  for (const place of places) rows.copy(table, place);
  return rows.table();
}

/** Worker ids of all rejected rows that name one: those wrong in themselves, and those that contradict each other. */
function idsOf(
  niks: Uint8Array,
  pseudonymise: (niks: Uint8Array) => Uint8Array,
  table: PackedEnrolments,
  contradicting: readonly number[],
): Uint8Array {
  const wrong = niks.length === 0 ? new Uint8Array(0) : pseudonymise(niks);
  const ids = new Uint8Array(wrong.length + contradicting.length * 16);
  ids.set(wrong);
  for (const [index, place] of contradicting.entries()) ids.set(workerBytesAt(table, place), wrong.length + index * 16);
  return ids;
}

function countWorkers(sorted: PackedEnrolments): number {
  let workers = 0;
  for (let row = 0; row < sorted.count; row += 1) {
    if (row === 0 || compareWorkers(sorted, row - 1, sorted, row) !== 0) workers += 1;
  }
  return workers;
}

function countEmployers(enrolments: PackedEnrolments): number {
  const named = new Set<number>();
  for (let row = 0; row < enrolments.count; row += 1) named.add(employerIndexAt(enrolments, row));
  named.delete(0);
  return named.size;
}

function contradictionProblems(settled: SettledRows): ReadonlyMap<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  for (const [row, others] of settled.contradictions) {
    const named = others.slice(0, NAMED_ROWS).join(", ") + (others.length > NAMED_ROWS ? ", …" : "");
    problems.set(row, { row, column: null, ...problem("rows-contradict", named) });
  }
  return problems;
}

function duplicateProblems(settled: SettledRows): readonly RowProblem[] {
  return [...settled.duplicates].map(([row, first]) => ({ row, column: null, ...problem("duplicate", first) }));
}

function fileWarnings(rules: RowRules): readonly Problem[] {
  const priced = SEGMENTS[rules.segment].pricing === "wage" && rules.header.columns.wage === undefined;
  return priced ? [...rules.header.warnings, problem("no-wage-column", rules.segment)] : rules.header.warnings;
}
