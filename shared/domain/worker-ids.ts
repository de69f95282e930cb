// A set of workers by their ids, 16 bytes one after another, without a text for each: a file of ten million rows may have rejected hundreds of
// thousands.
import { WORKER_BYTES } from "./packed-enrolments.ts";

export interface WorkerIds {
  /** Different workers. */
  readonly size: number;
  /** `worker`: 16 bytes. */
  has(worker: Uint8Array): boolean;
}

export const NO_WORKERS: WorkerIds = { size: 0, has: () => false };

/** Places of ids in the bytes, from 1 on, each at the first free place from where its beginning points; 0: free. */
interface Places {
  readonly slots: Uint32Array;
  readonly size: number;
}

/** @param ids 16 bytes a worker, in any order, some more than once; not to be changed any more */
export function workerIds(ids: Uint8Array): WorkerIds {
  if (ids.length === 0) return NO_WORKERS;
  // Most files are never asked.
  let places: Places | undefined;
  const known = (): Places => {
    places ??= placesOf(ids);
    return places;
  };
  return {
    get size() {
      return known().size;
    },
    has: (worker) => {
      const { slots } = known();
      return slots[slotOf(ids, slots, worker, 0)] !== 0;
    },
  };
}

function placesOf(ids: Uint8Array): Places {
  const count = ids.length / WORKER_BYTES;
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count)));
  let size = 0;
  for (let place = 0; place < count; place += 1) {
    const slot = slotOf(ids, slots, ids, place * WORKER_BYTES);
    if (slots[slot] !== 0) continue;
    slots[slot] = place + 1;
    size += 1;
  }
  return { slots, size };
}

/** The slot of the worker whose id begins at `at` in `bytes`, or the free one where it would be. */
function slotOf(ids: Uint8Array, slots: Uint32Array, bytes: Uint8Array, at: number): number {
  const mask = slots.length - 1;
  let slot = beginningAt(bytes, at) & mask;
  for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
    if (isSame(ids, (place - 1) * WORKER_BYTES, bytes, at)) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function beginningAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function isSame(a: Uint8Array, aFrom: number, b: Uint8Array, bFrom: number): boolean {
  for (let byte = 0; byte < WORKER_BYTES; byte += 1) if (a[aFrom + byte] !== b[bFrom + byte]) return false;
  return true;
}
