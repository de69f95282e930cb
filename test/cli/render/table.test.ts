import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bar } from "#cli/render/bar.ts";
import { table, wrapped } from "#cli/render/table.ts";

test("columns are as wide as their widest cell, and numbers stand to the right", () => {
  expect(
    table({
      head: ["a", "workers"],
      rows: [
        ["long name", "5"],
        ["b", "1.234"],
      ],
      align: ["left", "right"],
      foot: ["", "1.239"],
    }),
  ).toBe(
    [
      "a          workers",
      "─────────  ───────",
      "long name        5",
      "b            1.234",
      "─────────  ───────",
      "             1.239",
    ].join("\n"),
  );
});

test("wrapped lines hold all the words in order, and none is wider than asked unless a word is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 12, max: 60 }),
      (words, width) => {
        const lines = wrapped(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        expect(lines.every((line) => line.length <= width)).toBe(true);
      },
    ),
  );
});

test.each([
  [0, 10, ""],
  [10, 10, "████"],
  [5, 10, "██"],
  [1, 32, "▏"],
  [0, 0, ""],
])("%i of %i is %s", (value, most, drawn) => {
  expect(bar(value, most, 4)).toBe(drawn);
});
