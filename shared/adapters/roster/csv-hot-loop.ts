// The hot loop of a CSV: finds the rows in bytes, takes those in which all is plainly well, and rejects those whose cells by themselves say why, without
// making a string of any cell (`told-rows.ts`). Every other row (a doubled quotation mark, a warning) is handed over as it stands, to be read by
// `readCsvRow` and checked by `rowChecker`: these two are the plain reference, with which a property test compares what comes out.
import { OPEN_END } from "#shared/domain/month.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { FIELDS } from "#shared/domain/roster-file/columns.ts";
import { settleDefaults } from "#shared/domain/roster-file/defaults.ts";
import { NO_END, NO_START } from "#shared/domain/roster-file/gaps.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { PackedRow } from "#shared/domain/row-writer.ts";
import { LONGEST_ROW_BYTES } from "./csv-row.ts";
import type { Delimiter } from "./csv-rows.ts";
import { plainNikParts } from "./nik-parts.ts";
import { plainAges } from "./plain-ages.ts";
import { NOT_PLAIN, NOTHING, plainCells } from "./plain-cells.ts";
import { problemBook } from "./problem-book.ts";
import {
  areNikDigits,
  BIRTH,
  EMPLOYER,
  FIRST,
  fourDigitsAt,
  isBornOn,
  isWomans,
  LAST,
  LAST_CELL,
  MONTHS,
  NIK,
  OCCUPATION,
  PROGRAMMES,
  placeOfNik,
  type RowCells,
  SEX,
  WAGE,
} from "./row-cells.ts";
import { BEYOND, DEPENDS_ON_ROW, type ToldRow, toldRows } from "./told-rows.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface RowSink {
  /** A row of which nothing is to be told; `of` is used again for the next. @param gaps NO_START and NO_END, added */
  take(row: number, nik: DataView, at: number, of: PackedRow, gaps: number): void;
  /** A row that is rejected; `of` is used again for the next. */
  reject(row: number, of: ToldRow): void;
  /** The same, unless it is no worker's: its bytes, with the line end. */
  rejectWorkers(row: number, of: ToldRow, bytes: Buffer, from: number, to: number): void;
  /** Any other row: its bytes, with the line end. */
  leave(row: number, bytes: Buffer, from: number, to: number): void;
  employerIndex(employer: string): number;
}

/** Room that must be left behind the bytes to scan. */
export const SENTINEL_BYTES = 8;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const ZERO = 48;

/**
 * Scans the first `end` bytes, changing those behind, and gives how many it has used: the rest begins a row that is not all there.
 * @throws UnreadableFile when a quotation mark is never closed
 */
export type Scan = (bytes: Buffer, end: number, isAll: boolean) => number;

