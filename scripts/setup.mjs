// Installs what the lock file says, when node_modules is missing or older than the lock file. Runs on any Node 20 or newer, before anything
// of the project's own is there; the project's scripts then find the project's own Node 24 first on their PATH.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${root}node_modules/.cakupan-lock`;
const lock = readFileSync(`${root}package-lock.json`, "utf8");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.error("Memasang pustaka menurut package-lock.json … / installing what package-lock.json says …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci failed; the reason stands above. / npm ci gagal; sebabnya tertulis di atas.");
    process.exit(70);
  }
  writeFileSync(stamp, lock);
}
