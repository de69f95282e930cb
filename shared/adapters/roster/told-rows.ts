// Rows that are rejected for what is wrong with single cells: which problems they have, without a string of any. The same as `rowChecker` tells of
// them, for they are gathered in its order from what was told of each cell; null for any row of which the cells by themselves do not say enough.
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import type { SettledDefaults } from "#shared/domain/roster-file/defaults.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { CellMemo } from "./cell-memo.ts";
import { nikTeller } from "./nik-parts.ts";
import { DEPENDS, NOTHING_TOLD, type ProblemBook, type ProblemOfRow } from "./problem-book.ts";
import {
  areNikDigits,
  BIRTH,
  EMPLOYER,
  FIRST,
  LAST,
  LAST_CELL,
  MONTHS,
  NIK,
  PROGRAMMES,
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

/** Bits of a row beside those of its fields: a cell right of the header is not empty; what is wrong is not to be told from single cells. */
export const [BEYOND, DEPENDS_ON_ROW] = [1 << 0, 1 << 31];

/**
 * `nikAt`: where 16 bytes begin that may be a NIK; negative when there are more or fewer. `wrong`: a bit for each field of which there may be something to
 * tell. What is given is used again for the next row.
 */
export type TellRow = (bytes: DataView, row: RowCells, nikAt: number, wrong: number) => ToldRow | null;

export const NO_NIK = -1;
const LONGEST_FORM = 32;
const [ZERO, NINE] = [48, 57];
const ONE = 49;

export function toldRows(rules: RowRules, settled: SettledDefaults, book: ProblemBook): TellRow {
  const cells = toldCells(rules, settled, book);
  const tellNik = nikTeller(book);
  const problems: ProblemOfRow[] = [];
  const form: DataView = new DataView(new ArrayBuffer(LONGEST_FORM));
  const verdict = { problems, bytes: form, nikAt: NO_NIK, mayBeNoWorker: false };
  const sexDiffers = book.numberOf("sex", problem("sex-differs"));
  const ofField: (CellMemo | undefined)[] = [];
  ofField[BIRTH] = cells.birth;
  ofField[SEX] = () => sexDiffers;
  ofField[PROGRAMMES] = cells.programmes;
  ofField[FIRST] = cells.first;
  ofField[LAST] = cells.last;
  ofField[MONTHS] = cells.months;
  ofField[WAGE] = cells.wage;
  ofField[EMPLOYER] = cells.employer;

  return function tellRow(bytes, row, nikAt, wrong) {
    if (wrong < 0) return null;
    problems.length = 0;
    verdict.mayBeNoWorker = false;
    let isRejected = false;
    for (let rest = wrong; rest !== 0; rest &= rest - 1) {
      const told = toldOf(31 - Math.clz32(rest & -rest), bytes, row, nikAt);
      if (told === DEPENDS) return null;
      const found = book.problemAt(told);
      if (found === undefined) continue;
      problems.push(found);
      isRejected ||= found.severity === "error";
    }
    if (!isRejected) return null;
    verdict.nikAt = (wrong & (BEYOND | (1 << NIK))) === 0 ? nikAt : NO_NIK;
    verdict.bytes = bytes;
    return verdict;
  };

  function toldOf(bit: number, bytes: DataView, { starts, ends }: RowCells, nikAt: number): number {
    if (bit === NIK && nikAt >= 0 && areNikDigits(bytes, nikAt)) return toldOfDigits(bytes, nikAt);
    if (bit === NIK) return toldOfForm(bytes, starts[NIK] ?? 0, ends[NIK] ?? 0);
    if (bit === 0) return cells.beyond(bytes, starts[LAST_CELL] ?? 0, ends[LAST_CELL] ?? 0);
    return ofField[bit]?.(bytes, starts[bit] ?? 0, ends[bit] ?? 0) ?? NOTHING_TOLD;
  }

  /** Beside a NIK that is only warned of, the other cells may say more. */
  function toldOfDigits(bytes: DataView, at: number): number {
    const told = tellNik(bytes, at);
    return book.problemAt(told)?.severity === "error" ? told : DEPENDS;
  }

  function toldOfForm(bytes: DataView, from: number, to: number): number {
    if (to - from > LONGEST_FORM) return DEPENDS;
    for (let at = from; at < to; at += 1) {
      const byte = bytes.getUint8(at);
      form.setUint8(at - from, byte >= ZERO && byte <= NINE ? ONE : byte);
    }
    const told = cells.nikForm(form, 0, to - from);
    verdict.mayBeNoWorker = (told & 1) === 1;
    return told >> 1;
  }
}
