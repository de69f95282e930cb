// The hot loop of a CSV: finds the rows in bytes, and takes those in which all is plainly well without making a string of any cell. Every other
// row (a doubled quotation mark, a cell too many, anything to tell of it) is handed over as it stands, to be read by `readCsvRow` and checked by
// `rowChecker`: these two are the plain reference, with which a property test compares what comes out.
import { OPEN_END } from "#shared/domain/month.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import { settleDefaults } from "#shared/domain/roster-file/defaults.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { PackedRow } from "#shared/domain/row-writer.ts";
import { LONGEST_ROW_BYTES } from "./csv-row.ts";
import type { Delimiter } from "./csv-rows.ts";
import { plainAges } from "./plain-ages.ts";
import { NOT_PLAIN, NOTHING, nikTables, plainCells } from "./plain-cells.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface RowSink {
  /** A row of which nothing is to be told; `of` is used again for the next. */
  take(row: number, nik: Uint8Array, at: number, of: PackedRow): void;
  /** Any other row: its bytes, with the line end. */
  leave(row: number, bytes: Buffer, from: number, to: number): void;
  employerIndex(employer: string): number;
}

/** Room that must be left behind the bytes to scan. */
export const SENTINEL_BYTES = 2;

const FIELDS = ["nik", "birth", "sex", "programmes", "first", "last", "months", "wage", "employer", "occupation"];
const [NIK, BIRTH, SEX, PROGRAMMES, FIRST, LAST, MONTHS, WAGE, EMPLOYER, OCCUPATION] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const APOSTROPHE = 39;
const ZERO = 48;
const NIK_DIGITS = 16;

/**
 * Scans the first `end` bytes, changing those behind, and gives how many it has used: the rest begins a row that is not all there.
 * @throws UnreadableFile when a quotation mark is never closed
 */
export type Scan = (bytes: Buffer, end: number, isAll: boolean) => number;

