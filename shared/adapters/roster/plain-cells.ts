// What the cells of one file mean as numbers, for the hot loop: remembered verdicts of the very checks that `rowChecker` makes, so that rules and
// words stand in one place. A cell about which there is anything to tell is NOT_PLAIN; what that is, `told-cells.ts` knows.
import type { Day } from "#shared/domain/day.ts";
import { type Month, monthNumber, OPEN_END } from "#shared/domain/month.ts";
import { isNik } from "#shared/domain/nik.ts";
import { MAX_EMPLOYERS } from "#shared/domain/packed-enrolments.ts";
import { type MonthReading, readMonth } from "#shared/domain/roster-file/calendar-cell.ts";
import { textOf } from "#shared/domain/roster-file/cell.ts";
import { type RowRules, wageUseOf } from "#shared/domain/roster-file/check-row.ts";
import type { SettledDefaults } from "#shared/domain/roster-file/defaults.ts";
import { checkSex, readBirth } from "#shared/domain/roster-file/identity-checks.ts";
import { occupationOfText } from "#shared/domain/roster-file/occupation-text.ts";
import { readProgrammes } from "#shared/domain/roster-file/programmes-cell.ts";
import { readEmployer, readRange, readWage } from "#shared/domain/roster-file/terms-checks.ts";
import { type CellMemo, cellMemo } from "./cell-memo.ts";
import { areDigits, dayNumber, fourDigitsAt, twoDigitsAt } from "./row-cells.ts";

const DASH = 45;

export const NOT_PLAIN = -1;
/** The cell says nothing; for months and birth dates. */
export const NOTHING = 0;

/** Wages beyond go the plain way. */
const MOST_IN_MEMO = 0x7fff_ffff;

export interface PlainCells {
  /** As `dayNumber` writes it. */
  readonly birth: CellMemo;
  /** What would be told of it: 1 beside a man's NIK, 2 beside a woman's. */
  readonly sex: CellMemo;
  readonly programmes: CellMemo;
  readonly first: CellMemo;
  readonly last: CellMemo;
  /** How many months. */
  readonly months: CellMemo;
  readonly wage: CellMemo;
  /** What `indexOf` gives for the employer. */
  readonly employer: CellMemo;
  readonly occupation: CellMemo;
}

export function plainCells(
  rules: RowRules,
  settled: SettledDefaults,
  indexOf: (employer: string) => number,
): PlainCells {
  const { segment } = rules;
  const thisYear = Number(rules.asOf.slice(0, 4));
  const birth = cellMemo((text) => birthOf(text, rules.asOf), 2 ** 15);
  const wageUse = wageUseOf(rules);
  return {
    birth: (bytes, from, to) => usualDay(bytes, from, to, thisYear) || birth(bytes, from, to),
    sex: cellMemo(sexOf),
    programmes: cellMemo((text) => {
      const reading = readProgrammes(textOf(text), segment);
      if (reading === null) return settled.programmes;
      return "programmes" in reading ? reading.programmes : NOT_PLAIN;
    }),
    first: cellMemo((text) => {
      const first = monthOf(readMonth(text));
      return first > settled.latestUsual ? NOT_PLAIN : first;
    }),
    last: cellMemo((text) => monthOf(readMonth(text))),
    months: cellMemo((text) => countOf(text, settled)),
    wage: cellMemo((text) => {
      const rupiah = unlessTold((tell) => readWage(text, wageUse, tell));
      return rupiah > MOST_IN_MEMO ? NOT_PLAIN : rupiah;
    }),
    employer: cellMemo((text) => {
      let employer = "";
      const verdict = unlessTold((tell) => {
        employer = readEmployer(text, tell);
        return 0;
      });
      return verdict === NOT_PLAIN ? NOT_PLAIN : indexOf(employer);
    }, MAX_EMPLOYERS + 1),
    occupation: cellMemo((text) => occupationOfText(textOf(text))),
  };
}

/**
 * Birth dates are as many as workers: DD-MM-YYYY, as most write it, is read at once, where it is a day that every month has of a year that is over.
 * NOTHING for any other.
 */
function usualDay(bytes: DataView, from: number, to: number, thisYear: number): number {
  if (to - from !== 10 || bytes.getUint8(from + 2) !== DASH || bytes.getUint8(from + 5) !== DASH) return NOTHING;
  const dayAndMonth = (bytes.getUint16(from, true) << 16) | bytes.getUint16(from + 3, true);
  if (!areDigits(dayAndMonth) || !areDigits(bytes.getInt32(from + 6, true))) return NOTHING;
  const day = twoDigitsAt(bytes, from);
  const month = twoDigitsAt(bytes, from + 3);
  const year = fourDigitsAt(bytes, from + 6);
  const isUsual = day >= 1 && day <= 28 && month >= 1 && month <= 12 && year >= 1950 && year < thisYear;
  return isUsual ? dayNumber(year, month, day) : NOTHING;
}

function unlessTold(read: (tell: () => void) => number): number {
  let told = false;
  const meaning = read(() => {
    told = true;
  });
  return told ? NOT_PLAIN : meaning;
}

function monthOf(reading: MonthReading): number {
  if (reading === "empty") return NOTHING;
  return typeof reading === "object" ? reading.month : NOT_PLAIN;
}

const SOME_MONTH: Month = monthNumber(2000 * 12);

function countOf(text: string, settled: SettledDefaults): number {
  const defaults = { ...settled, first: SOME_MONTH, last: OPEN_END };
  return unlessTold((tell) => {
    const [first, last] = readRange({ first: "", last: "", months: text }, defaults, tell);
    return last === OPEN_END ? NOTHING : last - first + 1;
  });
}

function birthOf(text: string, asOf: Day): number {
  const { birth, problem } = readBirth(text, null, asOf);
  if (problem !== null) return NOT_PLAIN;
  if (birth === null) return NOTHING;
  return dayNumber(Number(birth.slice(0, 4)), Number(birth.slice(5, 7)), Number(birth.slice(8)));
}

const MAN = "1403010101900001";
const WOMAN = "1403014101900001";

function sexOf(text: string): number {
  return (toldBeside(MAN, text) ? 1 : 0) + (toldBeside(WOMAN, text) ? 2 : 0);
}

function toldBeside(nik: string, text: string): boolean {
  return isNik(nik) && checkSex(text, nik) !== null;
}
