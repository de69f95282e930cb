import fc from "fast-check";
import { expect, test } from "vitest";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";

const SECRET = "a secret of this test, long enough to be one";
const bytesOf = (...niks: readonly string[]): Uint8Array => Buffer.from(niks.join(""), "ascii");
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const anyNik = fc.stringMatching(/^[0-9]{16}$/);

test("who has no key cannot tell a worker's id: another secret makes other ids, and another key id", () => {
  const [one, other] = [pseudonymsOf(SECRET), pseudonymsOf(`${SECRET}.`)];
  expect(one.keyId).not.toBe(other.keyId);
  fc.assert(
    fc.property(anyNik, (nik) => {
      expect(hexOf(one.of(bytesOf(nik)))).not.toBe(hexOf(other.of(bytesOf(nik))));
    }),
  );
});

test("the same worker has the same id, alone or among many, and no two share one", () => {
  const { of } = pseudonymsOf(SECRET);
  fc.assert(
    fc.property(fc.uniqueArray(anyNik, { maxLength: 20 }), (niks) => {
      const ids = niks.map((nik) => hexOf(pseudonymsOf(SECRET).of(bytesOf(nik))));
      expect(hexOf(of(bytesOf(...niks)))).toBe(ids.join(""));
      expect(new Set(ids).size).toBe(niks.length);
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});

test("what is not 16 bytes a worker is refused", () => {
  expect(() => pseudonymsOf(SECRET).of(bytesOf("140301010101999"))).toThrow(RangeError);
});
