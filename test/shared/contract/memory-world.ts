import { alert } from "#events/alert.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import { textOf } from "#events/text-of.ts";
import { MemoryAlertRecords } from "#shared/adapters/memory/memory-alert-records.ts";
import { MemoryAlertStates } from "#shared/adapters/memory/memory-alert-states.ts";
import { MemoryAlertTopic } from "#shared/adapters/memory/memory-alert-topic.ts";
import { MemoryBucket } from "#shared/adapters/memory/memory-bucket.ts";
import { type CoverageTables, MemoryCoverageStore } from "#shared/adapters/memory/memory-coverage-store.ts";
import { type HeadItem, MemoryHeads } from "#shared/adapters/memory/memory-heads.ts";
import { MemoryQueue } from "#shared/adapters/memory/memory-queue.ts";
import { MemoryReceipts } from "#shared/adapters/memory/memory-receipts.ts";
import { MemoryReference } from "#shared/adapters/memory/memory-reference.ts";
import { MemoryRosterObjects } from "#shared/adapters/memory/memory-roster-objects.ts";
import { MemorySlices } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import { MemoryUploads } from "#shared/adapters/memory/memory-uploads.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { createdEvent } from "./created-event.ts";
import type { ContractWorld } from "./world.ts";

export async function openMemoryWorld(): Promise<ContractWorld> {
  const rosters = new MemoryBucket();
  const receipts = new MemoryBucket();
  const announced: string[] = [];
  const published: string[] = [];
  const queued: string[] = [];
  const table = <Item>() => new MemoryTable<Item>();
  const alerts = table<Alert>();
  const heads = table<HeadItem>();
  const coverageTables: CoverageTables = {
    heads,
    regencies: table(),
    current: table(),
    figures: table(),
    months: table(),
    days: table(),
  };
  return {
    objects: new MemoryRosterObjects(rosters),
    uploads: new MemoryUploads(table()),
    heads: new MemoryHeads({ heads, versions: table() }),
    slices: new MemorySlices(table()),
    receipts: new MemoryReceipts(receipts, announced),
    coverage: new MemoryCoverageStore(coverageTables),
    reference: new MemoryReference({ figures: table(), agreements: table() }),
    regencyAlerts: new MemoryAlertStates(table()),
    provinceAlerts: new MemoryAlertStates(table()),
    alertRecords: new MemoryAlertRecords(alerts),
    alertTopic: new MemoryAlertTopic(published),
    coverageUpdates: new MemoryQueue({
      name: "coverage-updates",
      textOf: textOf(coverageUpdate),
      deliver: (bodies) => queued.push(...bodies),
    }),
    putRoster: async (key, body, metadata = {}): Promise<ObjectCreatedEvent> => {
      const { etag, versionId } = rosters.put(key, body, { metadata });
      return createdEvent({ key, etag, "version-id": versionId });
    },
    receiptFile: async (key) => {
      const stored = receipts.newest(key);
      return stored === null ? null : new TextDecoder().decode(stored.body);
    },
    announced: () => announced.map((text) => receiptAnnouncement.parse(JSON.parse(text))),
    published: () => published.map((text) => alert.parse(JSON.parse(text))),
    queued: () => queued,
    reader: {
      alerts: async (regency) => itemsOf(alerts, `${regency}#`),
      lastDay: async (province) => coverageTables.days.get(province)?.asOf ?? null,
      frozenMonths: async (regency) => itemsOf(coverageTables.months, `${regency}#`).map((item) => item.coverage),
    },
    stop: async () => {},
  };
}

function itemsOf<Item>(table: MemoryTable<Item>, prefix: string): readonly Item[] {
  return table.keys(prefix).flatMap((key) => table.get(key) ?? []);
}
