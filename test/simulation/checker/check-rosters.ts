// Nothing lost and nothing counted twice in the registry: every version of a roster says what the files say that were taken by then, applied in the order
// in which they were uploaded; every file has its place among them, or a reason why not; rows and workers balance.
import type { Receipt } from "#shared/domain/receipt.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { Evidence } from "./evidence.ts";
import { type RosterFile, readFile } from "./roster-file.ts";
import { type Applied, isSame, type RosterMonths } from "./roster-months.ts";
import { monthsByWorker, rowsOf, workerOf } from "./stored-slices.ts";
import { choicesAmong, type InOrder, type Taken, takenInOrder } from "./taken-in-order.ts";

interface Version {
  readonly version: number;
  readonly uploadId: string;
  readonly parts: number;
}

/** What became of a file, as the stores say. */
interface Upload {
  readonly file: RosterFile;
  readonly record: UploadRecord;
  readonly receipt: Receipt;
}

export function checkRosters(evidence: Evidence): readonly string[] {
  const found: string[] = [];
  const byRoster = new Map<string, Upload[]>();
  for (const put of evidence.files) {
    const file = readFile(put);
    const roster = put.key.split("/").slice(1, 4).join("/");
    const record = evidence.stores.uploads.get(`${roster.slice(0, 5)}/${put.uploadId}`);
    const receipt = receiptOf(evidence, roster, put.uploadId);
    if (record === null || receipt === null) {
      found.push(`${put.key} of ${put.at} has no ${record === null ? "record" : "receipt"}`);
      continue;
    }
    if (receipt.status !== record.status) found.push(`${put.key}: receipt ${receipt.status}, record ${record.status}`);
    if (record.status === "planned") found.push(`${put.key} of ${put.at} is planned for ever`);
    if ((file === null) !== (record.status === "refused")) found.push(`${put.key}: ${record.status}, which is wrong`);
    if (file === null) continue;
    found.push(...checkRows({ file, record, receipt }));
    byRoster.set(roster, [...(byRoster.get(roster) ?? []), { file, record, receipt }]);
  }
  for (const [roster, uploads] of byRoster) found.push(...checkRoster(evidence, roster, uploads));
  return found;
}

function receiptOf({ stores }: Evidence, roster: string, uploadId: string): Receipt | null {
  const stored = stores.receipts.newest(`receipts/${roster}/${uploadId}.json`);
  return stored === null ? null : JSON.parse(new TextDecoder().decode(stored.body));
}

function checkRows({ file, receipt }: Upload): readonly string[] {
  const rejected = file.read - file.good.length - file.duplicate;
  const { read, accepted, duplicate, rejected: told } = receipt.rows;
  const balances =
    read === file.read && accepted === file.good.length && duplicate === file.duplicate && told === rejected;
  return balances ? [] : [`${file.file.key}: rows do not balance: ${JSON.stringify(receipt.rows)}`];
}

/** How many uploads without a version of their own may be tried as having been taken earlier than their receipt was written. */
const MOST_TRIED = 6;

function checkRoster(evidence: Evidence, roster: string, uploads: readonly Upload[]): readonly string[] {
  const found: string[] = [];
  const byId = new Map(uploads.map((upload) => [upload.record.uploadId, upload]));
  const versions = versionsOf(evidence, roster);
  const makers = new Set(versions.map(({ uploadId }) => uploadId));
  let pending = uploads.filter((upload) => !makers.has(upload.record.uploadId) && wasTaken(upload));
  // Taken without a change and then called superseded by a repetition: see the limits in docs/reliability.md.
  const overtaken = uploads.filter(({ file, record }) => record.status === "superseded" && file.mode !== "full");
  let taken: readonly Taken[] = [];
  let says: RosterMonths = new Map();
  /** What a file may have done in its place, the likeliest first. */
  const outcomes = new Map<string, readonly Applied[]>();
  // Those that change nothing, taken while the roster stood at a version.
  const settle = (version: number | null): void => {
    const here = pending.filter(({ receipt }) => receipt.version === version);
    const known = taken;
    for (const upload of pending) {
      const others = here.filter((other) => other !== upload).slice(0, MOST_TRIED);
      const ways = choicesAmong(others)
        .map((some) => takenInOrder([...known, ...[...some, upload].map(asTaken)], evidence.guard))
        .filter((way) => isSameRoster(way.says, says));
      // Its receipt may have been written later than it was taken: what it did then is told as well.
      const { uploadId } = upload.record;
      outcomes.set(uploadId, [...(outcomes.get(uploadId) ?? []), ...appliedIn(ways, upload)]);
    }
    pending = pending.filter((upload) => !here.includes(upload));
    taken = [...taken, ...here.map(asTaken)];
  };
  settle(null);
  for (const { version, uploadId, parts } of versions) {
    const upload = byId.get(uploadId);
    if (upload === undefined) return [...found, `${roster}@${version} was made by no file`];
    const again = taken.some((one) => one.uploadId === uploadId);
    const others = taken.filter((one) => one.uploadId !== uploadId);
    const heldBefore =
      again || !takenInOrder([...others, asTaken(upload)], evidence.guard).applied.get(uploadId)?.differs;
    const released = heldBefore && upload.record.released;
    if (again && (!upload.record.released || outcomes.has(`${uploadId} released`)))
      found.push(`${roster}: ${uploadId} was applied twice`);
    if (released) outcomes.set(`${uploadId} released`, []);
    const waysWith = (early: readonly Upload[]): readonly InOrder[] =>
      choicesAmong(early.slice(0, MOST_TRIED)).map((some) =>
        takenInOrder([...others, ...some.map(asTaken), { ...asTaken(upload), released }], evidence.guard),
      );
    const isRight = (one: InOrder): boolean => isStored(evidence, { roster, version, parts }, one.says);
    const ways = waysWith(pending);
    const rightAtOnce = ways.filter(isRight);
    const right = rightAtOnce.length > 0 ? rightAtOnce : waysWith([...pending, ...overtaken]).filter(isRight);
    const [way = ways[0]] = right;
    if (way === undefined) continue;
    if (isSameRoster(way.says, says)) found.push(`${roster}@${version} changes nothing`);
    outcomes.set(uploadId, appliedIn(right.length > 0 ? right : ways.slice(0, 1), upload));
    says = way.says;
    taken = [...others, { ...asTaken(upload), released }];
    found.push(...checkContent(evidence, { roster, version, parts }, says, version === versions.at(-1)?.version));
    settle(version);
  }
  if (pending.length > 0)
    found.push(...pending.map(({ file, receipt }) => `${file.file.key}: version ${receipt.version} never was`));
  found.push(...checkOrder(roster, versions, byId));
  for (const upload of uploads)
    found.push(...checkOutcome(upload, uploads, outcomes.get(upload.record.uploadId) ?? []));
  return found;
}

