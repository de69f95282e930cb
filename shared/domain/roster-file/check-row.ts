// One row of a roster: who it names, on which terms, and everything that is wrong with it at once. Nothing of the row is kept but the verdict.
import type { Day } from "../day.ts";
import type { Month } from "../month.ts";
import type { Nik } from "../nik.ts";
import type { Terms } from "../packed-enrolments.ts";
import type { Problem, RowProblem } from "../problem.ts";
import type { ProgrammeSet } from "../programme.ts";
import type { RegencyCode } from "../region.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import type { Bilingual } from "../text.ts";
import { ageProblems } from "./age-rules.ts";
import { type Cell, isBlank, textOf } from "./cell.ts";
import type { Field } from "./columns.ts";
import { type RosterDefaults, type SettledDefaults, settleDefaults } from "./defaults.ts";
import { NO_END, NO_START } from "./gaps.ts";
import { type Header, withoutNumbers } from "./header.ts";
import { holdsRows } from "./held-rows.ts";
import { checkSex, readBirth, readNik } from "./identity-checks.ts";
import { occupationOfText } from "./occupation-text.ts";
import { otherSeparator, type Separator } from "./other-separator.ts";
import { problem } from "./problems.ts";
import { type ProgrammesReading, readProgrammes } from "./programmes-cell.ts";
import { type FieldProblem, type MonthCells, readEmployer, readRange, readWage, type WageUse } from "./terms-checks.ts";

export interface RowRules {
  readonly regency: RegencyCode;
  readonly segment: Segment;
  readonly asOf: Day;
  readonly defaults: RosterDefaults;
  readonly header: Header;
  /** Cells are told apart by separators only (CSV), so that one too many may have moved the others. */
  readonly cellsMayShift: boolean;
}

export interface RowVerdict {
  /** null when the NIK cannot be read, or not be trusted to be this row's. */
  readonly nik: Nik | null;
  readonly first: Month;
  readonly last: Month;
  readonly terms: Terms;
  /** NO_START and NO_END, added. */
  readonly gaps: number;
  readonly problems: readonly RowProblem[];
  /** Whether one of the problems is an error. */
  readonly rejected: boolean;
}

const SEPARATOR_NAMES: Readonly<Record<Separator, Bilingual>> = {
  ",": { id: "koma (,)", en: "commas (,)" },
  ";": { id: "titik koma (;)", en: "semicolons (;)" },
  "\t": { id: "tab", en: "tabs" },
  "|": { id: "garis tegak (|)", en: "vertical bars (|)" },
};
const NO_PROBLEMS: readonly RowProblem[] = [];
/** A text seen before is not read again; past this many the memory starts anew. */
const REMEMBERED_TEXTS = 2000;
/** The check for all rows of one file. */
export function rowChecker(rules: RowRules): (row: number, cells: readonly Cell[]) => RowVerdict {
  const { header, segment } = rules;
  const at: Readonly<Partial<Record<Field, number>>> = header.columns;
  const settled = settleDefaults(rules.defaults, segment, rules.asOf);
  const wageUse = wageUseOf(rules);
  const isJoining = rules.defaults.mode !== "end";
  const programmesOf = remembered((text: string): ProgrammesReading => readProgrammes(text, segment));
  const occupationOf = remembered(occupationOfText);

  return (row, cells) => {
    let problems: RowProblem[] | null = null;
    let rejected = false;
    const add = (field: Field | null, found: Problem): void => {
      problems ??= [];
      problems.push({ row, column: field === null ? null : columnName(header, field), ...found });
      rejected ||= found.severity === "error";
    };
    const report = (found: FieldProblem): void => add(found.field, found.problem);
    const cellOf = (field: Field): Cell | undefined => {
      const index = at[field];
      return index === undefined ? undefined : cells[index];
    };

    const separator = rules.cellsMayShift ? otherSeparator(cells, at.nik ?? 0, header.names.length) : null;
    if (separator !== null) return otherwiseSeparated(row, separator, settled);
    const misshapen = rules.cellsMayShift ? faultOfShape(cells, header.names.length) : null;
    if (misshapen) add(null, misshapen);
    const reading = readNik(cellOf("nik"));
    if ("fault" in reading) add("nik", reading.fault);
    else if (reading.warning) add("nik", reading.warning);
    const nik = "nik" in reading ? reading.nik : null;

    const birth = at.birth === undefined ? null : readBirth(cellOf("birth"), nik, rules.asOf);
    if (birth?.problem) add("birth", birth.problem);
    const sex = at.sex === undefined ? null : checkSex(cellOf("sex"), nik);
    if (sex) add("sex", sex);

    let programmes: ProgrammeSet = settled.programmes;
    const named = at.programmes === undefined ? null : programmesOf(textOf(cellOf("programmes")));
    if (named !== null) {
      if ("programmes" in named) programmes = named.programmes;
      else add("programmes", named);
    }
    const months = { first: cellOf("first"), last: cellOf("last"), months: cellOf("months") };
    const [first, last] = readRange(months, settled, report);
    if (birth?.birth && isJoining) {
      for (const told of ageProblems(birth.birth, { segment, programmes, first })) add("birth", told);
    }
    const terms: Terms = {
      basisRupiah: readWage(cellOf("wage"), wageUse, report),
      employer: readEmployer(cellOf("employer"), report),
      occupation: at.occupation === undefined ? 0 : occupationOf(textOf(cellOf("occupation"))),
      programmes,
      riskClass: 0,
    };
    const gaps = gapsIn(months);
    return { nik: misshapen ? null : nik, first, last, terms, gaps, problems: problems ?? NO_PROBLEMS, rejected };
  };
}

/** Whether contributions are counted from the wages that the file has to say: an `end` file says only when a protection ends. */
export function isPricedByWage({ segment, defaults }: Pick<RowRules, "segment" | "defaults">): boolean {
  return defaults.mode !== "end" && SEGMENTS[segment].pricing === "wage";
}

export function wageUseOf(rules: RowRules): WageUse {
  if (rules.defaults.mode === "end") return "unused";
  return rules.header.columns.wage !== undefined && isPricedByWage(rules) ? "priced" : "kept";
}

function gapsIn({ first, last, months }: MonthCells): number {
  const isEmpty = (cell: Cell | undefined): boolean => isBlank(textOf(cell));
  return (isEmpty(first) ? NO_START : 0) + (isEmpty(last) && isEmpty(months) ? NO_END : 0);
}

/** Of such a row nothing else is told: no cell is what its column says. */
function otherwiseSeparated(
  row: number,
  separator: Separator,
  { first, last, programmes }: SettledDefaults,
): RowVerdict {
  const { id, en } = SEPARATOR_NAMES[separator];
  const found = problem("row-other-separator", id, en);
  const terms = { basisRupiah: 0, employer: "", occupation: 0, programmes, riskClass: 0 };
  return { nik: null, first, last, terms, gaps: 0, problems: [{ row, column: null, ...found }], rejected: true };
}

/** As the file writes it, but for numbers that may be a person's. */
export function columnName(header: Header, field: Field): string | null {
  const index = header.columns[field];
  const name = index === undefined ? undefined : header.names[index];
  return name === undefined ? null : withoutNumbers(name);
}

/** Cells beyond the header, or several lines of persons in one cell: then no cell can be trusted to be what its column says. */
function faultOfShape(cells: readonly Cell[], width: number): Problem | null {
  for (const cell of cells) {
    if (holdsRows(cell)) return problem("row-swallowed");
  }
  for (let index = width; index < cells.length; index += 1) {
    if (textOf(cells[index]) !== "") return problem("row-too-wide");
  }
  return null;
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED_TEXTS) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
