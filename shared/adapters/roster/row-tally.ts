// Gathers the checked rows of one file, packed as they come, and settles at the end what only the whole file can tell: repeated workers, whose
// enrolments are to be kept, and the counts.
import type { WorkerId } from "#shared/domain/enrolment.ts";
import {
  compareWorkers,
  employerIndexAt,
  MAX_EMPLOYERS,
  type PackedEnrolments,
  workerBytesAt,
} from "#shared/domain/packed-enrolments.ts";
import type { Cell } from "#shared/domain/roster-file/cell.ts";
import { type RowRules, rowChecker } from "#shared/domain/roster-file/check-row.ts";
import { listFindings } from "#shared/domain/roster-file/list-findings.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { RosterReading } from "#shared/domain/roster-file/reading.ts";
import { settleRepeats } from "#shared/domain/roster-file/repeats.ts";
import { copyWorker, type PackedRow, packInto } from "#shared/domain/row-writer.ts";
import { dropInPlace, sortInPlace } from "#shared/domain/rows-in-place.ts";
import { workerIds } from "#shared/domain/worker-ids.ts";
import type { RowSink } from "./csv-hot-loop.ts";
import { dropErased, erasedFinder, erasedNumbers, erasedProblems, withoutErased } from "./erased-rows.ts";
import { problemLog } from "./problem-log.ts";
import { contradictionProblems, duplicateProblems } from "./repeat-problems.ts";
import { fourDigitsAt } from "./row-cells.ts";
import { NO_NIK, type ToldRow } from "./told-rows.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { NIK_BYTES, nikList, numberList, writeNik } from "./worker-list.ts";

/** More rows than any roster has; 28 bytes are held for each. */
const MOST_ROWS = 10_000_000;
/** NIK that wait to become pseudonyms together. */
const WAITING_NIKS = 4096;
const DIGIT_ZERO = 48;
const NOBODY: ReadonlySet<WorkerId> = new Set();

export interface RowTally extends Pick<RowSink, "take" | "reject" | "employerIndex"> {
  /** A row that is rejected, unless it is no worker's. */
  rejectWorkers(row: number, of: ToldRow, cells: readonly Cell[]): void;
  /** Checks a row. @throws UnreadableFile when the file has more than can be held */
  add(row: number, cells: readonly Cell[]): void;
  settle(): RosterReading;
}

/**
 * @param pseudonymise 16 ASCII digits a NIK in, 16 bytes a worker id out, many at a time
 * @param erased workers whose rows are rejected, whatever they say
 */
