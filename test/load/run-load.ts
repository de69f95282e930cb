// A night from its files to what was counted of it, with the memory that it took on the way.
import type { World } from "#test/simulation/world/world.ts";
import { countNight, type NightCount } from "./count-night.ts";
import { nightOf } from "./night.ts";
import { runNight, type Wrongs } from "./run-night.ts";

const MB = 1024 * 1024;
const SAMPLES = 10;
/** What the process may take besides what the stores keep: it does not grow with the night. */
const WORKING_MEMORY_MB = 600;

export interface LoadSettings {
  readonly rosters: number;
  readonly workers: number;
  readonly seed: number;
}

export interface MemorySample {
  readonly rssMB: number;
  /** Of slices, receipts and records. */
  readonly keptMB: number;
}

export interface Load extends LoadSettings, Omit<Wrongs, "poison">, NightCount {
  readonly uploads: number;
  readonly effects: number;
  readonly poison: number;
  readonly memory: readonly MemorySample[];
}

export async function runLoad(
  settings: LoadSettings,
  onProgress: (progress: { readonly finished: number; readonly uploads: number; readonly rssMB: number }) => void,
): Promise<Load> {
  const night = nightOf(settings.seed, settings.rosters, settings.workers);
  const memory: MemorySample[] = [];
  const { world, files, wrongs } = await runNight(night, settings.seed, ({ uploads, finished, world: current }) => {
    onProgress({ uploads, finished, rssMB: rssMB() });
    if (finished * SAMPLES >= (memory.length + 1) * uploads) memory.push({ rssMB: rssMB(), keptMB: keptMB(current) });
  });
  const count = countNight(night, files, world, wrongs);
  const most = Math.max(0, ...memory.map((sample) => sample.rssMB - sample.keptMB));
  const tooMuch = most > WORKING_MEMORY_MB ? [`${most} MB besides what is kept, more than ${WORKING_MEMORY_MB}`] : [];
  return {
    ...settings,
    ...wrongs,
    uploads: files.length,
    effects: world.effects,
    ...count,
    memory,
    faults: [...count.faults, ...tooMuch],
  };
}

function rssMB(): number {
  return Math.round(process.memoryUsage.rss() / MB);
}

function keptMB({ stores }: World): number {
  let bytes = 0;
  for (const table of [stores.slices, stores.uploads, stores.versions, stores.figures, stores.heads])
    for (const text of table.texts().values()) bytes += text.length;
  bytes += stores.receipts.bytes;
  return Math.round(bytes / MB);
}
