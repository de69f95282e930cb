// All that erasing people and changing the pseudonym key need of the world.
import type { KeptOut } from "#shared/domain/admission.ts";
import type { Day } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import type { ProvinceCode, RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import type { Head, SliceName, StoredSlice, UploadRecord } from "#shared/domain/upload.ts";
import type { Admissions, CoverageUpdates, Heads, Slices } from "#shared/ports.ts";

export interface RewritePorts {
  readonly heads: Heads;
  readonly slices: Slices;
  readonly records: { versions(roster: RosterId): Promise<readonly RosterVersion[]> };
}

export interface ErasePorts extends RewritePorts {
  readonly admissions: Admissions & {
    /** False when that key is not in force, or is being changed. */
    keepOut(province: ProvinceCode, keyId: string, workers: readonly WorkerId[], since: Day): Promise<boolean>;
  };
  readonly registry: {
    all(): AsyncIterable<StoredSlice>;
    replace(name: SliceName, bytes: Uint8Array): Promise<void>;
    remove(name: SliceName): Promise<void>;
  };
  readonly coverageUpdates: CoverageUpdates;
}

/** One version of one stored file. */
export interface FileVersion {
  readonly key: string;
  /** null where the bucket keeps no versions. */
  readonly versionId: string | null;
  readonly etag: string;
}

export interface StoredFiles {
  list(): Promise<readonly FileVersion[]>;
  /** null when it is gone meanwhile. */
  search(file: FileVersion, niks: ReadonlySet<string>): Promise<SearchResult | null>;
  remove(file: FileVersion): Promise<void>;
}
/** `unreadable`: it cannot be told, a person has to look. */
export type SearchResult = "holds" | "clean" | "unreadable";

export interface EraseFilesPorts {
  readonly rosterFiles: StoredFiles;
  readonly rejectedRowsFiles: StoredFiles;
  readonly uploads: { uploads(regency: RegencyCode): Promise<readonly UploadRecord[]> };
}

export interface RekeyPorts extends RewritePorts {
  readonly heads: Heads & {
    /** Those of rosters without a version, too. */
    everyOfRegency(regency: RegencyCode): Promise<readonly Head[]>;
    setKeyOfEmpty(roster: RosterId, keyId: string): Promise<boolean>;
  };
  readonly admissions: Admissions & {
    beginChange(province: ProvinceCode, keyId: string, nextKeyId: string): Promise<boolean>;
    isChecked(province: ProvinceCode): Promise<boolean>;
    markChecked(province: ProvinceCode, nextKeyId: string): Promise<boolean>;
    keptOut(province: ProvinceCode): Promise<KeptOut>;
    endChange(province: ProvinceCode, nextKeyId: string, erased: KeptOut): Promise<boolean>;
  };
  readonly keys: {
    read(): Promise<Keys>;
    write(keys: Keys): Promise<void>;
  };
  readonly cipher: KeyCipher;
  readonly registry: {
    names(): AsyncIterable<SliceName>;
    remove(name: SliceName): Promise<void>;
  };
  readonly coverageUpdates: CoverageUpdates;
}

/** What the secret holds: the key, and while it is being changed the one that follows. */
export interface Keys {
  readonly key: string;
  readonly next: string | null;
}

export interface KeyCipher {
  newKey(): string;
  keyIdOf(key: string): string;
  /** 16 bytes a worker each. @throws Error when the ids were made with another key than `from` */
  rename(ids: Uint8Array, from: string, to: string): Uint8Array;
}
