// Which licences this project lets in. What runs in the functions is under licences that ask for no more than naming the author; tools of development may
// also be under one whose terms end at its own files.
import { type LockedPackage, lockedPackages } from "./locked-packages.ts";

const ALLOWED = ["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];
// CC-BY-4.0: data on browsers that a tool for tests carries.
const ALLOWED_IN_DEVELOPMENT = ["MPL-2.0", "CC-BY-4.0"];

type Licensed = Pick<LockedPackage, "path" | "license" | "dev" | "installed">;

/** What is not allowed, or is not what the package itself says; empty when all is well. */
export function licenceFindings(packages: readonly Licensed[]): readonly string[] {
  return packages.flatMap(({ path, license, dev, installed }) => {
    if (license === undefined || !isAllowed(license, dev)) return [`${path}: ${license ?? "no licence"}`];
    const own = installed?.license;
    return own === undefined || own === license ? [] : [`${path}: ${license} in the lock file, ${own} in the package`];
  });
}

/** `MIT`, `(MIT OR GPL-3.0-or-later)`: one of several that may be chosen is enough. `AND` is not understood, and so not allowed. */
function isAllowed(expression: string, dev: boolean): boolean {
  const choices = expression.replace(/^\((.*)\)$/, "$1").split(" OR ");
  return choices.some((one) => ALLOWED.includes(one) || (dev && ALLOWED_IN_DEVELOPMENT.includes(one)));
}

if (import.meta.main) {
  const findings = licenceFindings(lockedPackages());
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
