// The other rosters of a regency, as they stand now, for telling whom they protect already.
import type { OtherRoster } from "#shared/domain/double-protection.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import type { Heads, Slices } from "#shared/ports.ts";

export async function otherRosters(
  ports: { readonly heads: Heads; readonly slices: Slices },
  roster: RosterId,
): Promise<readonly OtherRoster[]> {
  for (;;) {
    const heads = (await ports.heads.ofRegency(rosterParts(roster).regency)).filter((head) => head.roster !== roster);
    const slices = await ports.slices.read(heads);
    // A slice is gone: a head has moved. Read the heads again.
    if (slices !== null) return heads.map((head, index) => ({ roster: head.roster, slices: slices[index] ?? [] }));
  }
}
