import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const documents = [...globSync("docs/**/*.md", { cwd: root }), "README.md"].filter((path) =>
  existsSync(join(root, path)),
);

describe.each(documents)("%s", (path) => {
  const text = readFileSync(join(root, path), "utf8");

  test("links to files that are there", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, to]) => String(to));
    expect(links.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
  });
});

test("a decision has at most 35 lines and is numbered in its name and title", () => {
  const decisions = globSync("docs/decisions/*.md", { cwd: root }).sort();
  expect(decisions).not.toEqual([]);
  const numbers = decisions.map((path) => /\/(\d{4})-/.exec(path)?.[1]);
  expect(new Set(numbers).size).toBe(decisions.length);
  for (const [index, path] of decisions.entries()) {
    const lines = readFileSync(join(root, path), "utf8").trimEnd().split("\n");
    expect(lines.length, path).toBeLessThanOrEqual(35);
    expect(lines[0]).toMatch(new RegExp(`^# ${Number(numbers[index])}\\. [A-Z]`));
  }
});

test("the architecture names only files that are there", () => {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const named = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name]) => String(name));
  const files = globSync("{shared,functions,events,infra,local,cli,scripts,test}/**/*.ts", { cwd: root });
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});
