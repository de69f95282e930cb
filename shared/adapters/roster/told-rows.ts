// Rows that are rejected for what is wrong with single cells: which problems they have, without a string of any. The same as `rowChecker` tells of
// them, for they are gathered in its order from what was told of each cell; null for any row of which the cells by themselves do not say enough.
import { OPEN_END } from "#shared/domain/month.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import type { SettledDefaults } from "#shared/domain/roster-file/defaults.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { CellMemo } from "./cell-memo.ts";
import type { NikParts } from "./nik-parts.ts";
import type { IsPlainAge } from "./plain-ages.ts";
import { NOT_PLAIN, NOTHING, type PlainCells } from "./plain-cells.ts";
import { DEPENDS, NOTHING_TOLD, type ProblemBook, type ProblemOfRow } from "./problem-book.ts";
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
  PROGRAMMES,
  placeOfNik,
  type RowCells,
  SEX,
  WAGE,
} from "./row-cells.ts";
import { toldCells } from "./told-cells.ts";

export interface ToldRow {
  /** At least one of them an error. */
  readonly problems: readonly ProblemOfRow[];
  /** Where the NIK begins; NO_NIK when it cannot be read, or not be trusted to be this row's. */
  readonly nikAt: number;
  readonly bytes: DataView;
  /** Whether the row may be no worker's: it must be looked at as a whole. */
  readonly mayBeNoWorker: boolean;
}

/** `isWide`: a cell right of the header is not empty. What is given is used again for the next row. */
export type TellRow = (bytes: DataView, row: RowCells, isWide: boolean) => ToldRow | null;

export const NO_NIK = -1;
const LONGEST_FORM = 32;
const [ZERO, NINE] = [48, 57];
const ONE = 49;

/** What the hot loop has of a file. */
export interface ToldContext {
  readonly rules: RowRules;
  readonly settled: SettledDefaults;
  readonly book: ProblemBook;
  readonly niks: NikParts;
  readonly plain: PlainCells;
  readonly isPlainAge: IsPlainAge;
}

export function toldRows({ rules, settled, book, niks, plain, isPlainAge }: ToldContext): TellRow {
  const cells = toldCells(rules, settled, book);
  const problems: ProblemOfRow[] = [];
  const form: DataView = new DataView(new ArrayBuffer(LONGEST_FORM));
  const verdict = { problems, bytes: form, nikAt: NO_NIK, mayBeNoWorker: false };
  const sexDiffers = book.numberOf("sex", problem("sex-differs"));
  let depends = false;
  const say = (number: number): void => {
    if (number === NOTHING_TOLD) return;
    const found = book.problemAt(number);
    if (found === undefined) depends = true;
    else problems.push(found);
  };

  return (bytes, row, isWide) => {
    problems.length = 0;
    verdict.mayBeNoWorker = false;
    depends = false;
    if (isWide) say(cells.beyond(bytes, row.starts[LAST_CELL] ?? 0, row.ends[LAST_CELL] ?? 0));
    const nikAt = readNik(bytes, row);
    const birth = readBirth(bytes, row, nikAt);
    if (nikAt !== NO_NIK) tellSex(bytes, row, nikAt);
    const named = meaning(plain.programmes, cells.programmes, bytes, row, PROGRAMMES);
    const first = readRange(bytes, row);
    const programmes = named === NOT_PLAIN ? settled.programmes : named;
    if (birth > NOTHING && !isPlainAge(birth, first, programmes)) return null;
    meaning(plain.wage, cells.wage, bytes, row, WAGE);
    say(cells.employer(bytes, row.starts[EMPLOYER] ?? 0, row.ends[EMPLOYER] ?? 0));
    if (depends || !problems.some(isError)) return null;
    verdict.nikAt = isWide ? NO_NIK : nikAt;
    verdict.bytes = bytes;
    return verdict;
  };

  /** What a cell means; says what is told when that is NOT_PLAIN. */
  function meaning(means: CellMemo, tells: CellMemo, bytes: DataView, row: RowCells, field: number): number {
    const from = row.starts[field] ?? 0;
    const to = row.ends[field] ?? 0;
    const known = means(bytes, from, to);
    if (known === NOT_PLAIN) say(tells(bytes, from, to));
    return known;
  }

  /** Where it begins, when it is sound. */
  function readNik(bytes: DataView, row: RowCells): number {
    const at = placeOfNik(bytes, row);
    if (at < 0 || !areNikDigits(bytes, at)) {
      say(toldOfForm(bytes, row.starts[NIK] ?? 0, row.ends[NIK] ?? 0));
      return NO_NIK;
    }
    const told = toldOfDigits(bytes, at);
    say(told);
    return isErrorAt(told) ? NO_NIK : at;
  }

  function toldOfDigits(bytes: DataView, at: number): number {
    if (fourDigitsAt(bytes, at + 12) === 0) return niks.ofNoSerial;
    const ofRegion = niks.ofRegion(fourDigitsAt(bytes, at));
    if (isErrorAt(ofRegion)) return ofRegion;
    return niks.ofDay(fourDigitsAt(bytes, at + 6)) || ofRegion;
  }

  function isErrorAt(number: number): boolean {
    return book.problemAt(number)?.severity === "error";
  }

  function toldOfForm(bytes: DataView, from: number, to: number): number {
    if (to - from > LONGEST_FORM) return DEPENDS;
    for (let at = from; at < to; at += 1) {
      const byte = bytes.getUint8(at);
      form.setUint8(at - from, byte >= ZERO && byte <= NINE ? ONE : byte);
    }
    verdict.mayBeNoWorker = cells.isWorkersForm(form, 0, to - from) === 0;
    return cells.nikForm(form, 0, to - from);
  }

  /** As `dayNumber` writes it. */
  function readBirth(bytes: DataView, row: RowCells, nikAt: number): number {
    const birth = meaning(plain.birth, cells.birth, bytes, row, BIRTH);
    if (nikAt !== NO_NIK && birth > NOTHING && !isBornOn(bytes, nikAt, birth)) say(DEPENDS);
    return birth;
  }

  function tellSex(bytes: DataView, { starts, ends }: RowCells, nikAt: number): void {
    const told = plain.sex(bytes, starts[SEX] ?? 0, ends[SEX] ?? 0);
    if ((told & (isWomans(bytes, nikAt) ? 2 : 1)) !== 0) say(sexDiffers);
  }

  /** The first month. */
  function readRange(bytes: DataView, row: RowCells): number {
    const start = meaning(plain.first, cells.first, bytes, row, FIRST);
    const first = start === NOTHING || start === NOT_PLAIN ? settled.first : start;
    let last = meaning(plain.last, cells.last, bytes, row, LAST);
    if (last === NOT_PLAIN) return first;
    if (last === NOTHING) {
      const months = meaning(plain.months, cells.months, bytes, row, MONTHS);
      last = months === NOTHING || months === NOT_PLAIN ? settled.last : first + months - 1;
    }
    if (last > OPEN_END || (last < first && start !== NOT_PLAIN)) say(DEPENDS);
    return first;
  }
}

function isError({ severity }: ProblemOfRow): boolean {
  return severity === "error";
}
