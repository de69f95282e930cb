// The rows of one worksheet, as they come out of its part: text and numbers apart, dates as `yyyy-mm-dd`. Rows without any content are left out,
// but count. A formula stands for its last value; where the file brings none, for its own text. Which cells are merged is told after the last row.
import type { Cell, SheetRow } from "#shared/domain/roster-file/cell.ts";
import { dayOfNumber } from "./date-styles.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { textGatherer, unescaped } from "./text-gatherer.ts";
import { scanXml } from "./xml-scan.ts";
import { attributeOf } from "./xml-text.ts";
import { broken } from "./zip-part.ts";

export interface CellMeanings {
  readonly strings: SharedStrings;
  readonly dateStyles: ReadonlySet<number>;
  readonly date1904: boolean;
}

/** Cells that are shown as one, of which only the first holds anything: the column of that one and the rows, as the sheet counts them. */
export interface MergedCells {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const BATCH_ROWS = 512;
/** Templates have 50 columns. What lies further out is formatting, which some programs spread over all 16,384. */
const MOST_COLUMNS = 1024;
/** Excel has 1,048,576 rows, LibreOffice at most 16 times as many. */
const LAST_ROW = 16_777_216;

/** @throws UnreadableFile when the part is damaged */
export async function* sheetRows(
  part: AsyncIterable<Uint8Array>,
  meanings: CellMeanings,
  merged: (cells: MergedCells) => void = () => {},
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let batch: SheetRow[] = [];
  const scanner = rowScanner(meanings, (row) => batch.push(row), merged);
  const decoder = new TextDecoder();
  for await (const chunk of part) {
    scanner.write(decoder.decode(chunk, { stream: true }));
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  scanner.end();
  if (batch.length > 0) yield batch;
}

function rowScanner(meanings: CellMeanings, put: (row: SheetRow) => void, merged: (cells: MergedCells) => void) {
  let row = 0;
  let column = -1;
  let cells: Cell[] = [];
  let isHidden = false;
  let inCell = false;
  let attributes = "";
  let value = "";
  let hasValue = false;
  let formula: string | null = null;
  let within = "";
  const inline = textGatherer();

  const setCell = (): void => {
    const type = attributeOf(attributes, "t") ?? "n";
    const style = Number(attributeOf(attributes, "s") ?? -1);
    const cell = type === "inlineStr" ? inline.take() : meaningOf(type, value, style, meanings);
    const isUnknown = formula !== null && (!hasValue || (value === "" && type !== "str"));
    const shown = isUnknown ? `=${formula}` : cell;
    if (shown === null || column >= MOST_COLUMNS) return;
    while (cells.length < column) cells.push(null);
    cells[column] = shown;
  };

  return scanXml({
    open(name, written) {
      if (name === "c") {
        const place = attributeOf(written, "r");
        column = place === undefined ? column + 1 : columnOf(place);
        attributes = written;
        value = "";
        hasValue = false;
        formula = null;
        within = "";
        inline.start();
        inCell = true;
      } else if (name === "row") {
        const number = Number(attributeOf(written, "r") ?? Number.NaN);
        row = Number.isSafeInteger(number) && number > row ? number : row + 1;
        if (row > LAST_ROW) throw broken();
        column = -1;
        cells = [];
        isHidden = written.includes("hidden") && /^(?:1|true)$/.test(attributeOf(written, "hidden") ?? "");
      } else if (name === "mergeCell") {
        const range = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/i.exec(attributeOf(written, "ref") ?? "");
        if (range) merged({ column: columnOf(range[1] ?? ""), firstRow: Number(range[2]), lastRow: Number(range[3]) });
      } else if (inCell) {
        if (name === "v") {
          within = "v";
          hasValue = true;
        } else if (name === "f") {
          within = "f";
          formula = "";
        } else inline.open(name);
      }
    },
    text(text) {
      if (!inCell) return;
      if (within === "v") value += text;
      else if (within === "f") formula += text;
      else inline.text(text);
    },
    close(name) {
      if (name === "c") {
        setCell();
        inCell = false;
      } else if (name === "row") {
        if (cells.length > 0) put(isHidden ? { row, cells, hidden: true } : { row, cells });
      } else if (inCell) {
        within = "";
        inline.close(name);
      }
    },
  });
}

function meaningOf(type: string, text: string, style: number, meanings: CellMeanings): Cell {
  if (text === "") return null;
  if (type === "s") {
    const shared = meanings.strings.at(Number(text));
    if (shared === undefined) throw broken();
    return shared;
  }
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return unescaped(text);
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return (meanings.dateStyles.has(style) ? dayOfNumber(number, meanings.date1904) : null) ?? number;
}

/** `A1` is in column 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column < 1 || column > 16_384) throw broken();
  return column - 1;
}
