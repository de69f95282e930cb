// The heads of rosters and what is known of their versions. A head moves in one conditional step, after its base was marked as having been current.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { HeadMove, Heads } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

/** By roster. */
export interface HeadItem {
  readonly current: number;
  readonly parts: number;
  readonly lastVersion: number;
  readonly fullOrder: UploadOrder | null;
}

/** By `{roster}@{version}`. */
export interface VersionItem extends Partial<Pick<EnrolmentBatch, "uploadId" | "base" | "parts" | "asOf" | "keyId">> {
  /** Numbers of the parts that were applied, each once. */
  readonly applied: readonly number[];
  readonly wasCurrent: boolean;
}

const NO_HEAD: HeadItem = { current: 0, parts: 0, lastVersion: 0, fullOrder: null };
const NO_VERSION: VersionItem = { applied: [], wasCurrent: false };

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

  confirm(roster: RosterId, base: number, order: UploadOrder): Promise<boolean> {
    return this.#effect("heads.confirm", () =>
      this.#heads.update(roster, (before) =>
        before !== null && stands(before, base, order) ? { ...before, fullOrder: order } : null,
      ),
    );
  }

  addPart(batch: EnrolmentBatch, part: number): Promise<number> {
    const { uploadId, base, parts, asOf, keyId } = batch;
    return this.#effect("heads.add-part", () => {
      const key = versionKey(batch.roster, batch.version);
      const before = this.#versions.get(key) ?? NO_VERSION;
      const applied = [...new Set([...before.applied, part])].sort((a, b) => a - b);
      this.#versions.put(key, { ...before, uploadId, base, parts, asOf, keyId, applied });
      return applied.length;
    });
  }

  async move({ roster, base, version, parts, order, full }: HeadMove): Promise<boolean> {
    if (base > 0) await this.#markCurrent(roster, base);
    return this.#effect("heads.move", () =>
      this.#heads.update(roster, (before) =>
        before !== null && stands(before, base, order)
          ? { ...before, current: version, parts, fullOrder: full ? order : before.fullOrder }
          : null,
      ),
    );
  }

  async wasCurrent(roster: RosterId, version: number): Promise<boolean> {
    // The head first, then the mark: a head that left the version in between had marked it before.
    if ((await this.read(roster)).current === version) return true;
    const item = await this.#effect("heads.read-version", () => this.#versions.get(versionKey(roster, version)));
    return item?.wasCurrent === true;
  }

  #markCurrent(roster: RosterId, version: number): Promise<boolean> {
    return this.#effect("heads.mark-current", () =>
      this.#versions.update(versionKey(roster, version), (before) => ({ ...(before ?? NO_VERSION), wasCurrent: true })),
    );
  }
}

function stands(head: HeadItem, base: number, order: UploadOrder): boolean {
  return head.current === base && (head.fullOrder === null || head.fullOrder <= order);
}

function headOf(roster: RosterId, { current, parts, fullOrder }: HeadItem): Head {
  return { roster, current, parts, fullOrder };
}

function versionKey(roster: RosterId, version: number): string {
  return `${roster}@${version}`;
}
