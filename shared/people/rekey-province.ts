// Changes the pseudonym key of a province. While that runs nobody is taken in: uploads wait. Every roster's current version is written anew under the
// next key, then all is counted under both keys; only if they agree what is left of the old one goes: the replaced versions, and the key itself.
// Every step may be repeated; cut off anywhere, the next run goes on from what it finds.
import { areOfSeveralKeys } from "#shared/domain/admission.ts";
import { type Day, dayInJakarta } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { foldCoverage, type RosterSlices } from "#shared/domain/fold-coverage.ts";
import { bytesOfHex, hexOfBytes } from "#shared/domain/hex.ts";
import { coverageDifferences } from "#shared/domain/reconcile/coverage-differences.ts";
import { type ProvinceCode, type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import { rekeyedWorkers } from "#shared/domain/rekeyed-workers.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import type { Head, VersionSlices } from "#shared/domain/upload.ts";
import { tellRegency } from "./erase-workers.ts";
import type { Keys, RekeyPorts } from "./needs.ts";
import { type Order, rewriteRoster } from "./rewrite-roster.ts";

export interface RekeyedProvince {
  readonly fromKeyId: string;
  readonly toKeyId: string;
  /** Rosters whose current version stands under the next key. */
  readonly rosters: number;
  /** Slices under the old key that were removed. */
  readonly removed: number;
}

/** What a run begins with: a change that was cut off, or none. */
export interface KeyState {
  readonly keys: Keys;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  /** `switched`: the next key is in force already, and only the secret still holds the old one. */
  readonly stage: "new" | "under-way" | "switched";
}

export async function keyState(ports: RekeyPorts, province: ProvinceCode): Promise<KeyState> {
  const keys = await ports.keys.read();
  const { keyIdOf, newKey } = ports.cipher;
  const admission = await ports.admissions.read(province);
  const next = keys.next ?? newKey();
  const [fromKeyId, toKeyId] = [keyIdOf(keys.key), keyIdOf(next)];
  const named = { keys: { key: keys.key, next }, fromKeyId, toKeyId };
  if (keys.next !== null && admission.keyId === toKeyId) return { ...named, stage: "switched" };
  if (admission.keyId !== null && admission.keyId !== fromKeyId)
    throw new Error("the secret does not hold the key that is in force");
  if (admission.nextKeyId === null) return { ...named, stage: "new" };
  if (admission.nextKeyId !== toKeyId) throw new Error("the secret does not hold the key that follows");
  return { ...named, stage: "under-way" };
}

/** @param order its day is the one around which coverage is compared */
export async function rekeyProvince(
  ports: RekeyPorts,
  province: ProvinceCode,
  state: KeyState,
  order: Order,
): Promise<RekeyedProvince> {
  const { keys, fromKeyId, toKeyId, stage } = state;
  const next = keys.next ?? "";
  let removed = 0;
  if (stage === "new") {
    // The secret first: once uploads wait, both keys must be there to go on with.
    await ports.keys.write(keys);
    if (!(await ports.admissions.beginChange(province, fromKeyId, toKeyId)))
      throw new Error("another change of the key is under way");
  }
  if (stage !== "switched") {
    if (!(await ports.admissions.isChecked(province))) {
      await rewriteAll(ports, province, state, order);
      const asOf = dayInJakarta(order.at);
      for (const regency of regenciesOf(province)) await checkRegency(ports, regency, toKeyId, asOf);
      await ports.admissions.markChecked(province, toKeyId);
    }
    removed = await removeReplaced(ports, province);
    const keptOut = [...(await ports.admissions.keptOut(province))];
    const renamed = keptOut.map(([worker, since]) => [renamedWorker(ports, worker, keys.key, next), since] as const);
    if (!(await ports.admissions.endChange(province, toKeyId, new Map(renamed))))
      throw new Error("the change of the key was ended by somebody else");
  }
  const heads = await everyHead(ports, province);
  for (const regency of regenciesOf(province)) await tellRegency(ports, regency);
  // Twice, so that the version before, which a secret keeps under a label, does not hold the old key either.
  for (const _ of [1, 2]) await ports.keys.write({ key: next, next: null });
  return { fromKeyId, toKeyId, rosters: heads.filter(({ current }) => current > 0).length, removed };
}

/** Until no head is left under the old key: one that a function moved meanwhile is taken in the next round. */
async function rewriteAll(
  ports: RekeyPorts,
  province: ProvinceCode,
  { keys, fromKeyId, toKeyId }: KeyState,
  order: Order,
): Promise<void> {
  const next = keys.next ?? "";
  for (;;) {
    const left = (await everyHead(ports, province)).filter(({ keyId }) => keyId !== toKeyId);
    if (left.length === 0) return;
    for (const { roster, current } of left) {
      if (current === 0) await ports.heads.setKeyOfEmpty(roster, toKeyId);
      else
        await rewriteRoster(ports, roster, {
          cause: "rekey",
          order,
          keyId: () => toKeyId,
          change: (content, record) => {
            if (record.keyId === toKeyId) return null;
            if (record.keyId !== fromKeyId) throw new Error(`${roster} stands under a key that is not known`);
            return rekeyedWorkers(content, (ids) => ports.cipher.rename(ids, keys.key, next));
          },
        });
    }
  }
}

/** @throws Error when a regency's coverage is not the same under both keys */
async function checkRegency(ports: RekeyPorts, regency: RegencyCode, toKeyId: string, asOf: Day): Promise<void> {
  const heads = await ports.heads.ofRegency(regency);
  if (heads.length === 0) return;
  if (areOfSeveralKeys(heads) || heads[0]?.keyId !== toKeyId) throw new Error(`${regency} stands under several keys`);
  const bases: VersionSlices[] = [];
  for (const head of heads) bases.push(await baseOf(ports, head));
  const before = await contentsOf(ports, bases);
  const after = await contentsOf(ports, heads);
  const window = foldWindow(asOf);
  const differences = coverageDifferences(foldCoverage(before, window), foldCoverage(after, window));
  const sameRows = before.every((roster, place) => rowsIn(roster) === rowsIn(after[place]));
  if (differences.length > 0 || !sameRows)
    throw new Error(`${regency} is not the same under both keys (${differences.join(", ")}); the old key is kept`);
}

async function baseOf({ records }: RekeyPorts, { roster, current }: Head): Promise<VersionSlices> {
  const versions = await records.versions(roster);
  const base = versions.find(({ version }) => version === current)?.base;
  const record = versions.find(({ version }) => version === base);
  if (record === undefined) throw new Error(`what ${roster} was rewritten from is not recorded`);
  return { roster, current: record.version, parts: record.parts };
}

/** All as version 0, so that only what they say is compared. */
async function contentsOf(
  { slices }: RekeyPorts,
  versions: readonly VersionSlices[],
): Promise<readonly RosterSlices[]> {
  const read = await slices.read(versions);
  if (read === null) throw new Error("slices are missing");
  return versions.map(({ roster }, place) => ({ roster, version: 0, slices: read[place] ?? [] }));
}

function rowsIn(roster: RosterSlices | undefined): number {
  return (roster?.slices ?? []).reduce((sum, { count }) => sum + count, 0);
}

/** Whatever is not a current version stands under the old key: the functions wait, so that none is being written. */
async function removeReplaced(ports: RekeyPorts, province: ProvinceCode): Promise<number> {
  const current = new Map((await everyHead(ports, province)).map((head) => [head.roster, head.current]));
  let removed = 0;
  for await (const name of ports.registry.names()) {
    if (current.get(name.roster) === name.version) continue;
    await ports.registry.remove(name);
    removed += 1;
  }
  return removed;
}

function renamedWorker(ports: RekeyPorts, worker: WorkerId, from: string, to: string): WorkerId {
  return hexOfBytes(ports.cipher.rename(bytesOfHex(worker), from, to)) as WorkerId;
}

async function everyHead(ports: RekeyPorts, province: ProvinceCode): Promise<readonly Head[]> {
  return (await Promise.all(regenciesOf(province).map((regency) => ports.heads.everyOfRegency(regency)))).flat();
}
