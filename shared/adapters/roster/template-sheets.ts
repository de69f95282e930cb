// What all workbooks to be filled in have alike: how they look, and the sheet that says how to fill them in.
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import type { InstructionLine } from "#shared/domain/roster-template/instructions.ts";
import type { Bilingual } from "#shared/domain/text.ts";

/** Choices hold commas, so they cannot stand in the rule itself. */
export const CHOICE_SHEET = "Pilihan";
export const TEXT = "@";
export const RUPIAH = "#,##0";

export const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FF1B4F72" } },
  numFmt: TEXT,
};
/** As wide as a page, as long as it must be. */
export const ON_PAPER: WriteSheet["pageSetup"] = {
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
};
export const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: "top" } };

const INSTRUCTION_SHEET = "Petunjuk Pengisian";
/** Of the instructions, in characters. */
const TEXT_WIDTH = 70;
const LINE_POINTS = 15;

export function instructionSheet(lines: readonly InstructionLine[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, { about, text, heading }] of lines.entries()) {
    const style = heading ? { ...WRAPPED, font: { bold: true } } : WRAPPED;
    for (const [column, value] of [about, text.id, text.en].entries()) {
      cells.set(`${row},${column}`, { value, type: "string", style });
    }
  }
  return {
    name: INSTRUCTION_SHEET,
    rows: lines.map(({ about, text }) => [about, text.id, text.en]),
    columns: [{ width: 24 }, { width: TEXT_WIDTH }, { width: TEXT_WIDTH }],
    rowDefs: new Map(lines.map(({ text }, row) => [row, { height: heightOf(text) }])),
    pageSetup: ON_PAPER,
    cells,
  };
}

/** Not every program makes a row as high as the text in it. */
function heightOf({ id, en }: Bilingual): number {
  const longest = Math.max(id.length, en.length);
  return LINE_POINTS * Math.max(1, Math.ceil(longest / (TEXT_WIDTH * 0.95)));
}
