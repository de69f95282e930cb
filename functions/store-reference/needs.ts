// All that storing reference data needs of the world.
import type { Log } from "#shared/lambda/log.ts";
import type {
  CoverageStore,
  CoverageUpdates,
  ReferenceReader,
  ReferenceReceipts,
  ReferenceStore,
  RosterObjects,
} from "#shared/ports.ts";

export interface StoreReferencePorts {
  readonly objects: RosterObjects;
  readonly reader: ReferenceReader;
  readonly reference: ReferenceStore;
  readonly receipts: ReferenceReceipts;
  readonly coverage: Pick<CoverageStore, "regencies">;
  readonly coverageUpdates: CoverageUpdates;
  readonly log: Log;
}
