import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { canaryTraces } from "./canary-traces.ts";
import { nik } from "./rosters.ts";

const CANARY = nik(9000);
const base64 = (before: string): string => Buffer.from(`${before}${CANARY} dan lain-lain`).toString("base64");
const parts = [CANARY.slice(0, 6), CANARY.slice(6, 12), CANARY.slice(12)];

test.each([
  ["raw", `{"nik":"${CANARY}"}`],
  ["base64 +0", base64("")],
  ["base64 +1", base64("a")],
  ["base64 +2", base64("ab")],
  ["base64 +0", base64("abc")],
  ["percent-encoded", [...CANARY].map((digit) => `%3${digit}`).join("")],
  ["split", parts.join(" ")],
  ["split", parts.join(".")],
  ["split", parts.join("-")],
  ["split", parts.join("%20")],
  ["split", parts.join("+")],
  ["utf-16", Buffer.from(CANARY, "utf16le").toString("latin1")],
  ["raw", gzipSync(`x${CANARY}`).toString("latin1")],
])("a planted canary is found: %s", (form, text) => {
  expect(canaryTraces(Buffer.from(text, "latin1"), CANARY)).toContain(form);
});

test("another NIK is none", () => {
  for (const before of ["", "a", "ab"]) {
    const text = `${nik(8000)} ${Buffer.from(before + nik(8000)).toString("base64")}`;
    expect(canaryTraces(Buffer.from(text), CANARY)).toEqual([]);
  }
});
