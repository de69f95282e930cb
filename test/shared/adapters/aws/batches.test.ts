import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryUntilEmpty } from "#shared/adapters/aws/retry-until-empty.ts";
import { packCalls } from "#shared/adapters/aws/sqs-queue.ts";

describe("entries of a batch call", () => {
  test("that were not taken are sent again until none is left", async () => {
    const calls: number[][] = [];
    await retryUntilEmpty([1, 2, 3, 4], async (entries) => {
      calls.push([...entries]);
      return entries.filter((entry) => entry > calls.length);
    });
    expect(calls).toEqual([[1, 2, 3, 4], [2, 3, 4], [3, 4], [4]]);
  });

  test("that are never taken are an error, not a success", async () => {
    await expect(retryUntilEmpty(["a", "b"], async () => ["b"], 1)).rejects.toThrow("1 of 2 entries not taken");
  });
});

test("messages are packed into calls of at most ten entries and 1 MiB, in order, none lost", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 40 }), (sizes) => {
      const bodies = sizes.map((kib, index) => String(index).padEnd(kib * 1024, "x"));
      const calls = packCalls(bodies);
      expect(calls.flat()).toEqual(bodies);
      for (const call of calls) {
        expect(call.length).toBeLessThanOrEqual(10);
        if (call.length > 1) expect(call.reduce((sum, body) => sum + body.length, 0)).toBeLessThanOrEqual(1024 * 1024);
      }
    }),
    { numRuns: 30 },
  );
});
