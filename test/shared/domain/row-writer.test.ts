import fc from "fast-check";
import { expect, test } from "vitest";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import { bytesOfHex, hexOfBytes } from "#shared/domain/hex.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { sortRows } from "#shared/domain/row-order.ts";
import { pack, packInto } from "#shared/domain/row-writer.ts";
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

test("workers are named row by row", () => {
  fc.assert(
    fc.property(fc.array(anyEnrolment, { minLength: 1 }), fc.nat(), (list, place) => {
      const from = place % list.length;
      const rows = packInto(1);
      for (const enrolment of list)
        rows.append(bytesOfHex(enrolment.worker), enrolment.first, enrolment.last, enrolment);
      const flipped = bytesOfHex(
        list
          .slice(from)
          .map((enrolment) => enrolment.worker)
          .join(""),
      ).map((byte) => byte ^ 0xff);
      rows.nameWorkers(from, flipped);
      const ids = unpack(rows.table()).map((enrolment) => enrolment.worker);
      expect(ids.slice(0, from)).toEqual(list.slice(0, from).map((enrolment) => enrolment.worker));
      expect(ids.slice(from).join("")).toBe(hexOfBytes(flipped));
    }),
  );
});
