// Waits for the receipt of a file of reference data.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { ReferenceKey } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { referenceReceiptKeyOf, uploadIdOf } from "#shared/upload-id.ts";
import { type Deadline, polled } from "./finished-upload.ts";

/** An object that was put just now. */
export interface PutReference {
  readonly objectKey: string;
  readonly key: ReferenceKey;
  /** null from a bucket that keeps no versions. */
  readonly versionId: string | null;
  /** Receipts of its kind that were there before. */
  readonly known: ReadonlySet<string>;
}

/** null when time ran out. */
export function finishedReference(
  access: ProvinceAccess,
  put: PutReference,
  deadline: Deadline,
): Promise<ReferenceReceipt | null> {
  return polled(deadline, async () => {
    for (const key of await candidates(access, put)) {
      const receipt = await access.referenceReceipts.read(key);
      if (receipt !== null && isOf(put, receipt)) return receipt;
    }
    return null;
  });
}

/** Without versions the id cannot be known beforehand: then it is the new receipt of a file of this name. */
async function candidates(access: ProvinceAccess, put: PutReference): Promise<readonly string[]> {
  const { objectKey, key, versionId, known } = put;
  if (versionId === null) return (await access.referenceReceipts.keys(key.kind)).filter((one) => !known.has(one));
  const uploadId = uploadIdOf({ key: objectKey, etag: "", sequencer: "0", "version-id": versionId });
  return [referenceReceiptKeyOf(key.kind, uploadId)];
}

function isOf({ key }: PutReference, { fileName, agreement }: ReferenceReceipt): boolean {
  if (key.kind !== "agreement") return fileName === key.fileName;
  return agreement === `${key.agreement.regency}/${key.agreement.slug}`;
}
