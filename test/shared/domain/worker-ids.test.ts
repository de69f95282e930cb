import fc from "fast-check";
import { expect, test } from "vitest";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { NO_WORKERS, workerIds } from "#shared/domain/worker-ids.ts";

/** Of few bytes, so that many begin alike and some are the same. */
const id = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 16, maxLength: 16 })
  .map((bytes) => Uint8Array.from(bytes, (byte, place) => (place < 14 ? 0 : byte)));

test("has the workers that it was given, however often, and no others", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 20 }), fc.array(id, { maxLength: 20 }), (given, asked) => {
      const workers = workerIds(Buffer.concat(given));
      const texts = new Set(given.map(hexOfBytes));
      expect(workers.size).toBe(texts.size);
      for (const one of [...given, ...asked]) expect(workers.has(one)).toBe(texts.has(hexOfBytes(one)));
    }),
  );
});

test("nobody is nobody", () => {
  expect(NO_WORKERS.has(new Uint8Array(16))).toBe(false);
  expect(workerIds(new Uint8Array(0))).toBe(NO_WORKERS);
});
