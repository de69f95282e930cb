// Takes workers out of a province: kept out first, so that nobody lets them in again, then out of every roster's current version, then out of whatever
// else lies in the registry. Whatever is in flight meanwhile is either found here or refused where it would be applied. May be repeated, and goes on
// where it was cut off.
import { dayInJakarta } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { type ProvinceCode, type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { sliceEnrolments } from "#shared/domain/slice.ts";
import type { StoredSlice } from "#shared/domain/upload.ts";
import { holdsAny, withoutWorkers } from "#shared/domain/without-workers.ts";
import type { ErasePorts } from "./needs.ts";
import { type Order, rewriteRoster } from "./rewrite-roster.ts";

export interface PeopleToErase {
  readonly province: ProvinceCode;
  readonly keyId: string;
  readonly workers: ReadonlySet<WorkerId>;
}

export interface ErasedWorkers {
  /** Of which a version without them was written, or in a dry run would be. */
  readonly rosters: readonly RosterId[];
  /** Slices of versions that are not current, written again without them, or that would be. */
  readonly slices: number;
}

export async function findWorkers(
  ports: Pick<ErasePorts, "heads" | "registry">,
  { province, workers }: PeopleToErase,
): Promise<ErasedWorkers> {
  const current = await currentVersions(ports, province);
  const rosters = new Set<RosterId>();
  let slices = 0;
  for await (const slice of ports.registry.all()) {
    if (!holdsAny(slice.enrolments, workers)) continue;
    if (current.get(slice.roster) === slice.version) rosters.add(slice.roster);
    else slices += 1;
  }
  return { rosters: [...rosters].sort(), slices };
}

/** @throws Error when another key is in force, or the key is being changed */
export async function eraseWorkers(ports: ErasePorts, people: PeopleToErase, order: Order): Promise<ErasedWorkers> {
  const { province, keyId, workers } = people;
  if (!(await ports.admissions.keepOut(province, keyId, [...workers], dayInJakarta(order.at))))
    throw new Error("the pseudonym key was changed meanwhile, or is being changed");
  const rosters = new Set<RosterId>();
  let slices = 0;
  // A version that became current while the registry was searched is found there, and rewritten in the next round.
  for (let found = await toRewrite(ports, people); ; found = await toRewrite(ports, people)) {
    for (const roster of found.current) if (await withoutThem(ports, roster, workers, order)) rosters.add(roster);
    for (const slice of found.others) await dropFromSlice(ports, slice, workers);
    slices += found.others.length;
    if (found.current.size === 0) break;
  }
  // All of them: a run that was cut off may have told nobody.
  for (const regency of regenciesOf(province)) await tellRegency(ports, regency);
  return { rosters: [...rosters].sort(), slices };
}

interface Found {
  readonly current: ReadonlySet<RosterId>;
  readonly others: readonly StoredSlice[];
}

async function toRewrite(ports: ErasePorts, { province, workers }: PeopleToErase): Promise<Found> {
  const current = new Set<RosterId>();
  const others: StoredSlice[] = [];
  for await (const slice of ports.registry.all()) if (holdsAny(slice.enrolments, workers)) others.push(slice);
  // The heads last: what is current then may have been void-to-be when its slice was read.
  const versions = await currentVersions(ports, province);
  const isCurrent = ({ roster, version }: StoredSlice): boolean => versions.get(roster) === version;
  for (const slice of others) if (isCurrent(slice)) current.add(slice.roster);
  return { current, others: others.filter((slice) => !isCurrent(slice)) };
}

async function withoutThem(
  ports: ErasePorts,
  roster: RosterId,
  workers: ReadonlySet<WorkerId>,
  order: Order,
): Promise<boolean> {
  const left = await rewriteRoster(ports, roster, {
    cause: "erasure",
    order,
    keyId: (record) => record.keyId,
    change: (content) => (holdsAny(content, workers) ? withoutWorkers(content, workers) : null),
  });
  if (left === null) return false;
  // What the new version says counts from the day of the one before: nobody asks for that any more.
  for (let part = 0; part < left.parts; part += 1) await ports.registry.remove({ roster, version: left.current, part });
  return true;
}

/** Smaller than before, so that it is one slice again. */
async function dropFromSlice(
  { registry }: ErasePorts,
  { enrolments, ...name }: StoredSlice,
  workers: ReadonlySet<WorkerId>,
): Promise<void> {
  const [bytes] = sliceEnrolments(withoutWorkers(enrolments, workers));
  if (bytes !== undefined) await registry.replace(name, bytes);
}

async function currentVersions(
  { heads }: Pick<ErasePorts, "heads">,
  province: ProvinceCode,
): Promise<ReadonlyMap<RosterId, number>> {
  const all = await Promise.all(regenciesOf(province).map((regency) => heads.ofRegency(regency)));
  return new Map(all.flat().map(({ roster, current }) => [roster, current]));
}

/** By the day of its newest report: one that the regency has seen. */
export async function tellRegency(
  { heads, coverageUpdates }: Pick<ErasePorts, "heads" | "coverageUpdates">,
  regency: RegencyCode,
): Promise<void> {
  const days = (await heads.ofRegency(regency)).flatMap(({ reportedOn }) => reportedOn ?? []).sort();
  const asOf = days.at(-1);
  if (asOf !== undefined) await coverageUpdates.send([{ type: "coverage-update", regency, asOf, cause: "roster" }]);
}
