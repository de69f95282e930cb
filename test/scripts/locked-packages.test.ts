// What comes from outside is what was reviewed: every package by its hash, from wherever npm is told to fetch, and only named ones run anything when installed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { lockedPackages } from "../../scripts/locked-packages.ts";

const packages = lockedPackages();
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

test("every package of the lock file has its hash; one that comes within another is covered by that one's", () => {
  const open = packages.filter(
    ({ integrity, inBundle }) => !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""),
  );
  expect(open.map(({ path }) => path)).toEqual([]);
  for (const { path } of packages.filter(({ inBundle }) => inBundle)) {
    const around = packages.filter((one) => !one.inBundle && path.startsWith(`${one.path}/`));
    expect(around, path).not.toEqual([]);
  }
});

test("the lock file names no address", () => {
  expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  expect(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")).not.toMatch(/"resolved"|"git\+/);
});

test("only the packages named in allowScripts run anything when they are installed", () => {
  const allowed = Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`);
  const locked = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ path }) => path);
  expect(locked.sort()).toEqual(allowed.sort());
  const installed = packages.filter(({ installed: one }) =>
    INSTALL_SCRIPTS.some((script) => one?.scripts?.[script] !== undefined),
  );
  expect(installed.map(({ path }) => path).filter((path) => !allowed.includes(path))).toEqual([]);
});

test("what is asked for is asked for by its exact version", () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
