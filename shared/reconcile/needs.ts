// All that a reconciliation needs of the world, and what it is told.
import type { Receipt } from "#shared/domain/receipt.ts";
import type { Finding } from "#shared/domain/reconcile/finding.ts";
import type { StoredObject } from "#shared/domain/reconcile/unprocessed-objects.ts";
import type { ProvinceCode, RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import type { UploadRecord, VersionSlices } from "#shared/domain/upload.ts";
import type { CoverageStore, CoverageUpdates, EnrolmentEvents, Heads, RosterUploads, Slices } from "#shared/ports.ts";

export interface ReconcilePorts {
  readonly objects: {
    /** All under `rosters/`; the versions of a key from the newest to the oldest. */
    list(): Promise<readonly StoredObject[]>;
  };
  readonly records: {
    uploads(regency: RegencyCode): Promise<readonly UploadRecord[]>;
    versions(roster: RosterId): Promise<readonly RosterVersion[]>;
  };
  readonly receipts: { read(key: string): Promise<Receipt | null> };
  readonly heads: Pick<Heads, "ofRegency" | "read" | "wasCurrent">;
  readonly slices: Pick<Slices, "read"> & {
    /** Keys of the slices that are not there. */
    missing(versions: readonly VersionSlices[]): Promise<readonly string[]>;
    /** As it was written; null when it is gone. */
    bytes(roster: RosterId, version: number, part: number): Promise<Uint8Array | null>;
  };
  readonly coverage: Pick<CoverageStore, "current" | "takeTicket" | "write">;
  readonly rosterUploads: RosterUploads;
  readonly enrolmentEvents: EnrolmentEvents;
  readonly coverageUpdates: CoverageUpdates;
}

export interface ReconcileSettings {
  readonly province: ProvinceCode;
  readonly rostersBucket: string;
  /** Files put later are not looked at: they may be under way. ISO 8601 UTC, as are the others. */
  readonly objectsBefore: string;
  /** The same of uploads, by the time of their event. */
  readonly uploadsBefore: string;
  /** The time of the event of a file that is sent again. */
  readonly eventTimeOf: (object: StoredObject) => string;
  readonly dryRun: boolean;
}

/** What was found wrong, and how it is mended; null: a person has to. */
export interface Gap {
  readonly finding: Finding;
  readonly mend: (() => Promise<void>) | null;
}
