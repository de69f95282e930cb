// The `cakupan` command, on the project's own Node 24.
import { COMMANDS } from "./commands.ts";
import { main } from "./main.ts";

process.exitCode = await main(COMMANDS, process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
