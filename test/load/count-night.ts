// What has to be there after a night, counted from the numbers of workers alone: who stands in each roster, how many are covered in each regency, what
// each receipt says, and which dead letters there are.
import { createCipheriv, createHash } from "node:crypto";
import type { Receipt } from "#shared/domain/receipt.ts";
import { uploadIdOf } from "#shared/upload-id.ts";
import { SECRET } from "#test/simulation/world/settings.ts";
import { ALL_FEEDS, type World } from "#test/simulation/world/world.ts";
import { rowsOf as storedRowsOf } from "../simulation/checker/stored-slices.ts";
import { type NightFile, type NightRoster, nikOf, rowsOf } from "./night.ts";
import { isPoison, type Wrongs } from "./run-night.ts";

const FEBRUARY_2023 = 2023 * 12 + 1;

export interface NightCount {
  /** Rows of all files. */
  readonly rows: number;
  /** Workers who should be covered, and those who are. */
  readonly counted: number;
  readonly covered: number;
  /** Workers who should stand in a roster, and do not. */
  readonly lost: number;
  /** Workers who stand in a roster more than once, or should not. */
  readonly doubled: number;
  readonly inTwoRosters: number;
  readonly poisonInDeadLetters: number;
  readonly otherDeadLetters: number;
  readonly alerts: number;
  /** Everything that is wrong, in words. */
  readonly faults: readonly string[];
}

export function countNight(
  night: readonly NightRoster[],
  files: readonly NightFile[],
  world: World,
  wrongs: Wrongs,
): NightCount {
  const faults: string[] = [];
  let lost = 0;
  let doubled = 0;
  for (const roster of night) {
    const found = compareRoster(world, roster);
    lost += found.lost;
    doubled += found.doubled;
    if (found.lost + found.doubled > 0) faults.push(`${roster.roster}: ${found.lost} lost, ${found.doubled} doubled`);
  }
  const coverage = [...Map.groupBy(night, ({ roster }) => roster.slice(0, 5))].map(([regency, rosters]) =>
    compareCoverage(world, regency, rosters, faults),
  );
  for (const [number, file] of files.entries()) compareReceipt(world, file, number, faults);
  const left = ALL_FEEDS.reduce((sum, feed) => sum + world.queues[feed].depth, 0);
  if (left > 0) faults.push(`${left} messages are left in the queues`);
  const dead = ALL_FEEDS.flatMap((feed) => world.queues[feed].deadLetters);
  const poisonInDeadLetters = new Set(dead.filter(isPoison)).size;
  const otherDeadLetters = dead.filter((body) => !isPoison(body)).length;
  if (poisonInDeadLetters !== wrongs.poison || otherDeadLetters > 0)
    faults.push(
      `dead letters: ${poisonInDeadLetters} of ${wrongs.poison} that can never work, ${otherDeadLetters} others`,
    );
  return {
    rows: files.reduce((sum, file) => sum + rowsOf(file), 0),
    counted: coverage.reduce((sum, one) => sum + one.covered, 0),
    lost,
    doubled,
    covered: coverage.reduce((sum, one) => sum + one.told, 0),
    inTwoRosters: coverage.reduce((sum, one) => sum + one.overlap, 0),
    poisonInDeadLetters,
    otherDeadLetters,
    alerts: alertsIn(world, faults),
    faults,
  };
}

/** Calls with the number of each worker whom a roster should have. */
function eachWorker({ list, wrong, joining, leaving }: NightRoster, call: (worker: number) => void): void {
  const isLeaving = (worker: number): boolean => leaving !== null && leaving.from <= worker && worker < leaving.to;
  const listed = list.to - wrong;
  for (let worker = list.from; worker < listed; worker += 1) if (!isLeaving(worker)) call(worker);
  if (joining === null) return;
  for (let worker = Math.max(joining.from, listed); worker < joining.to; worker += 1)
    if (!isLeaving(worker)) call(worker);
}

function compareRoster({ stores }: World, roster: NightRoster): { readonly lost: number; readonly doubled: number } {
  const expected = new Set<string>();
  const niks: string[] = [];
  eachWorker(roster, (worker) => niks.push(nikOf(worker)));
  const cipher = createCipheriv("aes-256-ecb", createHash("sha256").update(SECRET).digest(), null);
  const ids = cipher.setAutoPadding(false).update(niks.join(""));
  for (let at = 0; at < ids.length; at += 16) expected.add(ids.toString("hex", at, at + 16));
  const head = stores.heads.get(roster.roster);
  const rows = storedRowsOf(stores, roster.roster, head?.current ?? 0, head?.parts ?? 0) ?? [];
  let doubled = 0;
  for (const { worker } of rows) if (!expected.delete(worker)) doubled += 1;
  return { lost: expected.size, doubled };
}

function compareCoverage({ stores }: World, regency: string, rosters: readonly NightRoster[], faults: string[]) {
  const last = Math.max(...rosters.map(({ list, joining }) => Math.max(list.to, joining?.to ?? 0)));
  const times = new Uint8Array(last);
  for (const roster of rosters) eachWorker(roster, (worker) => (times[worker] = (times[worker] ?? 0) + 1));
  let covered = 0;
  let overlap = 0;
  for (const count of times) {
    if (count > 0) covered += 1;
    if (count > 1) overlap += count - 1;
  }
  const month = stores.current.get(regency)?.months.find((one) => one.month === FEBRUARY_2023);
  if (month?.covered !== covered) faults.push(`${regency}: ${month?.covered} covered, counted ${covered}`);
  if (month?.overlap !== overlap) faults.push(`${regency}: ${month?.overlap} in two rosters, counted ${overlap}`);
  return { covered, overlap, told: month?.covered ?? 0 };
}

function compareReceipt({ stores }: World, file: NightFile, number: number, faults: string[]): void {
  const { roster, wrong, twice } = file.roster;
  const uploadId = uploadIdOf({ key: file.key, etag: "", sequencer: "", "version-id": `v${number}` });
  const stored = stores.receipts.newest(`receipts/${roster}/${uploadId}.json`);
  const receipt: Receipt | null = stored && JSON.parse(new TextDecoder().decode(stored.body));
  const status = stores.uploads.get(`${roster.slice(0, 5)}/${uploadId}`)?.status;
  const read = rowsOf(file);
  const [rejected, duplicate] = file.part === "list" ? [wrong, twice] : [0, 0];
  const rows = { read, accepted: read - rejected - duplicate, duplicate, rejected };
  if (status !== "applied" || receipt?.status !== status)
    faults.push(`${file.key}: ${status}, told ${receipt?.status}`);
  if (JSON.stringify(receipt?.rows) !== JSON.stringify(rows))
    faults.push(`${file.key}: rows ${JSON.stringify(receipt?.rows)}, counted ${JSON.stringify(rows)}`);
}

function alertsIn({ stores }: World, faults: string[]): number {
  const byId = new Map<string, string>();
  for (const text of stores.alertTopic) {
    const { alertId } = JSON.parse(text);
    if ((byId.get(alertId) ?? text) !== text) faults.push(`${alertId} was told in two ways`);
    byId.set(alertId, text);
  }
  return byId.size;
}
