// A table of workforce figures, targets or claims, read whole: every row becomes figures of a regency, or one error refuses the file.
import type { Problem, RowProblem } from "../../problem.ts";
import type { ProvinceCode } from "../../region.ts";
import { hasNikShape } from "../../roster.ts";
import { isEmptyRow, type SheetRow, textOf } from "../../roster-file/cell.ts";
import { figureName, type ReferenceFigure } from "../figure.ts";
import { referenceProblem } from "../problems.ts";
import type { TableKind } from "../reference-key.ts";
import { findTableHeader, namesOf } from "./header.ts";
import { readTableRow } from "./table-row.ts";

export interface TableReading {
  /** Rows below the header that hold anything. */
  readonly rows: number;
  /** Empty when there is any error. */
  readonly figures: readonly ReferenceFigure[];
  readonly file: readonly Problem[];
  /** In the order of rows. */
  readonly problems: readonly RowProblem[];
}

export function readTable(kind: TableKind, sheet: readonly SheetRow[], province: ProvinceCode): TableReading {
  const header = findTableHeader(kind, sheet);
  const above = nikAbove(sheet, header?.row ?? Number.POSITIVE_INFINITY);
  if (header === null) {
    const file = above.length > 0 ? [] : [referenceProblem("reference-no-header", namesOf(kind))];
    return { rows: 0, figures: [], file, problems: above };
  }
  const body = sheet.filter(({ row, cells }) => row > header.row && !isEmptyRow(cells));
  const problems: RowProblem[] = [...above, ...header.problems];
  const file = body.length === 0 ? [referenceProblem("reference-no-rows")] : [];
  // Without its columns, every row would be told to lack the same.
  if (problems.some(isError)) return { rows: body.length, figures: [], file, problems };
  const told = new Map<string, { readonly row: number; readonly figure: ReferenceFigure }>();
  for (const one of body) {
    const read = readTableRow(one, { kind, header, province });
    problems.push(...read.problems);
    for (const figure of read.figures) {
      const name = `${figure.regency} ${figureName(figure)}`;
      const before = told.get(name);
      if (before === undefined) told.set(name, { row: one.row, figure });
      else {
        const same = JSON.stringify(before.figure) === JSON.stringify(figure);
        const problem = referenceProblem(same ? "row-repeated" : "rows-disagree", before.row);
        problems.push({ row: one.row, column: null, ...problem });
      }
    }
  }
  const isSound = file.length === 0 && !problems.some(isError);
  return { rows: body.length, figures: isSound ? [...told.values()].map(({ figure }) => figure) : [], file, problems };
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** A header or a title that may name a person. */
function nikAbove(sheet: readonly SheetRow[], last: number): readonly RowProblem[] {
  return sheet
    .filter(({ row, cells }) => row <= last && cells.some((cell) => hasNikShape(textOf(cell))))
    .map(({ row }) => ({ row, column: null, ...referenceProblem("reference-nik") }));
}
