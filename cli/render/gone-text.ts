// Why it cannot be told what was known then, for a person: by cause, with the rosters that it is about.
import type { Day } from "#shared/domain/day.ts";
import type { WhyGone } from "#shared/domain/history/why-gone.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import type { GoneVersion } from "../known-then.ts";

export function goneText(knownOn: Day, gone: readonly GoneVersion[]): Bilingual {
  const groups = [...Map.groupBy(gone, ({ cause, on }) => `${cause} ${on ?? ""}`).values()];
  const said = groups.map((group) => {
    const [first] = group;
    const names = group.map(({ roster }) => roster).join(", ");
    return first === undefined ? { id: "", en: "" } : reason(knownOn, names, first);
  });
  return { id: said.map(({ id }) => id).join("\n"), en: said.map(({ en }) => en).join("\n") };
}

function reason(knownOn: Day, names: string, { cause, on }: WhyGone): Bilingual {
  const id = `Versi yang berlaku pada ${knownOn} tidak disimpan lagi untuk ${names}`;
  const en = `The version that was current on ${knownOn} is no longer kept for ${names}`;
  const [when, day] = on === null ? ["", ""] : [` pada ${on}`, ` on ${on}`];
  switch (cause) {
    case "rekey":
      return {
        id: `${id}: penggantian kunci nama samaran${when} menghapus semua versi sebelumnya (lihat \`npx cakupan audit\`).`,
        en: `${en}: the change of the pseudonym key${day} removed all versions before it (see \`npx cakupan audit\`).`,
      };
    case "erasure":
      return {
        id: `${id}: penghapusan data orang${when} menghapusnya (lihat \`npx cakupan audit\`).`,
        en: `${en}: an erasure of people${day} removed it (see \`npx cakupan audit\`).`,
      };
    case "retention":
      return {
        id: `${id}: masa simpannya setelah digantikan sudah lewat.`,
        en: `${en}: the time for which it is kept after being replaced is over.`,
      };
  }
}
