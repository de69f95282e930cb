// All that validating a roster needs of the world.
import type { Log } from "#shared/lambda/log.ts";
import type {
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
  readonly pseudonyms: () => Promise<Pseudonyms>;
  readonly uploads: Uploads;
  readonly heads: Heads;
  readonly slices: Slices;
  readonly receipts: Receipts;
  readonly enrolmentEvents: EnrolmentEvents;
  readonly uploadOutcomes: UploadOutcomes;
  readonly log: Log;
}
