// One row of a table: the figures in it, or all that is wrong with it.
import { type Month, monthNumber } from "../../month.ts";
import type { Problem, RowProblem } from "../../problem.ts";
import { isProgramme, PROGRAMMES, type Programme } from "../../programme.ts";
import type { ProvinceCode, RegencyCode } from "../../region.ts";
import { hasNikShape } from "../../roster.ts";
import { readMonth } from "../../roster-file/calendar-cell.ts";
import { type Cell, isBlank, type SheetRow, textOf } from "../../roster-file/cell.ts";
import { isSegment, SEGMENT_CODES, type Segment } from "../../segment.ts";
import { DENOMINATORS, type Denominator } from "../../workforce.ts";
import type { ReferenceFigure } from "../figure.ts";
import { referenceProblem } from "../problems.ts";
import type { TableKind } from "../reference-key.ts";
import type { TableField } from "./columns.ts";
import type { TableHeader } from "./header.ts";
import { type NumberReading, readPercent, readWhole, readYear } from "./number-cells.ts";
import { readRegency } from "./regency-cell.ts";

const LONGEST_SOURCE = 1000;

export interface TableRules {
  readonly kind: TableKind;
  readonly header: TableHeader;
  readonly province: ProvinceCode;
}

export type TableRowReading = {
  readonly figures: readonly ReferenceFigure[];
  readonly problems: readonly RowProblem[];
};

/** Figures only where nothing is wrong. */
export function readTableRow({ row, cells }: SheetRow, { kind, header, province }: TableRules): TableRowReading {
  const nik = cells.findIndex((cell) => hasNikShape(textOf(cell)));
  if (nik >= 0)
    return {
      figures: [],
      problems: [{ row, column: header.names[nik] ?? null, ...referenceProblem("reference-nik") }],
    };
  const problems: RowProblem[] = [];
  const wrong = (field: TableField, problem: Problem): null => {
    problems.push({ row, column: header.names[header.columns[field] ?? -1] ?? null, ...problem });
    return null;
  };
  const cellOf = (field: TableField): Cell | undefined => cells[header.columns[field] ?? -1];
  const read: RowCells = { cellOf, wrong };
  const regency = regencyIn(read, province);
  const source = sourceIn(read);
  const figures =
    kind === "workforce"
      ? workforcesIn(read, source)
      : kind === "targets"
        ? targetIn(read, source)
        : claimsIn(read, source);
  return problems.length > 0 || regency === null
    ? { figures: [], problems }
    : { figures: figures.map((figure) => ({ regency, ...figure })), problems };
}

type Unplaced = ReferenceFigure extends infer One
  ? One extends ReferenceFigure
    ? Omit<One, "regency">
    : never
  : never;

interface RowCells {
  readonly cellOf: (field: TableField) => Cell | undefined;
  readonly wrong: (field: TableField, problem: Problem) => null;
}

function regencyIn({ cellOf, wrong }: RowCells, province: ProvinceCode): RegencyCode | null {
  const reading = readRegency(cellOf("code"), cellOf("name"), province);
  return "regency" in reading ? reading.regency : wrong(reading.at, reading.problem);
}

function sourceIn({ cellOf, wrong }: RowCells): string {
  const source = textOf(cellOf("source"));
  if (isBlank(source)) wrong("source", referenceProblem("source-missing"));
  if (source.length > LONGEST_SOURCE) wrong("source", referenceProblem("source-too-long", LONGEST_SOURCE));
  return source;
}

/** A row may name several denominators; those left empty are not known. */
function workforcesIn(row: RowCells, source: string): readonly Unplaced[] {
  const year = numberIn(row, "year", readYear, "year-unreadable");
  const given = DENOMINATORS.filter((denominator) => readWhole(row.cellOf(denominator)) !== "empty");
  if (given.length === 0) row.wrong(DENOMINATORS[0], referenceProblem("number-missing"));
  return given.flatMap((denominator) => {
    const workers = numberIn(row, denominator, readWhole, "number-unreadable");
    if (workers === 0) row.wrong(denominator, referenceProblem("number-unreadable"));
    if (year === null || workers === null) return [];
    return [{ kind: "workforce" as const, figure: { workers, denominator, year, source } }];
  });
}

function targetIn(row: RowCells, source: string): readonly Unplaced[] {
  const year = numberIn(row, "year", readYear, "year-unreadable");
  const share = numberIn(row, "percent", readPercent, "percent-unreadable");
  const denominator = denominatorIn(row);
  if (year === null || share === null || denominator === null) return [];
  return [{ kind: "targets", figure: { year, share, denominator, source } }];
}

function claimsIn(row: RowCells, source: string): readonly Unplaced[] {
  const period = periodIn(row);
  const programme = programmeIn(row);
  const segment = segmentIn(row);
  const cases = numberIn(row, "cases", readWhole, "number-unreadable");
  const money = readWhole(row.cellOf("rupiah"));
  if (money === "unreadable") row.wrong("rupiah", referenceProblem("number-unreadable"));
  if (period === null || cases === null) return [];
  const rupiah = typeof money === "object" ? money.value : null;
  return [{ kind: "claims", figure: { ...period, programme, segment, cases, rupiah, source } }];
}

function periodIn(row: RowCells): { readonly month: Month; readonly months: number } | null {
  const year = readYear(row.cellOf("year"));
  const month = readMonth(row.cellOf("month"));
  if (year === "empty" && typeof month === "object") return { month: month.month, months: 1 };
  if (month === "empty" && typeof year === "object") return { month: monthNumber(year.value * 12 + 11), months: 12 };
  if (month === "empty" && year === "unreadable") return row.wrong("year", referenceProblem("year-unreadable"));
  if (year === "empty" && month !== "empty") return row.wrong("month", referenceProblem("month-unreadable"));
  return row.wrong("month", referenceProblem("month-or-year"));
}

function denominatorIn(row: RowCells): Denominator | null {
  const text = textOf(row.cellOf("denominator"))
    .toLowerCase()
    .replace(/[_\s]+/g, "-");
  const found = DENOMINATORS.find((one) => one === text);
  return found ?? row.wrong("denominator", referenceProblem("denominator-unknown", DENOMINATORS.join(", ")));
}

function programmeIn(row: RowCells): Programme | null {
  const text = textOf(row.cellOf("programme")).toLowerCase();
  if (isBlank(text)) return null;
  if (isProgramme(text)) return text;
  return row.wrong("programme", referenceProblem("reference-programme-unknown", PROGRAMMES.join(", ").toUpperCase()));
}

function segmentIn(row: RowCells): Segment | null {
  const text = textOf(row.cellOf("segment")).toLowerCase();
  if (isBlank(text)) return null;
  return isSegment(text)
    ? text
    : row.wrong("segment", referenceProblem("reference-segment-unknown", SEGMENT_CODES.join(", ")));
}

type Unreadable = "number-unreadable" | "percent-unreadable" | "year-unreadable";

function numberIn(
  row: RowCells,
  field: TableField,
  read: (cell: Cell | undefined) => NumberReading,
  unreadable: Unreadable,
): number | null {
  const reading = read(row.cellOf(field));
  if (typeof reading === "object") return reading.value;
  return row.wrong(field, referenceProblem(reading === "empty" ? "number-missing" : unreadable));
}
