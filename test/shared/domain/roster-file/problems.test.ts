import { expect, test } from "vitest";
import { PROBLEM_CODES, problem } from "#shared/domain/roster-file/problems.ts";

test.each(PROBLEM_CODES)("%s is said in both languages, as a sentence", (code) => {
  const say = problem as (code: string, ...details: readonly unknown[]) => ReturnType<typeof problem>;
  const { message, severity } = say(code, 1, "A", "B", "C");
  expect(["error", "warning"]).toContain(severity);
  expect(message.id).not.toBe(message.en);
  for (const text of [message.id, message.en]) expect(text).toMatch(/^\S.*\.$/);
});
