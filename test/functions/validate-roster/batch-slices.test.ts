import fc from "fast-check";
import { expect, test } from "vitest";
import { batchSlices } from "#functions/validate-roster/batch-slices.ts";
import { BATCH } from "#test/shared/contract/samples.ts";

const { slices: _, ...ABOUT } = BATCH;

test("all slices go out once and in order, numbered through, as many to a message as fit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), (sizes) => {
      const slices = sizes.map((size, part) => new Uint8Array(size).fill(part));
      const batches = [...batchSlices(ABOUT, slices, 20)];
      const sent = batches.flatMap((batch) => batch.slices);
      expect(sent.map(({ part }) => part)).toEqual(sizes.map((__, part) => part));
      expect(sent.map(({ bytes }) => [...Buffer.from(bytes, "base64")])).toEqual(slices.map((slice) => [...slice]));
      const filled = batches.map((batch) => batch.slices.reduce((sum, { part }) => sum + (sizes[part] ?? 0), 0));
      expect(filled.every((bytes) => bytes > 0 && bytes <= 20)).toBe(true);
      // The next message's first slice would not have fitted.
      batches.slice(1).forEach((batch, place) => {
        expect((filled[place] ?? 0) + (sizes[batch.slices[0]?.part ?? 0] ?? 0)).toBeGreaterThan(20);
      });
    }),
  );
});

test("slices come out of the messages as they went in, in their order, and no message holds more than may be", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 120_000, max: 240_000 }), (sizes, most) => {
      const slices = sizes.map((size, part) => Uint8Array.from({ length: size }, (_, place) => place * 7 + part));
      const batches = [...batchSlices(ABOUT, slices, most)];
      const sent = batches.flatMap((batch) => batch.slices);
      expect(sent.map(({ part }) => part)).toEqual([...slices.keys()]);
      for (const { part, bytes } of sent)
        expect(Buffer.from(bytes, "base64").equals(slices[part] ?? Buffer.of())).toBe(true);
      for (const batch of batches)
        expect(batch.slices.reduce((sum, { part }) => sum + (sizes[part] ?? 0), 0)).toBeLessThanOrEqual(most);
    }),
    { numRuns: 20 },
  );
});
