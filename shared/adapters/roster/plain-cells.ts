// What the cells of one file mean as numbers, for the hot loop: remembered verdicts of the very checks that `rowChecker` makes, so that rules and
// words stand in one place. A cell about which there is anything to tell is NOT_PLAIN: its row goes the plain way.
import type { Day } from "#shared/domain/day.ts";
import { type Month, monthNumber, OPEN_END } from "#shared/domain/month.ts";
import { isListedRegion, isNik } from "#shared/domain/nik.ts";
import { MAX_EMPLOYERS } from "#shared/domain/packed-enrolments.ts";
import { type MonthReading, readMonth } from "#shared/domain/roster-file/calendar-cell.ts";
import { textOf } from "#shared/domain/roster-file/cell.ts";
import type { RowRules } from "#shared/domain/roster-file/check-row.ts";
import type { SettledDefaults } from "#shared/domain/roster-file/defaults.ts";
import { checkSex, readBirth } from "#shared/domain/roster-file/identity-checks.ts";
import { occupationOfText } from "#shared/domain/roster-file/occupation-text.ts";
import { readProgrammes } from "#shared/domain/roster-file/programmes-cell.ts";
import { readEmployer, readRange, readWage } from "#shared/domain/roster-file/terms-checks.ts";
import { SEGMENTS } from "#shared/domain/segment.ts";
import { type CellMemo, cellMemo } from "./cell-memo.ts";

export const NOT_PLAIN = -1;
/** The cell says nothing; for months and birth dates. */
export const NOTHING = 0;

/** Wages beyond go the plain way. */
const MOST_IN_MEMO = 0x7fff_ffff;

export interface PlainCells {
  /** As the number YYYYMMDD. */
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
  const needsWage = rules.header.columns.wage !== undefined && SEGMENTS[segment].pricing === "wage";
  return {
    birth: cellMemo((text) => birthOf(text, rules.asOf), 2 ** 15),
    sex: cellMemo(sexOf),
    programmes: cellMemo((text) => {
      const reading = readProgrammes(textOf(text), segment);
      if (reading === null) return settled.programmes;
      return "programmes" in reading ? reading.programmes : NOT_PLAIN;
    }),
    first: cellMemo((text) => monthOf(readMonth(text))),
    last: cellMemo((text) => monthOf(readMonth(text))),
    months: cellMemo((text) => countOf(text, settled)),
    wage: cellMemo((text) => {
      const rupiah = unlessTold((tell) => readWage(text, needsWage, tell));
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
  return birth === null ? NOTHING : Number(birth.replaceAll("-", ""));
}

const MAN = "1403010101900001";
const WOMAN = "1403014101900001";

function sexOf(text: string): number {
  return (toldBeside(MAN, text) ? 1 : 0) + (toldBeside(WOMAN, text) ? 2 : 0);
}

function toldBeside(nik: string, text: string): boolean {
  return isNik(nik) && checkSex(text, nik) !== null;
}

export interface NikTables {
  /** By the first four digits: 1 where they are a regency's. */
  readonly regencies: Uint8Array;
  /** By day (women's from 41 on) and month: 1 where that date is in every year. */
  readonly days: Uint8Array;
}

let known: NikTables | undefined;

/** Made from the plain check, once. */
export function nikTables(): NikTables {
  known ??= {
    regencies: Uint8Array.from({ length: 10_000 }, (_, place) => soundAs(`${fourDigits(place)}010101970001`)),
    days: Uint8Array.from({ length: 10_000 }, (_, place) => soundAs(`140301${fourDigits(place)}970001`)),
  };
  return known;
}

const fourDigits = (value: number): string => String(value).padStart(4, "0");

function soundAs(nik: string): number {
  return isNik(nik) && isListedRegion(nik) ? 1 : 0;
}
