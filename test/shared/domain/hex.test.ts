import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOfHex, hexOfBytes } from "#shared/domain/hex.ts";

test("bytes as text and back are the same bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOfHex(hexOfBytes(bytes))).toEqual(bytes);
      expect(hexOfBytes(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    }),
  );
});

test.each(["0", "0g", "0x00", "00 00"])("%j is refused", (text) => {
  expect(() => bytesOfHex(text)).toThrow(RangeError);
});
