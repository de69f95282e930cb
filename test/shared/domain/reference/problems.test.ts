import { expect, test } from "vitest";
import { REFERENCE_PROBLEM_CODES, referenceProblem } from "#shared/domain/reference/problems.ts";
import { PROBLEM_CODES } from "#shared/domain/roster-file/problems.ts";

test.each(REFERENCE_PROBLEM_CODES)("%s is said in both languages, as a sentence", (code) => {
  const say = referenceProblem as (code: string, ...details: readonly unknown[]) => ReturnType<typeof referenceProblem>;
  const { message, severity } = say(code, 1, "A", "B");
  expect(["error", "warning"]).toContain(severity);
  expect(message.id).not.toBe(message.en);
  for (const text of [message.id, message.en]) expect(text).toMatch(/^\S.*\.$/);
});

test("no code means two things", () => {
  expect(REFERENCE_PROBLEM_CODES.filter((code) => (PROBLEM_CODES as readonly string[]).includes(code))).toEqual([]);
});
