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
  take(row: number, nik: DataView, at: number, of: PackedRow): void;
  /** Any other row: its bytes, with the line end. */
  leave(row: number, bytes: Buffer, from: number, to: number): void;
  employerIndex(employer: string): number;
}

/** Room that must be left behind the bytes to scan. */
export const SENTINEL_BYTES = 8;

const FIELDS = ["nik", "birth", "sex", "programmes", "first", "last", "months", "wage", "employer", "occupation"];
const [NIK, BIRTH, SEX, PROGRAMMES, FIRST, LAST, MONTHS, WAGE, EMPLOYER, OCCUPATION] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const APOSTROPHE = 39;
const DASH = 45;
/** Two digits as the 16 bits of their characters. */
const [NINETEEN, TWENTY] = [0x3139, 0x3230];
const WOMEN_FROM = 40;
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
  const thisYear = Number(rules.asOf.slice(0, 4));
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

  return function scan(bytes, end, isAll) {
    const used = rowsIn(bytes, end, isAll);
    if (used < end && (isAll || end - used > LONGEST_ROW_BYTES)) throw openQuote(row + 1);
    return used;
  };

  /** What a branch computes was computed before it: an operation that the compiled loop has never seen would throw the loop back. */
  function rowsIn(bytes: Buffer, end: number, isAll: boolean): number {
    // What stands outside is looked up again for every byte.
    const [isCellEnd, cellStarts, cellEnds, fields, columns, mark] = [isEnd, starts, ends, fieldOf, width, separator];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const fourMarks = mark * 0x0101_0101;
    bytes[end] = LF;
    bytes[end + 1] = QUOTE;
    let at = 0;
    while (at < end) {
      const from = at;
      let column = 0;
      let odd = false;
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
          if (at > end) return from;
          cellTo = at;
          at += 1;
          while (bytes[at] === SPACE) at += 1;
          if (isCellEnd[bytes[at] ?? 0] === 0) {
            odd = true;
            while (isCellEnd[bytes[at] ?? 0] === 0) at += 1;
          }
        } else {
          // Four bytes at a time: those that are a separator or a control character are marked, the first of them without fail.
          for (;;) {
            const four = view.getInt32(at, true);
            const apart = four ^ fourMarks;
            const marks = (((apart - 0x0101_0101) & ~apart) | ((four - 0x0e0e_0e0e) & ~four)) & 0x8080_8080;
            if (marks === 0) {
              at += 4;
              continue;
            }
            at += (31 - Math.clz32(marks & -marks)) >> 3;
            if (isCellEnd[bytes[at] ?? 0] === 1) break;
            at += 1;
          }
          cellTo = at;
        }
        const isFilled = cellTo > cellFrom;
        if (column < columns) {
          const field = fields[column] ?? 0;
          cellStarts[field] = cellFrom;
          cellEnds[field] = cellTo;
        } else if (isFilled) odd = true;
        if (at >= end || bytes[at] !== mark) break;
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
      if (row <= header.row) continue;
      const nikAt = odd ? NOT_PLAIN : plainRow(view);
      if (nikAt === NOT_PLAIN) sink.leave(row, bytes, from, at);
      else sink.take(row, view, nikAt, of);
    }
    return end;
  }

  /** Where the NIK begins, having filled `of`; NOT_PLAIN when there may be something to tell. */
  function plainRow(bytes: DataView): number {
    let nikAt = starts[NIK] ?? 0;
    const nikEnd = ends[NIK] ?? 0;
    if (nikEnd - nikAt === NIK_DIGITS + 1 && bytes.getUint8(nikAt) === APOSTROPHE) nikAt += 1;
    if (nikEnd - nikAt !== NIK_DIGITS) return NOT_PLAIN;
    for (let at = nikAt; at < nikEnd; at += 4) if (!areDigits(bytes.getInt32(at, true))) return NOT_PLAIN;
    const dayAndMonth = fourDigitsAt(bytes, nikAt + 6);
    if (regencies[fourDigitsAt(bytes, nikAt)] === 0 || days[dayAndMonth] === 0) return NOT_PLAIN;
    if (fourDigitsAt(bytes, nikAt + 12) === 0) return NOT_PLAIN;
    const isWoman = dayAndMonth > 4000;

    const birthYear = yearOfBirth(bytes, nikAt, starts[BIRTH] ?? 0, ends[BIRTH] ?? 0);
    if (birthYear === NOT_PLAIN) return NOT_PLAIN;
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
    if (birthYear !== NOTHING && !isPlainAge(birthYear, of.first, of.programmes)) return NOT_PLAIN;

    of.basisRupiah = wageAt(bytes, starts[WAGE] ?? 0, ends[WAGE] ?? 0);
    if (of.basisRupiah === NOT_PLAIN) return NOT_PLAIN;
    of.occupation = cells.occupation(bytes, starts[OCCUPATION] ?? 0, ends[OCCUPATION] ?? 0);
    // Last, for an employer counts from his first accepted row on.
    of.employer = cells.employer(bytes, starts[EMPLOYER] ?? 0, ends[EMPLOYER] ?? 0);
    return of.employer === NOT_PLAIN ? NOT_PLAIN : nikAt;
  }

  /** The year of a birth date which is that of the NIK. They are as many as workers: DD-MM-YYYY, as most write it, is read at once. */
  function yearOfBirth(bytes: DataView, nikAt: number, from: number, to: number): number {
    if (from === to) return NOTHING;
    const day = twoDigitsAt(bytes, nikAt + 6) % WOMEN_FROM;
    const month = twoDigitsAt(bytes, nikAt + 8);
    const year = twoDigitsAt(bytes, nikAt + 10);
    if (to - from === 10 && bytes.getUint8(from + 2) === DASH && bytes.getUint8(from + 5) === DASH) {
      const isSameDay = twoDigitsAt(bytes, from) === day && bytes.getUint8(from + 1) === bytes.getUint8(nikAt + 7);
      const isSameMonth = bytes.getInt16(from + 3) === bytes.getInt16(nikAt + 8);
      const isSameYear = bytes.getInt16(from + 8) === bytes.getInt16(nikAt + 10);
      const century = bytes.getInt16(from + 6) === NINETEEN ? 1900 : bytes.getInt16(from + 6) === TWENTY ? 2000 : 0;
      const whole = century + year;
      if (isSameDay && isSameMonth && isSameYear && whole >= 1950 && whole < thisYear) return whole;
    }
    const birth = cells.birth(bytes, from, to);
    if (birth === NOTHING || birth === NOT_PLAIN) return birth;
    const isSame = birth % 1_000_000 === (year * 100 + month) * 100 + day;
    return isSame ? Math.floor(birth / 10_000) : NOT_PLAIN;
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

function openQuote(row: number): UnreadableFile {
  return new UnreadableFile(problem("csv-quote-open", row));
}

/** Whether the four bytes of a word are digits. */
function areDigits(word: number): boolean {
  return (word & 0xf0f0_f0f0) === 0x3030_3030 && ((word + 0x0606_0606) & 0xf0f0_f0f0) === 0x3030_3030;
}

function twoDigitsAt(bytes: DataView, at: number): number {
  return bytes.getUint8(at) * 10 + bytes.getUint8(at + 1) - ZERO * 11;
}

function fourDigitsAt(bytes: DataView, at: number): number {
  return twoDigitsAt(bytes, at) * 100 + twoDigitsAt(bytes, at + 2);
}
