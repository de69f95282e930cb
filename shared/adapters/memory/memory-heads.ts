// The heads of rosters and what is known of their versions. A head moves in one conditional step, after its base was marked as having been current.
import { type Day, laterDay } from "#shared/domain/day.ts";
import { recentAfter, type TakenUpload } from "#shared/domain/recent-uploads.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { LatestFile, RosterVersion } from "#shared/domain/roster-version.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { HeadConfirmation, HeadMove, Heads } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

/** By roster. */
export interface HeadItem {
  readonly current: number;
  readonly parts: number;
  readonly lastVersion: number;
  readonly taken: number;
  readonly recent: readonly TakenUpload[];
  readonly fullOrder: UploadOrder | null;
  readonly reportedOn: Day | null;
  readonly filed: number;
  readonly keyId: string | null;
  readonly latest: LatestFile | null;
}

/** By `{roster}@{version}`. */
export interface VersionItem {
  /** null until the first part is applied. */
  readonly version: RosterVersion | null;
  /** Numbers of the parts that were applied, each once. */
  readonly applied: readonly number[];
  readonly wasCurrent: boolean;
}

const NO_HEAD: HeadItem = {
  current: 0,
  parts: 0,
  lastVersion: 0,
  taken: 0,
  recent: [],
  fullOrder: null,
  reportedOn: null,
  filed: 0,
  keyId: null,
  latest: null,
};
const NO_VERSION: VersionItem = { version: null, applied: [], wasCurrent: false };

export interface HeadTables {
  readonly heads: MemoryTable<HeadItem>;
  readonly versions: MemoryTable<VersionItem>;
}

export class MemoryHeads implements Heads {
  readonly #heads: HeadTables["heads"];
  readonly #versions: HeadTables["versions"];
  readonly #effect: Effect;

  constructor({ heads, versions }: HeadTables, effect: Effect = atOnce) {
    this.#heads = heads;
    this.#versions = versions;
    this.#effect = effect;
  }

  nextVersion(roster: RosterId): Promise<{ readonly version: number; readonly head: Head }> {
    return this.#effect("heads.next-version", () => {
      const before = this.#heads.get(roster) ?? NO_HEAD;
      const version = before.lastVersion + 1;
      this.#heads.put(roster, { ...before, lastVersion: version });
      return { version, head: headOf(roster, before) };
    });
  }

  read(roster: RosterId): Promise<Head> {
    return this.#effect("heads.read", () => headOf(roster, this.#heads.get(roster) ?? NO_HEAD));
  }

  ofRegency(regency: RegencyCode): Promise<readonly Head[]> {
    return this.#effect("heads.of-regency", () =>
      this.#heads
        .keys(`${regency}/`)
        .map((roster) => headOf(rosterId(roster), this.#heads.get(roster) ?? NO_HEAD))
        .filter((head) => head.current > 0),
    );
  }

  confirm(confirmation: HeadConfirmation): Promise<boolean> {
    return this.#step("heads.confirm", confirmation, {});
  }

  addPart(record: RosterVersion, part: number): Promise<number> {
    const { roster, version, base, parts, asOf, uploadId, order, receiptKey, keyId, source } = record;
    const made = { roster, version, base, parts, asOf, uploadId, order, receiptKey, keyId, source };
    return this.#effect("heads.add-part", () => {
      const key = versionKey(roster, version);
      const before = this.#versions.get(key) ?? NO_VERSION;
      const applied = [...new Set([...before.applied, part])].sort((a, b) => a - b);
      this.#versions.put(key, { ...before, version: made, applied });
      return applied.length;
    });
  }

  async move(move: HeadMove): Promise<boolean> {
    const { roster, base, version, parts, latest, keyId, fromKeyId = keyId, filed = version } = move;
    if (base > 0) await this.#markCurrent(roster, base);
    return this.#step("heads.move", move, { current: version, parts, latest, keyId, filed }, fromKeyId);
  }

  async voidPlans(roster: RosterId): Promise<void> {
    await this.#effect("heads.void-plans", () =>
      this.#heads.update(roster, (before) => ({ ...(before ?? NO_HEAD), taken: (before?.taken ?? 0) + 1 })),
    );
  }

  async wasCurrent(roster: RosterId, version: number): Promise<boolean> {
    // The head first, then the mark: a head that left the version in between had marked it before.
    if ((await this.read(roster)).current === version) return true;
    const item = await this.#effect("heads.read-version", () => this.#versions.get(versionKey(roster, version)));
    return item?.wasCurrent === true;
  }

  /** One conditional step of a head that has taken nothing since the upload was planned: what is read of it here then still holds when it is written. */
  async #step(
    effect: string,
    step: HeadConfirmation & Pick<HeadMove, "filed">,
    change: Partial<HeadItem>,
    key?: string,
  ): Promise<boolean> {
    const { roster, base, taken, order, full, asOf } = step;
    const head = await this.read(roster);
    if (head.current !== base || head.taken !== taken) return false;
    const recent = recentAfter(head, step);
    return this.#effect(effect, () =>
      this.#heads.update(roster, (before) => {
        if (before?.current !== base || before.taken !== taken) return null;
        if (key !== undefined && before.keyId !== null && before.keyId !== key) return null;
        const fullOrder = full ? order : before.fullOrder;
        return {
          ...before,
          ...change,
          taken: taken + 1,
          recent,
          fullOrder,
          reportedOn: laterDay(head.reportedOn ?? asOf, asOf),
        };
      }),
    );
  }

  #markCurrent(roster: RosterId, version: number): Promise<boolean> {
    return this.#effect("heads.mark-current", () =>
      this.#versions.update(versionKey(roster, version), (before) => ({ ...(before ?? NO_VERSION), wasCurrent: true })),
    );
  }
}

function headOf(roster: RosterId, { lastVersion: _, ...head }: HeadItem): Head {
  return { roster, ...head };
}

function versionKey(roster: RosterId, version: number): string {
  return `${roster}@${version}`;
}
