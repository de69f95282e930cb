#!/usr/bin/env node
// The bin: runs on any Node 20 or newer, sees to it that what the lock file says is there, and hands over to the project's own Node 24.
import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const setup = spawnSync(process.execPath, [path("../scripts/setup.mjs")], { stdio: ["ignore", "inherit", "inherit"] });
if (setup.status !== 0) process.exit(setup.status ?? 70);

const node = path(`../node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`);
const command = spawn(node, [path("cakupan.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to both processes already; twice would mean "at once".
    if (signal !== "SIGINT" || !process.stdin.isTTY) command.kill(signal);
  });
}
command.on("error", (error) => {
  console.error(`cakupan: ${error.message}`);
  process.exit(70);
});
command.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
