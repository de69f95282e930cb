// The latest refused files that stand in no regency's list, so that only their receipts tell of them: those that named no usable roster, and reference
// data that nobody has sent better since.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import type { Bilingual } from "#shared/domain/text.ts";

/** Each costs a request. */
const MOST_READ = 20;

export interface RefusedFile {
  readonly uploadId: string;
  readonly fileName: string;
  readonly receivedAt: string;
  /** The first of its problems; null when the receipt names none. */
  readonly problem: Bilingual | null;
}

export interface RefusedFiles {
  /** The latest last. */
  readonly files: readonly RefusedFile[];
  /** How many earlier ones there are. */
  readonly earlier: number;
}

export async function refusedFiles(
  access: Pick<ProvinceAccess, "receipts" | "referenceReceipts">,
): Promise<RefusedFiles> {
  const { receipts } = access;
  const keys = await receipts.refused();
  const last = keys.slice(-MOST_READ);
  const read = await Promise.all(last.map((key) => receipts.read(key)));
  const ofRosters = read.flatMap((one) => {
    if (one === null) return [];
    const { uploadId, fileName, receivedAt, file } = one;
    return [{ uploadId, fileName, receivedAt, problem: file[0]?.message ?? null }];
  });
  const files = [...ofRosters, ...(await refusedReference(access))];
  const byTime = files.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0));
  return { files: byTime, earlier: keys.length - last.length };
}

async function refusedReference({
  referenceReceipts,
}: Pick<ProvinceAccess, "referenceReceipts">): Promise<readonly RefusedFile[]> {
  const newest = await referenceReceipts.newest(MOST_READ);
  const isLast = ({ kind, agreement, fileName, receivedAt }: ReferenceReceipt): boolean =>
    !newest.some(
      (one) =>
        one.receivedAt > receivedAt &&
        one.kind === kind &&
        one.agreement === agreement &&
        (agreement !== null || one.fileName === fileName),
    );
  return newest
    .filter((one) => one.status === "refused" && isLast(one))
    .map(({ uploadId, kind, agreement, fileName, receivedAt, file, problems }) => ({
      uploadId,
      fileName: `${kind}/${agreement === null ? fileName : `${agreement} (${fileName})`}`,
      receivedAt,
      problem: file[0]?.message ?? problems[0]?.message ?? null,
    }));
}