export function rowTally(
  rules: RowRules,
  pseudonymise: (niks: Uint8Array) => Uint8Array,
  erased: ReadonlySet<WorkerId> = NOBODY,
): RowTally {
  const check = rowChecker(rules);
  const log = problemLog();
  const list = listFindings(rules);
  const sound = packInto(64, MOST_ROWS);
  const soundRows = numberList(MOST_ROWS);
  const rejectedNiks = nikList();
  const rowsOfRejectedNiks = numberList();
  const rejectedRows = numberList();
  const employers = new Set<string>();
  const nikBytes = new Uint8Array(NIK_BYTES);
  const nikView = new DataView(nikBytes.buffer);
  let read = 0;
  let unreadable = 0;
  // Workers of the last rows, who wait for their ids.
  const waiting = new Uint8Array(WAITING_NIKS * NIK_BYTES);
  const waitingView = new DataView(waiting.buffer);
  let named = 0;
  // Few at first, and then the more: what the hot loop meets late and has never seen throws it back.
  let waitUntil = 64;

  const countRow = (): void => {
    read += 1;
    if (read > MOST_ROWS) throw new UnreadableFile(problem("too-many-rows", MOST_ROWS));
  };
  const nameWorkers = (): void => {
    if (sound.count > named)
      sound.nameWorkers(named, pseudonymise(waiting.subarray(0, (sound.count - named) * NIK_BYTES)));
    named = sound.count;
    waitUntil = named + Math.min(named, WAITING_NIKS);
  };
  const employerIndex = (employer: string): number => {
    if (employer !== "" && !employers.has(employer)) {
      if (employers.size >= MAX_EMPLOYERS) throw new UnreadableFile(problem("too-many-employers", MAX_EMPLOYERS));
      employers.add(employer);
    }
    return sound.employerIndex(employer);
  };
  const keep = (row: number, nik: DataView, at: number, of: PackedRow, gaps: number): void => {
    list.sawWorker(gaps, fourDigitsAt(nik, at));
    copyWorker(nik, at, waitingView, (sound.count - named) * NIK_BYTES);
    sound.appendUnnamed(of);
    soundRows.append(row);
    if (sound.count === waitUntil) nameWorkers();
  };
  const reject = (row: number, { problems, bytes, nikAt }: ToldRow): void => {
    countRow();
    log.add(row, problems);
    rejectedRows.append(row);
    if (nikAt === NO_NIK) unreadable += 1;
    else {
      list.sawNik(bytes.getUint8(nikAt + NIK_BYTES - 1) === DIGIT_ZERO);
      rejectedNiks.append(bytes, nikAt);
      rowsOfRejectedNiks.append(row);
    }
  };

  return {
    employerIndex,
    take(row, nik, at, of, gaps) {
      countRow();
      list.sawNik(nik.getUint8(at + NIK_BYTES - 1) === DIGIT_ZERO);
      keep(row, nik, at, of, gaps);
    },
    reject,
    rejectWorkers(row, of, cells) {
      if (!list.isNoWorker(row, cells)) reject(row, of);
    },
    add(row, cells) {
      if (list.isNoWorker(row, cells)) return;
      countRow();
      const { nik, first, last, terms, gaps, problems, rejected } = check(row, cells);
      if (problems.length > 0) log.add(row, problems);
      if (nik !== null) list.sawNik(nik.endsWith("0"));
      if (nik !== null) writeNik(nik, nikBytes, 0);
      if (!rejected && nik !== null) {
        const { basisRupiah, programmes, occupation, riskClass } = terms;
        const employer = employerIndex(terms.employer);
        return keep(row, nikView, 0, { first, last, basisRupiah, employer, programmes, occupation, riskClass }, gaps);
      }
      rejectedRows.append(row);
      if (nik === null) unreadable += 1;
      else {
        rejectedNiks.append(nikView, 0);
        rowsOfRejectedNiks.append(row);
      }
    },

    settle() {
      nameWorkers();
      const taken = dropErased({ table: sound.table(), numbers: soundRows.numbers() }, erased);
      const all = taken.left;
      sortInPlace(all.table, all.numbers);
      const settled = settleRepeats(all.table, all.numbers);
      const refusal = list.refusal(log.counts(), settled.workers);
      if (refusal !== null) return { kind: "refused", problems: [refusal] };
      const wrongIds = rejectedNiks.count === 0 ? new Uint8Array(0) : pseudonymise(rejectedNiks.bytes());
      const wrongErased = erasedNumbers(wrongIds, rowsOfRejectedNiks.numbers(), erased);
      const refusedIds = withIdsOf(wrongIds, all.table, settled.rejected);
      const { table: enrolments, numbers: rowNumbers } = settled.refused
        ? dropInPlace(all.table, all.numbers, settled.refused)
        : all;
      const contradictions = contradictionProblems(settled);
      log.addLate("rows-contradict", contradictions.size, [...contradictions.values()]);
      log.addLate("duplicate", settled.duplicates.length / 2, duplicateProblems(settled));
      const erasedRows = [...taken.numbers, ...wrongErased].sort((a, b) => a - b);
      log.addLate("erased-person", erasedRows.length, erasedProblems(erasedRows));
      const rejected = joined(rejectedRows.numbers(), taken.numbers, [...contradictions.keys()]).sort();
      const rows = {
        read,
        accepted: enrolments.count,
        duplicate: settled.duplicates.length / 2,
        rejected: rejected.length,
      };
      if (rows.read !== rows.accepted + rows.duplicate + rows.rejected)
        throw new Error(`rows do not add up: ${JSON.stringify(rows)}`);
      return {
        kind: "read",
        rows,
        enrolments,
        rowNumbers,
        workers: settled.refused ? countWorkers(enrolments) : settled.workers,
        kept: workerIds(withoutErased(refusedIds, erased)),
        unreadable,
        employers: settled.refused ? countEmployers(enrolments) : employers.size,
        file: list.warnings(log.counts(), read, settled.workers),
        problems: log.listed(),
        problemCounts: log.counts(),
        rejectedRows: rejected,
        contradictions,
        holdsErased: erasedFinder(pseudonymise, erased),
        rules,
      };
    },
  };
}

/** Worker ids of all rejected rows that name one: those wrong in themselves, and those that contradict each other. */
function withIdsOf(wrong: Uint8Array, table: PackedEnrolments, contradicting: readonly number[]): Uint8Array {
  if (contradicting.length === 0) return wrong;
  const ids = new Uint8Array(wrong.length + contradicting.length * 16);
  ids.set(wrong);
  for (const [index, place] of contradicting.entries()) ids.set(workerBytesAt(table, place), wrong.length + index * 16);
  return ids;
}

function joined(...lists: readonly ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  return all;
}

function countWorkers(sorted: PackedEnrolments): number {
  let workers = 0;
  for (let row = 0; row < sorted.count; row += 1) {
    if (row === 0 || compareWorkers(sorted, row - 1, sorted, row) !== 0) workers += 1;
  }
  return workers;
}

function countEmployers(enrolments: PackedEnrolments): number {
  const isNamed = new Uint8Array(enrolments.employers.length);
  for (let row = 0; row < enrolments.count; row += 1) isNamed[employerIndexAt(enrolments, row)] = 1;
  return isNamed.reduce((sum, named) => sum + named, 0) - (isNamed[0] ?? 0);
}
