import { expect, test } from "vitest";
import { chooseLetters } from "#cli/dead-letters/choose-letters.ts";

const letters = ["3f2a9c81-0000", "3f2a9c82-0000", "77d0e1b2-0000"].map((id) => {
  return { id, sentAt: "2024-01-01T00:00:00.000Z", reason: null, about: "-" };
});
const chosen = (...ids: readonly string[]) => chooseLetters(letters, ids, "roster-uploads").map(({ id }) => id);

test("a letter is meant by its id, or by as much of it as tells it apart, and once", () => {
  expect(chosen("3f2a9c81", "77d0e1b2-0000", "7")).toEqual(["3f2a9c81-0000", "77d0e1b2-0000"]);
});

test.each([
  [["3f2a9c8"], "fits 2 letters"],
  [["99999999"], "There is no dead letter 99999999 in roster-uploads; nothing was thrown away"],
  [[""], "fits 3 letters"],
  [["77d0", "99999999"], "There is no dead letter 99999999"],
])("%j chooses none at all: %s", (ids, told) => {
  expect(() => chosen(...ids)).toThrow(told);
});
