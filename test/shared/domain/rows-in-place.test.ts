import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { type PackedEnrolments, ROW_BYTES, unpack } from "#shared/domain/packed-enrolments.ts";
import { sortRows } from "#shared/domain/row-order.ts";
import { packInto } from "#shared/domain/row-writer.ts";
import { dropInPlace, sortInPlace } from "#shared/domain/rows-in-place.ts";
import { anyEnrolment } from "./arbitraries.ts";

const rowsOf = (table: PackedEnrolments): string[] =>
  Array.from({ length: table.count }, (_, row) =>
    hexOfBytes(new Uint8Array(table.view.buffer, table.view.byteOffset + row * ROW_BYTES, ROW_BYTES)),
  );

/** Rows of as many workers as bytes can tell apart; the number of each is its place. */
function written(seeds: readonly number[]): { table: PackedEnrolments; numbers: Uint32Array } {
  const rows = packInto(1);
  const worker = new DataView(new ArrayBuffer(16));
  for (const seed of seeds) {
    worker.setUint32(0, Math.imul(seed, 0x9e3779b1));
    rows.appendPacked(worker, 0, {
      first: 24_000 + (seed % 3),
      last: 24_100,
      basisRupiah: seed,
      employer: rows.employerIndex(`E${seed % 5}`),
      programmes: 3,
      occupation: 0,
      riskClass: 0,
    });
  }
  return { table: rows.table(), numbers: Uint32Array.from(seeds.keys()) };
}

test.each([0, 1, 50, 4095, 4096, 20_000])(
  "%i rows in place are sorted as into another table, and numbers stay with their rows",
  (count) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * count + 1 }), (workers) => {
        const seeds = Array.from({ length: count }, (_, index) => Math.imul(index, 48271) % workers);
        const { table, numbers } = written(seeds);
        const before = rowsOf(table);
        const sorted = rowsOf(sortRows(table));
        sortInPlace(table, numbers);
        expect(rowsOf(table)).toEqual(sorted);
        expect([...numbers].map((number) => before[number])).toEqual(sorted);
      }),
      { numRuns: 8 },
    );
  },
);

test("rows that are dropped are gone, with their numbers", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyEnrolment, fc.boolean())), (list) => {
      const rows = packInto(1);
      for (const [enrolment] of list) rows.append(new Uint8Array(16), enrolment.first, enrolment.last, enrolment);
      const all = unpack(rows.table());
      const left = dropInPlace(
        rows.table(),
        Uint32Array.from(list.keys()),
        Uint8Array.from(list, ([, isDropped]) => (isDropped ? 1 : 0)),
      );
      expect(unpack(left.table)).toEqual(all.filter((_, row) => !list[row]?.[1]));
      expect([...left.numbers]).toEqual([...list.keys()].filter((row) => !list[row]?.[1]));
    }),
  );
});
