import { expect, test } from "vitest";
import { errorFields } from "#shared/lambda/log.ts";

const NIK = "1403013112929990";

test("of an error its class and place are told, and nothing of its message", () => {
  const fields = errorFields(new RangeError(`row 3: ${NIK}\nis no NIK: ${NIK}`));
  expect(fields.error).toBe("RangeError");
  expect(fields.at).toMatch(/^at .*log\.test\.ts/);
  expect(JSON.stringify(fields)).not.toContain(NIK);
});

test("of what is thrown and is no error only its type is told", () => {
  expect(errorFields(NIK)).toEqual({ error: "string" });
});
