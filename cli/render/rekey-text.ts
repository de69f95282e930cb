// How the change of the pseudonym key stands, for a person.
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import type { KeyState, RekeyedProvince } from "#shared/people/rekey-province.ts";

export function keyStateText({ stage, fromKeyId, toKeyId }: KeyState): string {
  switch (stage) {
    case "new":
      return `Kunci ${fromKeyId} berlaku; tidak ada penggantian. / Key ${fromKeyId} is in force; no change is under way.`;
    case "under-way":
      return `Penggantian ${fromKeyId} → ${toKeyId} terhenti di tengah; unggahan menunggu. Jalankan rekey untuk melanjutkan.\nThe change ${fromKeyId} → ${toKeyId} was cut off; uploads wait. Run rekey to go on.`;
    case "switched":
      return `Kunci ${toKeyId} sudah berlaku; kunci lama ${fromKeyId} belum dibuang. Jalankan rekey untuk menyelesaikan.\nKey ${toKeyId} is in force; the old key ${fromKeyId} is not dropped yet. Run rekey to finish.`;
  }
}

export function rekeyedText({ fromKeyId, toKeyId, rosters, removed }: RekeyedProvince): string {
  return [
    `Kunci ${fromKeyId} diganti dengan ${toKeyId}: ${formatNumberId(rosters)} daftar, cakupan sama sebelum dan sesudahnya; ${formatNumberId(removed)} potongan lama dihapus, kunci lama dibuang.`,
    `Key ${fromKeyId} was changed to ${toKeyId}: ${countEn(rosters, "roster")}, coverage the same before and after; ${countEn(removed, "old slice")} removed, the old key dropped.`,
    "",
    "Pesan yang gagal selama itu: `npx cakupan redrive`. / Messages that failed meanwhile: `npx cakupan redrive`.",
  ].join("\n");
}
