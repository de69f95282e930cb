// A regency as it was known at the end of an earlier day: the versions that were current then, read from the registry and counted anew over months
// that contain the one asked for. Months that are closed since are no exception, as long as their versions are kept.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { type Day, day, dayInJakarta } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { type KnownVersion, versionChain, versionKnownOn } from "#shared/domain/history/known-on.ts";
import { type WhyGone, whyGone } from "#shared/domain/history/why-gone.ts";
import { addMonths, type Month } from "#shared/domain/month.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { RewritingCause, RosterVersion } from "#shared/domain/roster-version.ts";
import type { VersionSlices } from "#shared/domain/upload.ts";
import { UsageError } from "./failures.ts";
import type { KnownRegency } from "./known-months.ts";
import type { FoundProvince } from "./province.ts";

export type KnownThen =
  | { readonly kind: "known"; readonly known: KnownRegency; readonly rewritten: readonly RewrittenSince[] }
  /** No upload for the regency was known then. */
  | { readonly kind: "nothing" }
  /** Versions that were current then are no longer kept. */
  | { readonly kind: "gone"; readonly rosters: readonly GoneVersion[] };

/** A version that holds for the day, though it was written later without a file, out of the one that was current then. */
export interface RewrittenSince {
  readonly roster: RosterId;
  readonly version: number;
  /** The version that it stands in the place of. */
  readonly base: number;
  readonly cause: RewritingCause;
  /** The day on which it was made; null: not kept. */
  readonly on: Day | null;
}

export interface GoneVersion extends WhyGone {
  readonly roster: RosterId;
}

/** How far around the month asked for is counted: what is shown beside it. */
export interface MonthsAround {
  readonly at: Month;
  readonly back: number;
  readonly ahead: number;
}

export async function knownThen(
  { reader, heads, slices, reference }: Pick<ProvinceAccess, "reader" | "heads" | "slices" | "reference">,
  regency: RegencyCode,
  on: Day,
  { at, back, ahead }: MonthsAround,
): Promise<KnownThen> {
  // The heads first: the record of a version is there before a head moves to it.
  const current = await heads.ofRegency(regency);
  const versions = await reader.versionsOfRegency(regency);
  const then = current.flatMap((head): readonly VersionThen[] => {
    const chain = versionChain(head.current, versions.get(head.roster) ?? []);
    const version = versionKnownOn(chain, on);
    if (version === null) return [];
    return [{ roster: head.roster, current: version.version, parts: version.parts, chain, record: version }];
  });
  if (then.length === 0) return { kind: "nothing" };
  const read = await slices.read(then);
  if (read === null) return { kind: "gone", rosters: (await missingOf(slices, then)).map(goneVersion) };
  const window = { first: addMonths(at, -back), last: addMonths(at, ahead) };
  const coverage = foldCoverage(
    then.map(({ roster, current: version }, index) => ({ roster, version, slices: read[index] ?? [] })),
    window,
  );
  const generation = then.reduce((sum, version) => sum + version.current, 0);
  const stored = { ticket: 0, asOf: on, generation, window, coverage };
  const { workforces } = await reference.ofRegency(regency);
  const known = { regency, asOf: on, stored, months: coverage.months, closed: [], workforces };
  return { kind: "known", known, rewritten: then.flatMap(({ record }) => rewrittenSince(record, on)) };
}

interface VersionThen extends VersionSlices {
  readonly chain: readonly KnownVersion[];
  readonly record: RosterVersion;
}

function rewrittenSince(
  { roster, version, base, rewritten: cause, rewriting }: RosterVersion,
  day: Day,
): readonly RewrittenSince[] {
  if (cause === undefined) return [];
  const on = rewriting === undefined ? null : dayInJakarta(rewriting.at);
  return on !== null && on <= day ? [] : [{ roster, version, base, cause, on }];
}

function goneVersion({ roster, current, chain }: VersionThen): GoneVersion {
  return { roster, ...whyGone(chain, current) };
}

/** Those of which a slice is gone: half by half, because there may be thousands of them. */
async function missingOf(
  slices: ProvinceAccess["slices"],
  versions: readonly VersionThen[],
): Promise<readonly VersionThen[]> {
  if ((await slices.read(versions)) !== null) return [];
  if (versions.length <= 1) return versions;
  const half = Math.ceil(versions.length / 2);
  return [...(await missingOf(slices, versions.slice(0, half))), ...(await missingOf(slices, versions.slice(half)))];
}

/** @throws UsageError for a day that has not come yet: what will be known on it is not known */
export async function refuseComingDay({ access, local }: FoundProvince, on: Day): Promise<void> {
  const ran = await access.reader.lastDay(access.code);
  const days = await Promise.all((await access.coverage.regencies(access.code)).map((one) => access.reader.dayOf(one)));
  const here = local === null ? null : day(local.day);
  const reached = [ran, here, ...days].filter((one) => one !== null);
  if (reached.some((one) => on <= one)) return;
  const today = reached.sort().at(-1) ?? "-";
  throw new UsageError({
    id: `${on} belum tiba di provinsi ini (sekarang ${today}): belum dapat ditanyakan apa yang diketahui pada hari itu.`,
    en: `${on} has not come in this province (it is at ${today}): what was known on it cannot be asked yet.`,
  });
}
