// A contract is a suite that holds alike in memory and on the emulators.
import { afterAll, beforeAll, describe } from "vitest";
import { openEmulatedWorld } from "./emulated-world.ts";
import { openMemoryWorld } from "./memory-world.ts";
import type { ContractWorld } from "./world.ts";

/** Runs the suite on every world; `world()` gives the one that is open. */
export function describeContract(port: string, suite: (world: () => ContractWorld) => void): void {
  describe.each([
    ["in memory", openMemoryWorld],
    ["on the emulators", openEmulatedWorld],
  ])(`${port} %s`, (_, open) => {
    let opened: ContractWorld;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.stop());
    suite(() => opened);
  });
}
