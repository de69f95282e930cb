// The list of bugs stays true: each still fits the product, is a program, and names tests that are there. Whether those tests see it, `npm run bugs`
// finds out.
import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { BUGS } from "./catalogue.ts";
import { withBug } from "./planting.ts";

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

test.each(BUGS.map((bug) => [bug.name, bug] as const))("%s", (_, bug) => {
  const planted = withBug(readFileSync(path(bug.file), "utf8"), bug);
  expect(() => stripTypeScriptTypes(planted)).not.toThrow();
  expect(bug.tests).not.toEqual([]);
  expect(bug.tests.filter((file) => !existsSync(path(file)))).toEqual([]);
});

test("no two bugs have the same name", () => {
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
});

test.each([
  ["gone", "let b = 1;"],
  ["there twice", "let a = 1; let a = 1;"],
])("a bug whose old text is %s is an error", (_, source) => {
  const bug = { name: "a", file: "a.ts", was: "let a = 1;", becomes: "let a = 2;", tests: [] };
  expect(() => withBug(source, bug)).toThrow(/stands \d times/);
});
