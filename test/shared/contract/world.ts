// What a contract is tried on: every port of the functions, and what can be seen of it from outside.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { ReceiptAnnouncement } from "#events/receipt-announcement.ts";
import type { DynamoCoverageReader } from "#shared/adapters/aws/dynamo-coverage-reader.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type {
  AlertRecords,
  AlertTopic,
  CoverageStore,
  CoverageUpdates,
  Heads,
  ProvinceAlerts,
  Receipts,
  ReferenceStore,
  RegencyAlerts,
  RosterObjects,
  Slices,
  Uploads,
} from "#shared/ports.ts";

export interface ContractWorld {
  readonly objects: RosterObjects;
  readonly uploads: Uploads;
  readonly heads: Heads;
  readonly slices: Slices;
  readonly receipts: Receipts;
  readonly coverage: CoverageStore;
  readonly reference: ReferenceStore;
  readonly regencyAlerts: RegencyAlerts;
  readonly provinceAlerts: ProvinceAlerts;
  readonly alertRecords: AlertRecords;
  readonly alertTopic: AlertTopic;
  readonly coverageUpdates: CoverageUpdates;
  /** Puts an object into the Rosters bucket; the event that tells of it. */
  putRoster(key: string, body: string, metadata?: Readonly<Record<string, string>>): Promise<ObjectCreatedEvent>;
  /** The text of an object of the Receipts bucket; null when there is none. */
  receiptFile(key: string): Promise<string | null>;
  announced(): readonly ReceiptAnnouncement[];
  published(): readonly Alert[];
  /** Bodies of what lies in the queue of coverage updates. */
  queued(): readonly string[];
  /** What people are shown. */
  readonly reader: Pick<DynamoCoverageReader, "alerts" | "lastDay" | "frozenMonths">;
  stop(): Promise<void>;
}
