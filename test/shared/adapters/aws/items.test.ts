import fc from "fast-check";
import { expect, test } from "vitest";
import { longText, longTextIn } from "#shared/adapters/aws/items.ts";

test("a long text comes back as it was, whatever its form", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 60_000 }), (piece, times) => {
      const value = piece.repeat(Math.ceil(times / Math.max(piece.length, 1)));
      expect(longTextIn({ it: longText(value) }, "it")).toBe(value);
    }),
    { numRuns: 40 },
  );
});

test("what would not fit an item is packed; what is short can be read in the console", () => {
  expect(longText("pendek")).toEqual({ S: "pendek" });
  const rosters = JSON.stringify(
    Array.from({ length: 5000 }, (_, n) => ({ roster: `14.03/ppu/pt-rekaan-${n}`, workers: n })),
  );
  expect(longText(rosters).B?.byteLength).toBeLessThan(rosters.length / 4);
});
