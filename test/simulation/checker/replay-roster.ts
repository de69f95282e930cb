// Goes through the versions that a roster has had, and says what it should say at each: what the uploads say that were taken by then. Those that made no
// version were taken while some version stood; which one, their receipts say, or a later one where the receipt was written late.
import type { Receipt } from "#shared/domain/receipt.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { RosterFile } from "./roster-file.ts";
import { type Applied, type Guard, isSame, type RosterMonths } from "./roster-months.ts";
import { choicesAmong, type InOrder, type Taken, takenInOrder } from "./taken-in-order.ts";

/** What became of a file, as the stores say. */
export interface Upload {
  readonly file: RosterFile;
  readonly record: UploadRecord;
  readonly receipt: Receipt;
}

export interface Version {
  readonly version: number;
  readonly uploadId: string;
  readonly parts: number;
}

export interface ReplaySettings {
  readonly guard: Guard;
  /** Whether a version that is still kept says just that. */
  readonly isStored: (version: Version, says: RosterMonths) => boolean;
}

/** How many uploads without a version of their own are tried as having been taken earlier than it seems. */
const MOST_TRIED = 6;

export class RosterReplay {
  readonly faults: string[] = [];
  readonly #uploads: readonly Upload[];
  readonly #settings: ReplaySettings;
  readonly #outcomes = new Map<string, readonly Applied[]>();
  readonly #released = new Set<string>();
  /** Taken without a change of their own, not yet in their place. */
  #pending: readonly Upload[];
  #taken: readonly Taken[] = [];
  #says: RosterMonths = new Map();

  constructor(uploads: readonly Upload[], versions: readonly Version[], settings: ReplaySettings) {
    this.#uploads = uploads;
    this.#settings = settings;
    const makers = new Set(versions.map(({ uploadId }) => uploadId));
    this.#pending = uploads.filter((upload) => !makers.has(upload.record.uploadId) && wasTaken(upload));
    this.#settle(null);
  }

  get says(): RosterMonths {
    return this.#says;
  }

  /** Those that were taken while no version stood that was ever there. */
  get pending(): readonly Upload[] {
    return this.#pending;
  }

  /** What a file may have done in its place, the likeliest first. */
  outcomesOf({ record }: Upload): readonly Applied[] {
    return this.#outcomes.get(record.uploadId) ?? [];
  }

  next(version: Version, upload: Upload): void {
    const { uploadId, released } = upload.record;
    const others = this.#taken.filter((one) => one.uploadId !== uploadId);
    const isAgain = others.length < this.#taken.length;
    const asRelease = released && (isAgain || !this.#differs(others, upload));
    if (isAgain && (!released || this.#released.has(uploadId))) this.faults.push(`${uploadId} was applied twice`);
    if (asRelease) this.#released.add(uploadId);
    const base = [...others, { ...asTaken(upload), released: asRelease }];
    const isRight = ({ says }: InOrder): boolean => this.#settings.isStored(version, says);
    const ways = this.#ways(base, this.#pending);
    const right = ways.filter(isRight);
    // A repetition calls an upload superseded that was taken before: see the limits in docs/reliability.md.
    const found =
      right.length > 0 ? right : this.#ways(base, [...this.#pending, ...this.#superseded()]).filter(isRight);
    const [way = takenInOrder(base, this.#settings.guard)] = found;
    if (isSameRoster(way.says, this.#says)) this.faults.push(`version ${version.version} changes nothing`);
    this.#outcomes.set(uploadId, appliedIn(found.length > 0 ? found : [way], uploadId));
    this.#says = way.says;
    this.#taken = way.taken.filter((one) => !this.#pending.some(({ record }) => record.uploadId === one.uploadId));
    this.#settle(version.version);
  }

  /** What was taken without a change while the roster stood at a version. */
  #settle(version: number | null): void {
    const here = this.#pending.filter(({ receipt }) => receipt.version === version);
    for (const upload of this.#pending) {
      const others = here.filter((other) => other !== upload);
      this.#addOutcomes(upload, this.#ways([...this.#taken, asTaken(upload)], others));
    }
    this.#pending = this.#pending.filter((upload) => !here.includes(upload));
    this.#taken = [...this.#taken, ...here.map(asTaken)];
    for (const upload of this.#uploads.filter(({ receipt }) => receipt.version === version)) this.#release(upload);
  }

  /** Removals that were released although newer files name all whom they would end make no version either. */
  #release(upload: Upload): void {
    const { uploadId, released, status } = upload.record;
    const held = this.#taken.find((one) => one.uploadId === uploadId);
    if (!released || status !== "applied" || held === undefined || held.released) return;
    const taken = this.#taken.map((one) => (one === held ? { ...one, released } : one));
    const way = takenInOrder(taken, this.#settings.guard);
    if (!isSameRoster(way.says, this.#says)) return;
    this.#addOutcomes(upload, [way]);
    this.#taken = taken;
  }

  #addOutcomes({ record: { uploadId } }: Upload, ways: readonly InOrder[]): void {
    const same = ways.filter((way) => isSameRoster(way.says, this.#says));
    this.#outcomes.set(uploadId, [...(this.#outcomes.get(uploadId) ?? []), ...appliedIn(same, uploadId)]);
  }

  #ways(taken: readonly Taken[], perhaps: readonly Upload[]): readonly InOrder[] {
    const { guard } = this.#settings;
    return choicesAmong(perhaps.slice(0, MOST_TRIED)).map((some) =>
      takenInOrder([...taken, ...some.map(asTaken)], guard),
    );
  }

  #differs(others: readonly Taken[], upload: Upload): boolean {
    const way = takenInOrder([...others, asTaken(upload)], this.#settings.guard);
    return way.applied.get(upload.record.uploadId)?.differs === true;
  }

  #superseded(): readonly Upload[] {
    const isTaken = (upload: Upload): boolean => this.#taken.some((one) => one.uploadId === upload.record.uploadId);
    return this.#uploads.filter(
      (upload) => upload.record.status === "superseded" && upload.file.mode !== "full" && !isTaken(upload),
    );
  }
}

/** Applied and held first, and only then too late to be released. */
export function wasOvertaken({ receipt }: Pick<Upload, "receipt">): boolean {
  return receipt.file.some(({ code }) => code === "hold-overtaken");
}

function wasTaken({ record: { status }, receipt }: Upload): boolean {
  return status === "applied" || status === "held" || (wasOvertaken({ receipt }) && receipt.version !== null);
}

function asTaken({ file, record: { uploadId, order } }: Upload): Taken {
  return { uploadId, order, file, released: false };
}

function appliedIn(ways: readonly InOrder[], uploadId: string): readonly Applied[] {
  return ways.flatMap((way) => way.applied.get(uploadId) ?? []);
}

function isSameRoster(one: RosterMonths, other: RosterMonths): boolean {
  return one.size === other.size && [...one].every(([nik, months]) => isSame(months, other.get(nik) ?? new Map()));
}
