import { expect, test } from "vitest";
import { deadLettersText, redrivenText } from "#cli/render/redrive-text.ts";

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
  const done = { queue: "roster-uploads", sent: 2, before: 3 } as const;
  const after = (left: number) => ({
    queue: { waiting: 2, inFlight: 0 },
    deadLetters: { waiting: left, inFlight: 0 },
  });
  expect(redrivenText({ ...done, after: after(0) })).not.toContain("What can never work");
  expect(redrivenText({ ...done, after: after(1) })).toContain(
    "2 of 3 messages sent once more; 2 in the queue, 1 dead letter left.",
  );
});
