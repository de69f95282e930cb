// All that validating a roster needs of the world.
import type { Log } from "#shared/lambda/log.ts";
import type {
  Admissions,
  CoverageUpdates,
  EnrolmentEvents,
  Heads,
  Pseudonyms,
  Receipts,
  RosterObjects,
  RosterReader,
  Slices,
  UploadOutcomes,
  Uploads,
} from "#shared/ports.ts";

export interface ValidateRosterPorts {
  readonly objects: RosterObjects;
  readonly reader: RosterReader;
  readonly admissions: Admissions;
  /** Under the key of this id; null: there has only ever been one. */
  readonly pseudonyms: (keyId: string | null) => Promise<Pseudonyms>;
  readonly uploads: Uploads;
  readonly heads: Heads;
  readonly slices: Slices;
  readonly receipts: Receipts;
  readonly enrolmentEvents: EnrolmentEvents;
  readonly coverageUpdates: CoverageUpdates;
  readonly uploadOutcomes: UploadOutcomes;
  readonly log: Log;
}
