import * as fc from "fast-check";
import { expect, test } from "vitest";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import sample from "#events/samples/enrolment-batch.json" with { type: "json" };
import { batchSlices } from "#functions/validate-roster/batch-slices.ts";

const { slices: _, ...about } = enrolmentBatch.parse(sample);

test("slices come out of the messages as they went in, in their order, and no message holds more than may be", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 120_000, max: 240_000 }), (sizes, most) => {
      const slices = sizes.map((size, part) => Uint8Array.from({ length: size }, (_, place) => place * 7 + part));
      const batches = [...batchSlices(about, slices, most)];
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
