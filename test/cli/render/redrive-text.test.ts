import { expect, test } from "vitest";
import { deadLettersText, discardedText, lettersText, redrivenText } from "#cli/render/redrive-text.ts";

test("dead letters are listed with the first reason, and with the command that sends them again", () => {
  const text = deadLettersText([
    { queue: "roster-uploads", deadLetters: 3, reason: "wrong-shape at detail.object.key" },
    { queue: "coverage-changes", deadLetters: 1, reason: null },
  ]);
  expect(text).toMatch(/roster-uploads +3 +wrong-shape at detail\.object\.key/);
  expect(text).toMatch(/coverage-changes +1 +dicoba lima kali \/ tried five times/);
  expect(text).toContain("npx cakupan redrive roster-uploads");
  expect(deadLettersText([])).toBe("Tidak ada pesan yang gagal. / No dead letters.");
});

test("what was sent again is told with what is left", () => {
  const done = { queue: "roster-uploads", sent: 2, unfit: 0, before: 3 } as const;
  const after = (left: number) => ({
    queue: { waiting: 2, inFlight: 0 },
    deadLetters: { waiting: left, inFlight: 0 },
  });
  expect(redrivenText({ ...done, after: after(0) })).not.toContain("What can never work");
  expect(redrivenText({ ...done, after: after(1) })).toContain(
    "2 of 3 messages sent once more; 2 in the queue, 1 dead letter left.",
  );
});

test("of a daily run there is no queue to tell of, and what cannot be sent is told with where to look", () => {
  const after = { queue: null, deadLetters: { waiting: 1, inFlight: 0 } };
  const text = redrivenText({ queue: "coverage-day", sent: 1, unfit: 1, before: 2, after });
  expect(text).toContain("coverage-day: 1 of 2 messages sent once more; 1 dead letter left.");
  expect(text).toContain("1 cannot be sent (tells no time): npx cakupan redrive coverage-day --list");
  expect(text).not.toContain("in the queue");
});

test("each letter is shown with the beginning of its id, what it is about and why it failed, within a terminal", () => {
  const letter = {
    id: "3f2a9c81-0000-4000-8000-000000000000",
    sentAt: "2024-01-01T02:03:04.000Z",
    reason: "wrong-shape at ".padEnd(200, "x"),
    about: "14.03/rentan/apbd-2022 ".padEnd(200, "y"),
  };
  const text = lettersText("alert-delivery", [letter, { ...letter, reason: null, about: "-" }]);
  expect(text).toMatch(/3f2a9c81 {2}2024-01-01 02:03 +14\.03\/rentan\/apbd-202…y+ +wrong-shape at x+…x+/);
  expect(text).toContain("dicoba berulang kali / tried repeatedly");
  expect(text).toContain("npx cakupan redrive alert-delivery --to ARN");
  expect(text).toContain("npx cakupan redrive alert-delivery --discard 3f2a9c81");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  const gone = discardedText("roster-uploads", { discarded: [letter], left: 2 });
  expect(gone).toContain("1 letter thrown away, 2 left; `npx cakupan audit` has the record.");
});
