import { expect, test } from "vitest";
import { errorFields, type Log, logTo } from "#shared/lambda/log.ts";

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

function lineOf(write: (log: Log) => void): unknown {
  const lines: string[] = [];
  write(
    logTo(
      (line) => lines.push(line),
      () => Date.parse("2023-02-01T02:01:30.600Z"),
    ),
  );
  return JSON.parse(lines.join(""));
}

test("an instant is written as how long ago it was, in seconds, and not itself", () => {
  expect(lineOf((log) => log("info", "coverage-written", { uploadId: "a", since: "2023-02-01T02:00:00Z" }))).toEqual({
    level: "info",
    event: "coverage-written",
    uploadId: "a",
    lagSeconds: 91,
  });
});

test("a line without an instant has no lag", () => {
  expect(lineOf((log) => log("warn", "upload-refused", { code: "empty" }))).toEqual({
    level: "warn",
    event: "upload-refused",
    code: "empty",
  });
});
