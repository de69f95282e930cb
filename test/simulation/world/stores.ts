// All that a province keeps.
import type { AlertTables } from "#shared/adapters/memory/memory-alert-store.ts";
import { MemoryBucket } from "#shared/adapters/memory/memory-bucket.ts";
import type { CoverageTables } from "#shared/adapters/memory/memory-coverage-store.ts";
import type { HeadTables } from "#shared/adapters/memory/memory-heads.ts";
import type { SliceItem } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";

export interface Stores extends HeadTables, CoverageTables, AlertTables {
  readonly rosters: MemoryBucket;
  readonly receipts: MemoryBucket;
  readonly uploads: MemoryTable<UploadRecord>;
  readonly slices: MemoryTable<SliceItem>;
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
    regencies: table(),
    current: table(),
    figures: table(),
    months: table(),
    days: table(),
    references: table(),
    alerts: table(),
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

/** Everything in every table, as it is kept. */
export function tableTexts(stores: Stores): readonly string[] {
  return Object.values(stores).flatMap((store) =>
    store instanceof MemoryTable ? [...store.texts()].map(([key, text]) => `${key} ${text}`) : [],
  );
}
