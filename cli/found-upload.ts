// An upload by its id, wherever in the province it is.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { UsageError } from "./failures.ts";

/** null also for an upload whose key named no usable roster. */
export async function findUpload(access: ProvinceAccess, uploadId: string): Promise<UploadRecord | null> {
  for (const regency of regenciesOf(access.code)) {
    const record = await access.reader.upload(regency, uploadId);
    if (record !== null) return record;
  }
  return null;
}

export function noSuchUpload(uploadId: string): UsageError {
  return new UsageError({
    id: `Tidak ada tanda terima untuk unggahan ${uploadId}; \`npx cakupan status\` menyebut yang sedang berjalan.`,
    en: `There is no receipt of an upload ${uploadId}; \`npx cakupan status\` names those under way.`,
  });
}