export function csvHotLoop(rules: RowRules, delimiter: Delimiter, sink: RowSink): Scan {
  const { header } = rules;
  const settled = settleDefaults(rules.defaults, rules.segment, rules.asOf);
  const cells = plainCells(rules, settled, sink.employerIndex);
  const isPlainAge = plainAges(rules);
  const tellRow = toldRows(rules, settled, problemBook(header));
  const { isPlainRegion, isPlainDay } = plainNikParts();
  const width = header.names.length;
  const separator = delimiter.charCodeAt(0);
  const isEnd = new Uint8Array(256);
  for (const byte of [separator, LF, CR]) isEnd[byte] = 1;
  const fieldOf = new Uint8Array(width);
  for (const [place, field] of FIELDS.entries()) {
    const column = header.columns[field];
    if (column !== undefined) fieldOf[column] = place + 1;
  }
  // Where each field of the row begins and ends.
  const starts = new Int32Array(LAST_CELL + 1);
  const ends = new Int32Array(LAST_CELL + 1);
  const rowCells: RowCells = { starts, ends };
  const of: PackedRow = { first: 0, last: 0, basisRupiah: 0, employer: 0, programmes: 0, occupation: 0, riskClass: 0 };
  let row = 0;
  let nikAt = 0;
  let gaps = 0;

  return function scan(bytes, end, isAll) {
    const used = rowsIn(bytes, end, isAll);
    if (used < end && (isAll || end - used > LONGEST_ROW_BYTES)) throw openQuote(row + 1);
    return used;
  };

  function rowsIn(bytes: Buffer, end: number, isAll: boolean): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    bytes[end] = LF;
    bytes[end + 1] = QUOTE;
    for (let at = 0; at < end; ) {
      const next = rowAt(bytes, view, at, end, isAll);
      if (next === at) return at;
      at = next;
    }
    return end;
  }

  /**
   * Settles the row that begins at `from`, and gives where the next does; `from` when the row is not all there. One row a call: so it is compiled soon
   * and once, as a loop would not be, and without what it rarely calls.
   * What a branch computes was computed before it: an operation that the compiled code has never seen would throw it back.
   */
  function rowAt(bytes: Buffer, view: DataView, from: number, end: number, isAll: boolean): number {
    // What stands outside is looked up again for every byte.
    const [isCellEnd, cellStarts, cellEnds, fields, columns, mark] = [isEnd, starts, ends, fieldOf, width, separator];
    const fourMarks = mark * 0x0101_0101;
    let at = from;
    let column = 0;
    let odd = false;
    let isWide = false;
    let cellFrom = at;
    let cellTo = at;
    // What the cell ends with, taken from what was read anyway.
    let endByte = 0;
    for (;;) {
      cellFrom = at;
      if (bytes[at] === QUOTE) {
        cellFrom += 1;
        at += 1;
        for (;;) {
          for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
            if (byte === LF || byte === CR) odd = true;
            at += 1;
          }
          if (bytes[at + 1] !== QUOTE || at >= end) break;
          odd = true;
          at += 2;
        }
        // The mark is the one behind the end.
        if (at > end) return from;
        cellTo = at;
        at += 1;
        while (bytes[at] === SPACE) at += 1;
        if (isCellEnd[bytes[at] ?? 0] === 0) {
          odd = true;
          while (isCellEnd[bytes[at] ?? 0] === 0) at += 1;
        }
        endByte = bytes[at] ?? 0;
      } else {
        // Eight bytes at a time: those that are a separator or a control character are marked, the first of them without fail.
        for (;;) {
          const four = view.getInt32(at, true);
          const next = view.getInt32(at + 4, true);
          const marks = marksOf(four, fourMarks);
          const nextMarks = marksOf(next, fourMarks);
          if ((marks | nextMarks) === 0) {
            at += 8;
            continue;
          }
          const isFirst = marks !== 0;
          const place = firstMark(isFirst ? marks : nextMarks);
          endByte = ((isFirst ? four : next) >>> (place * 8)) & 0xff;
          at += isFirst ? place : place + 4;
          if (endByte === mark || endByte === LF || endByte === CR) break;
          at += 1;
        }
        cellTo = at;
      }
      const isFilled = cellTo > cellFrom;
      if (column < columns) {
        const field = fields[column] ?? 0;
        cellStarts[field] = cellFrom;
        cellEnds[field] = cellTo;
      } else if (isFilled) isWide = true;
      if (at >= end || endByte !== mark) break;
      at += 1;
      column += 1;
    }
    // A carriage return may be the first half of a line end.
    const isReturn = bytes[at] === CR;
    if (!isAll && at >= (isReturn ? end - 1 : end)) return from;
    for (let missing = column + 1; missing < columns; missing += 1) {
      const field = fields[missing] ?? 0;
      cellStarts[field] = 0;
      cellEnds[field] = 0;
    }
    at = Math.min(end, at + (isReturn && bytes[at + 1] === LF ? 2 : 1));
    row += 1;
    if (at - from > LONGEST_ROW_BYTES) throw openQuote(row);
    const isBlank = column === 0 && cellTo === cellFrom && !odd;
    if (row <= header.row || isBlank) return at;
    const wrong = odd ? DEPENDS_ON_ROW : readRow(view, isWide ? BEYOND : 0);
    if (wrong === 0) sink.take(row, view, nikAt, of, gaps);
    else {
      cellStarts[LAST_CELL] = cellFrom;
      cellEnds[LAST_CELL] = cellTo;
      const told = tellRow(view, rowCells, nikAt, wrong);
      if (told === null) sink.leave(row, bytes, from, at);
      else if (told.mayBeNoWorker) sink.rejectWorkers(row, told, bytes, from, at);
      else sink.reject(row, told);
    }
    return at;
  }

  /**
   * Reads a row into `of`, `nikAt` and `gaps`, and adds to `wrong` a bit for each field of which there may be something to tell, 0 when all is plainly well.
   * Each bit is added in every row, be it as 0: see `rowAt`.
   */
  function readRow(bytes: DataView, beyond: number): number {
    let wrong = beyond;
    nikAt = placeOfNik(bytes, rowCells);
    const isPlainNik =
      nikAt >= 0 &&
      areNikDigits(bytes, nikAt) &&
      fourDigitsAt(bytes, nikAt + 12) !== 0 &&
      isPlainRegion[fourDigitsAt(bytes, nikAt)] === 1 &&
      isPlainDay[fourDigitsAt(bytes, nikAt + 6)] === 1;
    wrong |= isPlainNik ? 0 : 1 << NIK;
    const birth = cells.birth(bytes, starts[BIRTH] ?? 0, ends[BIRTH] ?? 0);
    wrong |= birth === NOT_PLAIN ? 1 << BIRTH : 0;
    wrong |= isPlainNik && birth > NOTHING && !isBornOn(bytes, nikAt, birth) ? DEPENDS_ON_ROW : 0;
    const sex = cells.sex(bytes, starts[SEX] ?? 0, ends[SEX] ?? 0);
    wrong |= isPlainNik && (sex & (isWomans(bytes, nikAt) ? 2 : 1)) !== 0 ? 1 << SEX : 0;

    const programmes = cells.programmes(bytes, starts[PROGRAMMES] ?? 0, ends[PROGRAMMES] ?? 0);
    wrong |= programmes === NOT_PLAIN ? 1 << PROGRAMMES : 0;
    of.programmes = programmes === NOT_PLAIN ? settled.programmes : programmes;

    const first = cells.first(bytes, starts[FIRST] ?? 0, ends[FIRST] ?? 0);
    const last = cells.last(bytes, starts[LAST] ?? 0, ends[LAST] ?? 0);
    const months = cells.months(bytes, starts[MONTHS] ?? 0, ends[MONTHS] ?? 0);
    of.first = first <= NOTHING ? settled.first : first;
    of.last = last;
    if (last === NOTHING) of.last = months <= NOTHING ? settled.last : of.first + months - 1;
    gaps = (first === NOTHING ? NO_START : 0) + (last === NOTHING && months === NOTHING ? NO_END : 0);
    wrong |= first === NOT_PLAIN ? 1 << FIRST : 0;
    wrong |= last === NOT_PLAIN ? 1 << LAST : 0;
    wrong |= last === NOTHING && months === NOT_PLAIN ? 1 << MONTHS : 0;
    wrong |= of.last > OPEN_END ? DEPENDS_ON_ROW : 0;
    wrong |= of.last < of.first && first !== NOT_PLAIN && last !== NOT_PLAIN ? DEPENDS_ON_ROW : 0;

    wrong |= birth > NOTHING && !isPlainAge(birth, of.first, of.programmes) ? DEPENDS_ON_ROW : 0;

    of.basisRupiah = wageAt(bytes, starts[WAGE] ?? 0, ends[WAGE] ?? 0);
    wrong |= of.basisRupiah === NOT_PLAIN ? 1 << WAGE : 0;
    of.occupation = cells.occupation(bytes, starts[OCCUPATION] ?? 0, ends[OCCUPATION] ?? 0);
    // Last, for an employer counts from his first accepted row on.
    of.employer = wrong === 0 ? cells.employer(bytes, starts[EMPLOYER] ?? 0, ends[EMPLOYER] ?? 0) : NOT_PLAIN;
    return wrong | (of.employer === NOT_PLAIN ? 1 << EMPLOYER : 0);
  }

  /** Wages are the one column in which every row may differ: plain digits of a million and more are read at once. */
  function wageAt(bytes: DataView, from: number, to: number): number {
    if (to - from > 9) return cells.wage(bytes, from, to);
    let rupiah = 0;
    for (let at = from; at < to; at += 1) {
      const digit = bytes.getUint8(at) - ZERO;
      if (digit >>> 0 > 9) return cells.wage(bytes, from, to);
      rupiah = rupiah * 10 + digit;
    }
    return rupiah < 1_000_000 || rupiah > 99_999_999 ? cells.wage(bytes, from, to) : rupiah;
  }
}

function marksOf(four: number, fourMarks: number): number {
  const apart = four ^ fourMarks;
  return (((apart - 0x0101_0101) & ~apart) | ((four - 0x0e0e_0e0e) & ~four)) & 0x8080_8080;
}

/** Which of four bytes is the first that is marked. */
function firstMark(marks: number): number {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}

function openQuote(row: number): UnreadableFile {
  return new UnreadableFile(problem("csv-quote-open", row));
}
