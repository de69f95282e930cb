// Why a version that was current once is no longer kept. A change of the key removes all that stood under the old one; an erasure removes the version that
// it was made out of; anything else has been replaced for so long that the time for which it is kept is over.
import { type Day, dayInJakarta } from "../day.ts";
import type { RewritingCause } from "../roster-version.ts";
import type { KnownVersion } from "./known-on.ts";

export interface WhyGone {
  readonly cause: RewritingCause | "retention";
  /** The day of the erasure or of the change; null for `retention`, and where it was not kept. */
  readonly on: Day | null;
}

/** @param chain the versions that were current, oldest first */
export function whyGone(chain: readonly KnownVersion[], version: number): WhyGone {
  const later = chain.map((known) => known.version).filter((one) => one.version > version);
  const remover =
    later.find(({ rewritten }) => rewritten === "rekey") ??
    later.find(({ base, rewritten }) => base === version && rewritten === "erasure");
  if (remover?.rewritten === undefined) return { cause: "retention", on: null };
  const { rewritten: cause, rewriting } = remover;
  return { cause, on: rewriting === undefined ? null : dayInJakarta(rewriting.at) };
}
