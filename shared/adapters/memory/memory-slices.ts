// Slices of rosters. Each keeps the day on which it expires, as the Registry table does; when that is carried out is for the caller to say.
import type { Day } from "#shared/domain/day.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { decodeSlice } from "#shared/domain/slice.ts";
import { sliceKey, type VersionSlices } from "#shared/domain/upload.ts";
import type { Slices } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

/** By `sliceKey`. */
export interface SliceItem {
  /** base64 */
  readonly enrolments: string;
  readonly expiresOn: Day | null;
}

const KEYS_PER_CALL = 100;

export class MemorySlices implements Slices {
  readonly #table: MemoryTable<SliceItem>;
  readonly #effect: Effect;

  constructor(table: MemoryTable<SliceItem>, effect: Effect = atOnce) {
    this.#table = table;
    this.#effect = effect;
  }

  async put(roster: RosterId, version: number, part: number, bytes: Uint8Array): Promise<void> {
    const enrolments = Buffer.from(bytes).toString("base64");
    // A slice written again late keeps the day on which it expires.
    await this.#effect("slices.put", () =>
      this.#table.update(sliceKey(roster, version, part), (before) => ({
        enrolments,
        expiresOn: before?.expiresOn ?? null,
      })),
    );
  }

  async read(heads: readonly VersionSlices[]): Promise<readonly (readonly PackedEnrolments[])[] | null> {
    const keysOfHead = heads.map((head) =>
      Array.from({ length: head.parts }, (_, part) => sliceKey(head.roster, head.current, part)),
    );
    const keys = keysOfHead.flat();
    const found = new Map<string, PackedEnrolments>();
    for (let from = 0; from < keys.length; from += KEYS_PER_CALL) {
      await this.#effect("slices.read", () => {
        for (const key of keys.slice(from, from + KEYS_PER_CALL)) {
          const item = this.#table.get(key);
          if (item !== null) found.set(key, decodeSlice(Uint8Array.from(Buffer.from(item.enrolments, "base64"))));
        }
      });
    }
    const slices = keysOfHead.map((ofHead) => ofHead.flatMap((key) => found.get(key) ?? []));
    return slices.every((ofHead, index) => ofHead.length === keysOfHead[index]?.length) ? slices : null;
  }

  async expire(roster: RosterId, version: number, parts: number, on: Day): Promise<void> {
    for (let part = 0; part < parts; part += 1) {
      await this.#effect("slices.expire", () =>
        // A slice that is gone already does not come back.
        this.#table.update(sliceKey(roster, version, part), (before) => before && { ...before, expiresOn: on }),
      );
    }
  }
}

/** Removes what has expired before a day begins. */
export function removeExpired(table: MemoryTable<SliceItem>, today: Day): void {
  for (const key of table.keys()) {
    const expiresOn = table.get(key)?.expiresOn ?? null;
    if (expiresOn !== null && expiresOn < today) table.delete(key);
  }
}
