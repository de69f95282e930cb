// Rows of people who were erased: taken out of what was read, told of by their number, and found among texts that would go back to the uploader.
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { sixteenDigitsIn } from "#shared/domain/nik-in-text.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import { LISTED_PROBLEMS, type RowProblem } from "#shared/domain/problem.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { dropInPlace } from "#shared/domain/rows-in-place.ts";
import { rowsOf } from "#shared/domain/without-workers.ts";
import { NIK_BYTES } from "./worker-list.ts";

interface NumberedRows {
  readonly table: PackedEnrolments;
  readonly numbers: Uint32Array;
}

/** What is left, and the numbers in the file of the rows that were dropped. */
export function dropErased(
  rows: NumberedRows,
  erased: ReadonlySet<WorkerId>,
): { readonly left: NumberedRows; readonly numbers: readonly number[] } {
  if (erased.size === 0) return { left: rows, numbers: [] };
  const isErased = rowsOf(erased);
  const isDropped = new Uint8Array(rows.table.count);
  const numbers: number[] = [];
  for (let row = 0; row < rows.table.count; row += 1) {
    if (!isErased(rows.table, row)) continue;
    isDropped[row] = 1;
    numbers.push(rows.numbers[row] ?? 0);
  }
  return { left: numbers.length === 0 ? rows : dropInPlace(rows.table, rows.numbers, isDropped), numbers };
}

/** @param ids 16 bytes a worker; `numbers` belong to them */
export function erasedNumbers(ids: Uint8Array, numbers: Uint32Array, erased: ReadonlySet<WorkerId>): readonly number[] {
  if (erased.size === 0) return [];
  return [...numbers].filter((_, place) => erased.has(workerOf(idAt(ids, place))));
}

function idAt(ids: Uint8Array, place: number): Uint8Array {
  return ids.subarray(place * NIK_BYTES, (place + 1) * NIK_BYTES);
}

/** An erased worker keeps nothing, whatever the base still says of him. */
export function withoutErased(ids: Uint8Array, erased: ReadonlySet<WorkerId>): Uint8Array {
  if (erased.size === 0) return ids;
  const places = Array.from({ length: ids.length / NIK_BYTES }, (_, place) => place);
  return Buffer.concat(places.map((place) => idAt(ids, place)).filter((id) => !erased.has(workerOf(id))));
}

export function erasedProblems(rows: readonly number[]): readonly RowProblem[] {
  return rows.slice(0, LISTED_PROBLEMS).map((row) => ({ row, column: null, ...problem("erased-person") }));
}

/** Also in rows whose cells have shifted, and in whatever way a NIK is written. */
export function erasedFinder(
  pseudonymise: (niks: Uint8Array) => Uint8Array,
  erased: ReadonlySet<WorkerId>,
): (texts: readonly string[]) => boolean {
  if (erased.size === 0) return findsNobody;
  return (texts) =>
    texts.some((text) =>
      [...sixteenDigitsIn(text)].some((digits) => erased.has(workerOf(pseudonymise(Buffer.from(digits, "latin1"))))),
    );
}

function findsNobody(): boolean {
  return false;
}

function workerOf(bytes: Uint8Array): WorkerId {
  return hexOfBytes(bytes) as WorkerId;
}
