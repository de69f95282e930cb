// Rows of a list that are no worker's: the header again, the numbers of the columns under it, totals, rows that hold only their running number or, in
// its column, the name of a village under which the next workers stand, and what is signed below the list, in whatever column. None of them has a NIK.
// They are told once for the file, not row by row, and count in no figure.
import { type Cell, isFormula, textOf } from "./cell.ts";
import { columnKey, isResultColumn, knownColumn } from "./columns.ts";
import type { Header } from "./header.ts";

export type NoWorker =
  | "header-repeated"
  | "column-numbers"
  | "totals-skipped"
  | "empty-rows-skipped"
  | "sections-skipped"
  | "signature-skipped";

const TOTAL = /^(?:grand[\s_-]*total|sub[\s_-]*total|total|jumlah|jml)(?![a-z])/i;
const SIGNATURE =
  /^(?:mengetahui|menyetujui|disetujui|dibuat oleh|yang membuat|diketahui|tanda tangan|tembusan|dicetak|terbilang|hormat kami)\b|^nip\b[.\s:]*\d/i;
/** Behind a name it is a note on one worker. */
const NOTE = /^(?:catatan|keterangan)\b|^(?:ket|sumber)\s*[.:]/i;
/** Where and when it was signed; in a column of birth places and dates, where and when a worker was born. */
const PLACE_AND_DAY = /^[a-z .]+,\s*\d{1,2} [a-z]+ \d{4}$/i;
const OF_BIRTH = /LAHIR|LHR|TTL/;
/** A running number, or a count. */
const COUNT = /^[\d.,]+\)?$/;
const COLUMN_NUMBER = /^\(?(\d{1,2})\)?$/;
/** A name, an office and a place are all that stands in a row below the list. */
const SIGNATURE_CELLS = 3;

/** Whether the text of a NIK, right, wrong (`1,4E+15`) or spaced, shows by itself that its row is a worker's. An NIP is an official's who signs. */
export function showsWorker(nik: string): boolean {
  return /\d{6}|(?:\d[ .-]?){12}|\dE\+/i.test(nik) && !/^nip\b/i.test(nik);
}

/** `workers`: how many sound NIK stand above the row. */
export type NoWorkerFinder = (row: number, cells: readonly Cell[], workers?: number) => NoWorker | null;

/** Tells such rows of one sheet apart; the rows below the header are to be shown to it in their order, at least all whose NIK is not sound. */
export function noWorkerFinder(header: Header): NoWorkerFinder {
  const nikColumn = header.columns.nik ?? 0;
  const keys = header.names.map(columnKey);
  const isOurs = header.names.map(isResultColumn);
  const isOfBirth = keys.map((key) => OF_BIRTH.test(key));
  /** How many sound NIK stand above the last signature: below a further one it is the list again. */
  let signedBelow: number | null = null;

  return (row, cells, workers = 0) => {
    const nik = textOf(cells[nikColumn]);
    if (showsWorker(nik)) return null;
    if (nik !== "" && nik.length < 80 && columnKey(nik) === keys[nikColumn]) return "header-repeated";
    const texts = cells.map(textOf);
    const filled = texts.filter((text) => text !== "");
    if (isSecondLine(texts, keys)) return "header-repeated";
    if (row === header.row + 1 && areColumnNumbers(filled)) return "column-numbers";
    if (isTotal(filled)) return "totals-skipped";
    // What we said of a row that was not given back, in rejected rows that are uploaded again.
    if (filled.length > 0 && texts.every((text, column) => text === "" || isOurs[column])) return "empty-rows-skipped";
    if (filled.length === 1 && isRunningNumber(header, texts)) return "empty-rows-skipped";
    // Filled down beyond the list by a program that works out no formulas.
    if (nik === "" && filled.length > 0 && filled.every(isFormula)) return "empty-rows-skipped";
    if (filled.length > SIGNATURE_CELLS) return null;
    const [first = ""] = filled;
    const isSigned =
      signedBelow === workers ||
      NOTE.test(first) ||
      texts.some((text, column) => {
        if (SIGNATURE.test(text)) return true;
        return PLACE_AND_DAY.test(text) && (filled.length === 1 || isOfBirth[column] !== true);
      });
    if (isSigned) signedBelow = workers;
    else if (filled.length === 1 && isSection(keys, texts)) return "sections-skipped";
    return isSigned ? "signature-skipped" : null;
  };
}

/** The lower line of a header of two, on another page: nothing but names, in their columns. */
function isSecondLine(texts: readonly string[], keys: readonly string[]): boolean {
  return (
    texts.some((text) => text !== "") &&
    texts.every(
      (text, column) => text === "" || (text.length < 80 && columnKey(text) !== "" && columnKey(text) === keys[column]),
    )
  );
}

/** Behind a name more than the word alone is a note on one worker: `Jumlah anak 3`. */
function isTotal(texts: readonly string[]): boolean {
  const label = texts.find((text) => !COUNT.test(text)) ?? "";
  return TOTAL.test(label) || texts.some((text) => TOTAL.exec(text)?.[0] === text.replace(/[ :.]+$/, ""));
}

/** (1), (2), (3), … under the header, as official tables have them. */
function areColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const numbers = texts.map((text) => Number(COLUMN_NUMBER.exec(text)?.[1] ?? Number.NaN));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

const RUNNING_NUMBER: ReadonlySet<string> = new Set(["NO", "NOURUT", "NOMOR", "NOMORURUT"]);

/** The one filled cell of a row: words in the column of running numbers, where nobody's name can stand. */
function isSection(keys: readonly string[], texts: readonly string[]): boolean {
  const column = texts.findIndex((text) => text !== "");
  const text = texts[column] ?? "";
  // With more digits it may be a whole row under another separator.
  return RUNNING_NUMBER.has(keys[column] ?? "") && /[a-z]{2}/i.test(text) && !/\d{4}|[;\t|]/.test(text);
}

/** The one filled cell of a row, in a column that is not read: NO, or without a name. */
function isRunningNumber(header: Header, texts: readonly string[]): boolean {
  const column = texts.findIndex((text) => text !== "");
  return knownColumn(columnKey(header.names[column] ?? "")) === undefined && /^\d{1,7}[.)]?$/.test(texts[column] ?? "");
}
