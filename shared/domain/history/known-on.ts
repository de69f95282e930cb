// Which version of a roster was current at the end of a day, as far as the uploads tell that were known by then.
//
// Versions form a chain: each names the one that it was made out of, and a head moves only from that one. Walked back from the head, the chain is
// exactly the versions that were current, in their order; void ones are not in it. No clock has a part in this, so nothing that comes twice or late
// can change it. A version counts from the day of the upload that made it; one that carries out removals which had been held, from the day of that
// decision, where it is known. It holds all that the versions before it hold: it is known only when each of them is.
import { type Day, laterDay } from "../day.ts";
import type { RosterVersion } from "../roster-version.ts";

export interface KnownVersion {
  readonly version: RosterVersion;
  /** The first day at whose end it may have been current. */
  readonly knownFrom: Day;
}

/**
 * The versions that were current, oldest first.
 * @param current the version of the head; 0: none
 * @param versions all of the roster that are kept, in any order
 * @throws Error when one of the chain is missing
 */
export function versionChain(current: number, versions: readonly RosterVersion[]): readonly KnownVersion[] {
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  const newestFirst: RosterVersion[] = [];
  for (let number = current; number > 0; ) {
    const version = byNumber.get(number);
    if (version === undefined || newestFirst.length === byNumber.size) throw new Error(`version ${number} is not kept`);
    newestFirst.push(version);
    number = version.base;
  }
  const chain: KnownVersion[] = [];
  for (const version of newestFirst.reverse()) {
    const own = countsFrom(version);
    chain.push({ version, knownFrom: laterDay(own, chain.at(-1)?.knownFrom ?? own) });
  }
  return chain;
}

/** The version that was current at the end of the day; null when none was. */
export function versionKnownOn(chain: readonly KnownVersion[], at: Day): RosterVersion | null {
  return chain.findLast(({ knownFrom }) => knownFrom <= at)?.version ?? null;
}

/** A decision cannot have been taken before the upload that it is about. */
function countsFrom({ asOf, source }: RosterVersion): Day {
  return laterDay(asOf, source.decidedOn ?? asOf);
}
