// All that a province keeps.
import type { AdmissionItem } from "#shared/adapters/memory/memory-admissions.ts";
import { MemoryBucket } from "#shared/adapters/memory/memory-bucket.ts";
import type { CoverageTables } from "#shared/adapters/memory/memory-coverage-store.ts";
import type { HeadTables } from "#shared/adapters/memory/memory-heads.ts";
import type { ReferenceTables } from "#shared/adapters/memory/memory-reference.ts";
import type { SliceItem } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertState } from "#shared/domain/alerts/decide-alerts.ts";
import type { ProvinceState } from "#shared/domain/alerts/decide-province.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { AlertMemory } from "#shared/ports.ts";

export interface Stores extends HeadTables, CoverageTables, Pick<ReferenceTables, "agreements"> {
  readonly rosters: MemoryBucket;
  readonly receipts: MemoryBucket;
  readonly uploads: MemoryTable<UploadRecord>;
  readonly slices: MemoryTable<SliceItem>;
  readonly admissions: MemoryTable<AdmissionItem>;
  readonly regencyAlerts: MemoryTable<AlertMemory<AlertState>>;
  readonly provinceAlerts: MemoryTable<AlertMemory<ProvinceState>>;
  readonly alerts: MemoryTable<Alert>;
  readonly referenceFigures: ReferenceTables["figures"];
  /** What was published, as JSON. */
  readonly announcements: string[];
  readonly alertTopic: string[];
}

export function emptyStores(): Stores {
  const table = <Item>() => new MemoryTable<Item>();
  return {
    rosters: new MemoryBucket(),
    receipts: new MemoryBucket(),
    uploads: table(),
    heads: table(),
    versions: table(),
    slices: table(),
    admissions: table(),
    regencies: table(),
    current: table(),
    figures: table(),
    months: table(),
    days: table(),
    regencyAlerts: table(),
    provinceAlerts: table(),
    alerts: table(),
    agreements: table(),
    referenceFigures: table(),
    announcements: [],
    alertTopic: [],
  };
}

/** Stores of their own with the same in them. */
export function copyOf(stores: Stores): Stores {
  const copy = emptyStores();
  for (const name of Object.keys(stores) as (keyof Stores)[]) copyInto(copy[name], stores[name]);
  return copy;
}

type Store = Stores[keyof Stores];

function copyInto(copy: Store, original: Store): void {
  if (copy instanceof MemoryTable && original instanceof MemoryTable) copy.copyFrom(original);
  if (copy instanceof MemoryBucket && original instanceof MemoryBucket) copy.copyFrom(original);
  if (Array.isArray(copy) && Array.isArray(original)) copy.push(...original);
}
