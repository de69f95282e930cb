// The tests that run a province share one synthesis; made here, none of them has to wait for another.
import { synthesise } from "#local/synthesise.ts";

export default async function setup(): Promise<void> {
  await synthesise("14");
}