export function csvHotLoop(rules: RowRules, delimiter: Delimiter, sink: RowSink): Scan {
  const { header } = rules;
  const settled = settleDefaults(rules.defaults, rules.segment, rules.asOf);
  const cells = plainCells(rules, settled, sink.employerIndex);
  const isPlainAge = plainAges(rules.segment);
  const { regencies, days } = nikTables();
  const width = header.names.length;
  const separator = delimiter.charCodeAt(0);
  const isEnd = new Uint8Array(256);
  for (const byte of [separator, LF, CR]) isEnd[byte] = 1;
  const fieldOf = new Uint8Array(width);
  for (const [field, column] of Object.entries(header.columns)) fieldOf[column] = FIELDS.indexOf(field) + 1;
  // Where each field of the row begins and ends.
  const starts = new Int32Array(FIELDS.length + 1);
  const ends = new Int32Array(FIELDS.length + 1);
  const of: PackedRow = { first: 0, last: 0, basisRupiah: 0, employer: 0, programmes: 0, occupation: 0, riskClass: 0 };
  let row = 0;

  return (bytes, end, isAll) => {
    bytes[end] = LF;
    bytes[end + 1] = QUOTE;
    let at = 0;
    while (at < end) {
      const from = at;
      let column = 0;
      let odd = false;
      starts.fill(0);
      ends.fill(0);
      for (;;) {
        let cellFrom = at;
        let cellTo: number;
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
          if (at > end) return unfinished(from, end, isAll);
          cellTo = at;
          at += 1;
          while (bytes[at] === SPACE) at += 1;
          if (isEnd[bytes[at] ?? 0] === 0) {
            odd = true;
            while (isEnd[bytes[at] ?? 0] === 0) at += 1;
          }
        } else {
          while (isEnd[bytes[at] ?? 0] === 0) at += 1;
          cellTo = at;
        }
        if (column < width) {
          const field = fieldOf[column] ?? 0;
          starts[field] = cellFrom;
          ends[field] = cellTo;
        } else if (cellTo > cellFrom) odd = true;
        if (at >= end || bytes[at] !== separator) break;
        at += 1;
        column += 1;
      }
      if (at >= end - 1 && !isAll && (at >= end || bytes[at] === CR)) return unfinished(from, end, false);
      if (at < end) at += bytes[at] === CR && bytes[at + 1] === LF && at + 1 < end ? 2 : 1;
      row += 1;
      if (at - from > LONGEST_ROW_BYTES) throw new UnreadableFile(problem("csv-quote-open", row));
      if (row <= header.row) continue;
      const nikAt = odd ? NOT_PLAIN : plainRow(bytes);
      if (nikAt === NOT_PLAIN) sink.leave(row, bytes, from, at);
      else sink.take(row, bytes, nikAt, of);
    }
    return end;
  };

  function unfinished(from: number, end: number, isAll: boolean): number {
    if (isAll || end - from > LONGEST_ROW_BYTES) throw new UnreadableFile(problem("csv-quote-open", row + 1));
    return from;
  }

  /** Where the NIK begins, having filled `of`; NOT_PLAIN when there may be something to tell. */
  function plainRow(bytes: Buffer): number {
    let nikAt = starts[NIK] ?? 0;
    const nikEnd = ends[NIK] ?? 0;
    if (bytes[nikAt] === APOSTROPHE) nikAt += 1;
    if (nikEnd - nikAt !== NIK_DIGITS) return NOT_PLAIN;
    for (let at = nikAt; at < nikEnd; at += 1) if (((bytes[at] ?? 0) - ZERO) >>> 0 > 9) return NOT_PLAIN;
    const dayAndMonth = fourDigitsAt(bytes, nikAt + 6);
    if (regencies[fourDigitsAt(bytes, nikAt)] === 0 || days[dayAndMonth] === 0) return NOT_PLAIN;
    if (fourDigitsAt(bytes, nikAt + 12) === 0) return NOT_PLAIN;
    const isWoman = dayAndMonth > 4000;

    const birth = cells.birth(bytes, starts[BIRTH] ?? 0, ends[BIRTH] ?? 0);
    if (birth !== NOTHING) {
      const written = (birth % 100) * 100 + (Math.floor(birth / 100) % 100);
      if (written !== (isWoman ? dayAndMonth - 4000 : dayAndMonth)) return NOT_PLAIN;
      if (Math.floor(birth / 10_000) % 100 !== twoDigitsAt(bytes, nikAt + 10)) return NOT_PLAIN;
    }
    const sex = cells.sex(bytes, starts[SEX] ?? 0, ends[SEX] ?? 0);
    if ((sex & (isWoman ? 2 : 1)) !== 0) return NOT_PLAIN;

    of.programmes = cells.programmes(bytes, starts[PROGRAMMES] ?? 0, ends[PROGRAMMES] ?? 0);
    if (of.programmes === NOT_PLAIN) return NOT_PLAIN;
    const first = cells.first(bytes, starts[FIRST] ?? 0, ends[FIRST] ?? 0);
    const last = cells.last(bytes, starts[LAST] ?? 0, ends[LAST] ?? 0);
    if (first === NOT_PLAIN || last === NOT_PLAIN) return NOT_PLAIN;
    of.first = first === NOTHING ? settled.first : first;
    of.last = last;
    if (last === NOTHING) {
      const months = cells.months(bytes, starts[MONTHS] ?? 0, ends[MONTHS] ?? 0);
      if (months === NOT_PLAIN) return NOT_PLAIN;
      of.last = months === NOTHING ? settled.last : of.first + months - 1;
    }
    if (of.last < of.first || of.last > OPEN_END) return NOT_PLAIN;

    if (birth !== NOTHING && !isPlainAge(birth, of.first, of.programmes)) return NOT_PLAIN;

    of.basisRupiah = wageAt(bytes, starts[WAGE] ?? 0, ends[WAGE] ?? 0);
    if (of.basisRupiah === NOT_PLAIN) return NOT_PLAIN;
    of.occupation = cells.occupation(bytes, starts[OCCUPATION] ?? 0, ends[OCCUPATION] ?? 0);
    // Last, for an employer counts from his first accepted row on.
    of.employer = cells.employer(bytes, starts[EMPLOYER] ?? 0, ends[EMPLOYER] ?? 0);
    return of.employer === NOT_PLAIN ? NOT_PLAIN : nikAt;
  }

  /** Wages are the one column in which every row may differ: plain digits of a million and more are read at once. */
  function wageAt(bytes: Buffer, from: number, to: number): number {
    if (to - from > 9) return cells.wage(bytes, from, to);
    let rupiah = 0;
    for (let at = from; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit >>> 0 > 9) return cells.wage(bytes, from, to);
      rupiah = rupiah * 10 + digit;
    }
    return rupiah < 1_000_000 ? cells.wage(bytes, from, to) : rupiah;
  }
}

function twoDigitsAt(bytes: Buffer, at: number): number {
  return (bytes[at] ?? 0) * 10 + (bytes[at + 1] ?? 0) - ZERO * 11;
}

function fourDigitsAt(bytes: Buffer, at: number): number {
  return twoDigitsAt(bytes, at) * 100 + twoDigitsAt(bytes, at + 2);
}
