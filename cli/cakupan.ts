// The `cakupan` command, on the project's own Node 24.
import { COMMANDS } from "./commands.ts";
import { main } from "./main.ts";

// Whoever reads along may have seen enough (`… | head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await main(COMMANDS, process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
