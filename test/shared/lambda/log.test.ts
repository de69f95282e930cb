import { expect, test } from "vitest";
import { type Log, logTo } from "#shared/lambda/log.ts";

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
