// Nothing lost and nothing counted twice in the registry: every version of a roster says what the files say that were taken by then, applied in the order
// in which they were uploaded; every file has its place among them, or a reason why not; rows and workers balance.
import type { Receipt } from "#shared/domain/receipt.ts";
import type { Evidence } from "./evidence.ts";
import { RosterReplay, type Upload, type Version, wasOvertaken } from "./replay-roster.ts";
import { readFile } from "./roster-file.ts";
import { type Applied, isSame, type RosterMonths } from "./roster-months.ts";
import { monthsByWorker, rowsOf, workerOf } from "./stored-slices.ts";

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

function checkRoster(evidence: Evidence, roster: string, uploads: readonly Upload[]): readonly string[] {
  const found: string[] = [];
  const byId = new Map(uploads.map((upload) => [upload.record.uploadId, upload]));
  const versions = versionsOf(evidence, roster);
  const isStored = (version: Version, says: RosterMonths): boolean =>
    checkContent(evidence, { roster, ...version }, says, false).length === 0;
  const replay = new RosterReplay(uploads, versions, { guard: evidence.guard, isStored });
  for (const version of versions) {
    const upload = byId.get(version.uploadId);
    if (upload === undefined) return [...found, `${roster}@${version.version} was made by no file`];
    replay.next(version, upload);
    found.push(...checkContent(evidence, { roster, ...version }, replay.says, version === versions.at(-1)));
  }
  found.push(...replay.faults.map((fault) => `${roster}: ${fault}`));
  found.push(...replay.pending.map(({ file, receipt }) => `${file.file.key}: version ${receipt.version} never was`));
  found.push(...checkOrder(roster, versions, byId));
  for (const upload of uploads) found.push(...checkOutcome(upload, uploads, replay.outcomesOf(upload)));
  return found;
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

function sorted(counts: object): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
