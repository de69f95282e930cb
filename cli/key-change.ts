// While the pseudonym key of a province is changed, or when a change was cut off, nobody is taken in: what a person is told of it, and the way on.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Admission } from "#shared/domain/admission.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { CannotDo } from "./failures.ts";

export const KEY_CHANGES: Bilingual = {
  id: "Kunci nama samaran sedang diganti, atau penggantiannya terputus: unggahan menunggu. Bila tidak ada yang sedang menjalankannya: `npx cakupan rekey --reason ALASAN --yes` melanjutkannya sampai selesai.",
  en: "The pseudonym key is being changed, or a change was cut off: uploads wait. If nobody is at it now: `npx cakupan rekey --reason WHY --yes` goes on with it to its end.",
};

export function changesKey({ nextKeyId }: Pick<Admission, "nextKeyId">): boolean {
  return nextKeyId !== null;
}

/** @throws CannotDo while it lasts */
export function refuseWhileKeyIsChanged(admission: Pick<Admission, "nextKeyId">): void {
  if (changesKey(admission)) throw new CannotDo(KEY_CHANGES);
}

/** What to say when the pipeline was not through in time. */
export async function notInTime({ admissions, code }: Pick<ProvinceAccess, "admissions" | "code">): Promise<string> {
  const { id, en } = changesKey(await admissions.read(code))
    ? KEY_CHANGES
    : { id: "Lihat `npx cakupan status`.", en: "See `npx cakupan status`." };
  return `Belum selesai dalam waktu itu. ${id}\nNot finished in that time. ${en}`;
}
