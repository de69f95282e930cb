// What has changed since in what was known on a day: versions that were written again, and people who were erased and count no more.
import type { Day } from "#shared/domain/day.ts";
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import type { ErasedSince } from "../erased-since.ts";
import type { RewrittenSince } from "../known-then.ts";

const CAUSES: Readonly<Record<RewrittenSince["cause"], Bilingual>> = {
  erasure: { id: "penghapusan data orang", en: "an erasure of people" },
  rekey: { id: "penggantian kunci nama samaran", en: "a change of the pseudonym key" },
};

/** null where all is as it was then. */
export function rewrittenText(
  knownOn: Day,
  erased: readonly ErasedSince[],
  rewritten: readonly RewrittenSince[],
): string | null {
  const lines = [...erased.flatMap((one) => erasedLines(knownOn, one)), ...rewritten.flatMap(versionLines)];
  return lines.length === 0 ? null : lines.join("\n");
}

function erasedLines(knownOn: Day, { on, people }: ErasedSince): readonly string[] {
  return [
    `! ${formatNumberId(people)} orang di provinsi ini dihapus datanya pada ${on}: yang dikenal pada ${knownOn} tidak dihitung lagi.`,
    `! ${countEn(people, "person", "people")} of this province ${people === 1 ? "was" : "were"} erased on ${on}: whoever of them was known on ${knownOn} is no longer counted.`,
  ];
}

function versionLines({ roster, version, base, cause, on }: RewrittenSince): readonly string[] {
  const { id, en } = CAUSES[cause];
  const [when, day] = on === null ? ["kemudian", "later"] : [`pada ${on}`, `on ${on}`];
  return [
    `! ${roster}: versi ${version} dibuat ${when} oleh ${id}, sebagai pengganti versi ${base}.`,
    `! ${roster}: version ${version} was made ${day} by ${en}, in the place of version ${base}.`,
  ];
}
