import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { rekeyedWorkers } from "#shared/domain/rekeyed-workers.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { decodeSlice, joinSlices, sliceEnrolments } from "#shared/domain/slice.ts";
import { holdsAny, withoutWorkers } from "#shared/domain/without-workers.ts";
import { anyRoster, workerId } from "./arbitraries.ts";

const anyWorkers = fc
  .uniqueArray(fc.integer({ min: 1, max: 13 }), { maxLength: 4 })
  .map((ids) => new Set(ids.map(workerId)));

test("what is left is exactly what was not theirs, in its order", () => {
  fc.assert(
    fc.property(anyRoster, anyWorkers, (list, workers) => {
      const table = pack(list);
      const left = withoutWorkers(table, workers);
      expect(unpack(left)).toEqual(unpack(table).filter(({ worker }) => !workers.has(worker)));
      expect(holdsAny(left, workers)).toBe(false);
      expect(holdsAny(table, workers)).toBe(list.some(({ worker }) => workers.has(worker)));
    }),
  );
});

test("taken out once or twice, together or one by one, whole or slice by slice, it is the same", () => {
  fc.assert(
    fc.property(anyRoster, anyWorkers, (list, workers) => {
      const table = pack(list);
      const left = unpack(withoutWorkers(table, workers));
      expect(unpack(withoutWorkers(withoutWorkers(table, workers), workers))).toEqual(left);
      expect(unpack([...workers].reduce((rest, worker) => withoutWorkers(rest, new Set([worker])), table))).toEqual(
        left,
      );
      const slices = sliceEnrolments(table, 120).map(decodeSlice);
      const rewritten = slices.map((slice) => sliceEnrolments(withoutWorkers(slice, workers)));
      expect(rewritten.every((parts) => parts.length === 1)).toBe(true);
      expect(unpack(joinSlices(rewritten.flat().map(decodeSlice)))).toEqual(left);
    }),
  );
});

test("an employer whom nobody else names is gone with them", () => {
  fc.assert(
    fc.property(anyRoster, anyWorkers, (list, workers) => {
      const bytes = sliceEnrolments(withoutWorkers(pack(list), workers)).flatMap(
        (slice) => decodeSlice(slice).employers,
      );
      const left = list.filter(({ worker }) => !workers.has(worker)).map(({ employer }) => employer);
      expect(new Set(bytes.filter((one) => one !== ""))).toEqual(new Set(left.filter((one) => one !== "")));
    }),
  );
});

test("under another key everybody has what he had, and back again it is the same table", () => {
  const turned = (ids: Uint8Array): Uint8Array => ids.map((byte) => 255 - byte);
  fc.assert(
    fc.property(anyRoster, (list) => {
      const table = pack(list);
      const renamed = rekeyedWorkers(table, turned);
      const back = rekeyedWorkers(renamed, turned);
      expect(unpack(back)).toEqual(unpack(table));
      expect(unpack(renamed)).toEqual(
        unpack(
          pack(list.map((one) => ({ ...one, worker: hexOfBytes(turned(Buffer.from(one.worker, "hex"))) as never }))),
        ),
      );
    }),
  );
});