function asTaken({ file, record: { uploadId, order } }: Upload): Taken {
  return { uploadId, order, file, released: false };
}

function wasTaken({ record, receipt }: Upload): boolean {
  return (
    record.status === "applied" || record.status === "held" || (wasOvertaken({ receipt }) && receipt.version !== null)
  );
}

function appliedIn(ways: readonly InOrder[], { record }: Upload): readonly Applied[] {
  return ways.flatMap((way) => way.applied.get(record.uploadId) ?? []);
}

function isSameRoster(one: RosterMonths, other: RosterMonths): boolean {
  return one.size === other.size && [...one].every(([nik, months]) => isSame(months, other.get(nik) ?? new Map()));
}

/** The versions that the head has been at, oldest first: each knows the one that it was made on. */
function versionsOf({ stores }: Evidence, roster: string): readonly Version[] {
  const versions: Version[] = [];
  for (let version = stores.heads.get(roster)?.current ?? 0; version > 0; ) {
    const { base = 0, uploadId = "", parts = 0 } = stores.versions.get(`${roster}@${version}`)?.version ?? {};
    versions.unshift({ version, uploadId, parts });
    version = base;
  }
  return versions;
}

/** True also where it is no longer kept. */
function isStored(
  evidence: Evidence,
  version: Pick<Version, "version" | "parts"> & { roster: string },
  says: RosterMonths,
): boolean {
  return checkContent(evidence, version, says, false).length === 0;
}

function checkContent(
  { stores, secret }: Evidence,
  { roster, version, parts }: { readonly roster: string; readonly version: number; readonly parts: number },
  says: RosterMonths,
  isCurrent: boolean,
): readonly string[] {
  const rows = rowsOf(stores, roster, version, parts);
  if (rows === null) return isCurrent ? [`${roster}@${version} is current and not there`] : [];
  const stored = monthsByWorker(rows);
  const wrong = [...says].filter(([nik, months]) => !isSame(months, stored.get(workerOf(nik, secret)) ?? new Map()));
  if (wrong.length === 0 && stored.size === says.size) return [];
  return [
    `${roster}@${version}: ${wrong.length} workers are not as the files say, ${stored.size} of ${says.size} stand there`,
  ];
}

/** Whole lists stand in the order in which they were uploaded. */
function checkOrder(
  roster: string,
  versions: readonly Version[],
  byId: ReadonlyMap<string, Upload>,
): readonly string[] {
  const found: string[] = [];
  let newest = "";
  for (const { uploadId, version } of versions) {
    const upload = byId.get(uploadId);
    if (upload === undefined) continue;
    if (upload.record.order < newest) found.push(`${roster}@${version} is older than a whole list before it`);
    if (upload.file.mode === "full" && upload.record.order > newest) newest = upload.record.order;
  }
  return found;
}

/** Whether a file has its place in the roster, or a reason why not. */
function checkOutcome(
  { file, record, receipt }: Upload,
  all: readonly Upload[],
  outcomes: readonly Applied[],
): readonly string[] {
  const name = `${file.file.key} of ${file.file.at} (${record.status})`;
  if (record.status === "superseded") {
    const newer = all.some(
      (other) =>
        other.file.mode === "full" &&
        other.record.order > record.order &&
        (other.record.status !== "superseded" || wasOvertaken(other)),
    );
    return newer || wasOvertaken({ receipt }) ? [] : [`${name}: no newer whole list is there`];
  }
  const told = JSON.stringify(sorted(receipt.changes ?? {}));
  const outcome = outcomes.find(({ changes }) => JSON.stringify(sorted(changes)) === told) ?? outcomes[0];
  if (outcome === undefined) return [`${name} is lost: it would change the roster`];
  const found: string[] = [];
  if (outcome.held && record.status !== "held" && receipt.decision === null) found.push(`${name} should be held`);
  if (!outcome.held && record.status === "held") found.push(`${name} should not be held`);
  if (receipt.decision === "discard" && record.status !== "applied") found.push(`${name} was discarded`);
  if (JSON.stringify(sorted(outcome.changes)) !== told)
    found.push(`${name}: changes ${JSON.stringify(receipt.changes)} instead of ${JSON.stringify(outcome.changes)}`);
  return found;
}

/** Applied and held first, and only then too late to be released. */
function wasOvertaken({ receipt }: Pick<Upload, "receipt">): boolean {
  return receipt.file.some(({ code }) => code === "hold-overtaken");
}

function sorted(counts: object): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
