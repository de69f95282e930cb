// The latest files that named no usable roster: they stand in no regency's list, so that only their receipts tell of them.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
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

export async function refusedFiles({ receipts }: Pick<ProvinceAccess, "receipts">): Promise<RefusedFiles> {
  const keys = await receipts.refused();
  const last = keys.slice(-MOST_READ);
  const read = await Promise.all(last.map((key) => receipts.read(key)));
  const files = read.flatMap((one) => {
    if (one === null) return [];
    const { uploadId, fileName, receivedAt, file } = one;
    return [{ uploadId, fileName, receivedAt, problem: file[0]?.message ?? null }];
  });
  const byTime = files.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0));
  return { files: byTime, earlier: keys.length - last.length };
}
