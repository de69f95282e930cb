// A province that cannot come up says why and ends, with nothing left running.
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { portOf } from "#local/emulators/loopback.ts";
import { recorder } from "../recorder.ts";

test.each([0, 1, 2])(
  "a port that another program has, number %i of three, is told with the way out",
  async (offset) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const stderr = recorder();

    const words = ["start", "--once", "--port", String(portOf(other) - offset)];

    expect(await main(COMMANDS, words, { stdout: recorder(), stderr })).toBe(EXIT.failed);
    expect(stderr.text()).toMatch(/Port \d+ di komputer ini sudah dipakai program lain\. Pilih --port lain/);
    expect(stderr.text()).toContain("leave it out: free ones are found");
    expect(stderr.text()).not.toContain("bringing up");
  },
);
