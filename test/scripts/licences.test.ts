import { expect, test } from "vitest";
import { licenceFindings } from "../../scripts/licences.ts";
import { lockedPackages } from "../../scripts/locked-packages.ts";

test("everything that is installed is under a licence that is allowed", () => {
  const packages = lockedPackages();
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ installed }) => installed !== null).length).toBeGreaterThan(100);
  expect(licenceFindings(packages)).toEqual([]);
});

const found = (license: string | undefined, dev = false, own = license) =>
  licenceFindings([{ path: "node_modules/a", license, dev, installed: { license: own } }]);

test.each([["MIT"], ["(MIT OR GPL-3.0-or-later)"], ["MIT OR Apache-2.0"]])("%s is allowed", (license) => {
  expect(found(license)).toEqual([]);
});

test.each([["GPL-3.0-only"], ["MIT AND GPL-3.0-only"], ["UNLICENSED"], [undefined]])("%s is not allowed", (license) => {
  expect(found(license)).toHaveLength(1);
});

test("a licence that ends at its own files is allowed for development only", () => {
  expect(found("MPL-2.0", true)).toEqual([]);
  expect(found("MPL-2.0")).toHaveLength(1);
});

test("a package that says otherwise than the lock file is told", () => {
  expect(found("MIT", false, "GPL-3.0-only")).toEqual([
    "node_modules/a: MIT in the lock file, GPL-3.0-only in the package",
  ]);
});
