import fc from "fast-check";
import { expect, test } from "vitest";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import { unpack, withWorkerIds, workerIds } from "#shared/domain/packed-enrolments.ts";
import { sortRows } from "#shared/domain/row-order.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { decodeSlice, joinSlices, sliceEnrolments } from "#shared/domain/slice.ts";
import { anyEnrolment } from "./arbitraries.ts";

const key = (e: Enrolment): string => `${e.worker} ${String(e.first).padStart(6, "0")} ${e.employer}`;
const sorted = (list: readonly Enrolment[]): string[] =>
  list.map((e) => `${key(e)} ${JSON.stringify(e, Object.keys(e).sort())}`).sort();

test("packing and unpacking gives the same enrolments, sorted by worker, month and employer", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment), (list) => {
      const back = unpack(pack(list));
      expect(sorted(back)).toEqual(sorted(list));
      expect(back.map(key)).toEqual(back.map(key).sort());
    }),
  );
});

test("slices of any size, encoded, decoded and joined, are the table again", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment), fc.integer({ min: 40, max: 400 }), (list, maxBytes) => {
      const table = pack(list);
      const slices = sliceEnrolments(table, maxBytes);
      expect(slices.length).toBeGreaterThan(0);
      expect(unpack(joinSlices(slices.map(decodeSlice)))).toEqual(unpack(table));
    }),
  );
});

test("no slice is larger than asked, as long as one enrolment fits", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment), fc.integer({ min: 100, max: 400 }), (list, maxBytes) => {
      for (const slice of sliceEnrolments(pack(list), maxBytes)) expect(slice.length).toBeLessThanOrEqual(maxBytes);
    }),
  );
});

test("the same table made in another order gives the same slices", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment), (list) => {
      const one = unpack(pack(list));
      const other = unpack(sortRows(pack([...list].reverse())));
      expect(other.map(key)).toEqual(one.map(key));
    }),
  );
});

test("a slice that is cut short is refused", () => {
  const [slice = new Uint8Array()] = sliceEnrolments(pack([]));
  expect(() => decodeSlice(slice.subarray(0, slice.length - 1))).toThrow(RangeError);
  expect(() => decodeSlice(new Uint8Array([9, ...slice.slice(1)]))).toThrow(/not a slice/);
});

test("worker ids are replaced row by row", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment, { minLength: 1 }), (list) => {
      const table = pack(list);
      const flipped = withWorkerIds(
        table,
        workerIds(table).map((byte) => byte ^ 0xff),
      );
      const again = withWorkerIds(
        flipped,
        workerIds(flipped).map((byte) => byte ^ 0xff),
      );
      expect(unpack(again)).toEqual(unpack(table));
    }),
  );
});
