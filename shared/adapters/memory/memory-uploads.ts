// What is remembered of every upload, each change conditional as in the Coverage table.
import type { Receipt } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import type { UploadPlan, UploadRecord } from "#shared/domain/upload.ts";
import type { Release, Uploads } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

export class MemoryUploads implements Uploads {
  readonly #table: MemoryTable<UploadRecord>;
  readonly #effect: Effect;

  constructor(table: MemoryTable<UploadRecord>, effect: Effect = atOnce) {
    this.#table = table;
    this.#effect = effect;
  }

  find(roster: RosterId, uploadId: string): Promise<UploadRecord | null> {
    return this.#effect("uploads.find", () => this.#table.get(keyOf(roster, uploadId)));
  }

  async create(record: UploadRecord): Promise<UploadRecord> {
    const created = { ...record, released: false, decidedOn: null, outcome: null };
    const key = keyOf(record.roster, record.uploadId);
    const isNew = await this.#effect("uploads.create", () =>
      this.#table.update(key, (before) => (before === null ? created : null)),
    );
    return isNew ? record : this.#stored(record.roster, record.uploadId);
  }

  async planAgain(roster: RosterId, uploadId: string, voidVersion: number, plan: UploadPlan): Promise<UploadRecord> {
    await this.#change("uploads.plan-again", roster, uploadId, (before) =>
      before.plan.version === voidVersion && before.status === "planned" ? { ...before, plan } : null,
    );
    return this.#stored(roster, uploadId);
  }

  async release(roster: RosterId, uploadId: string, { plan, decidedOn }: Release): Promise<void> {
    await this.#change("uploads.release", roster, uploadId, (before) =>
      before.status === "held"
        ? { ...before, plan, status: "planned", released: true, decidedOn: decidedOn ?? before.decidedOn }
        : null,
    );
  }

  async finish(roster: RosterId, receipt: Receipt): Promise<void> {
    const { uploadId, status, version, rows, changes, decision } = receipt;
    const outcome = { version, rows, changes, decision };
    await this.#change("uploads.finish", roster, uploadId, (before) => ({ ...before, status, outcome }));
  }

  #change(
    name: string,
    roster: RosterId,
    uploadId: string,
    change: (before: UploadRecord) => UploadRecord | null,
  ): Promise<boolean> {
    const key = keyOf(roster, uploadId);
    return this.#effect(name, () => this.#table.update(key, (before) => (before === null ? null : change(before))));
  }

  async #stored(roster: RosterId, uploadId: string): Promise<UploadRecord> {
    const record = await this.find(roster, uploadId);
    if (record === null) throw new Error(`upload ${uploadId} is not stored`);
    return record;
  }
}

function keyOf(roster: RosterId, uploadId: string): string {
  return `${rosterParts(roster).regency}/${uploadId}`;
}
