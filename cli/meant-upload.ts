// Which upload is meant by what was written of its id: the whole, or its beginning as far as it tells it apart.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { REFERENCE_KINDS } from "#shared/domain/reference/reference-key.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import { UsageError } from "./failures.ts";
import { noSuchUpload } from "./found-upload.ts";

/** Hexadecimal digits of a whole id. */
const WHOLE = 20;
/** Shorter than this a beginning is a slip of the hand. */
const SHORTEST = 4;
const NAMED_AT_MOST = 5;

type Known = Pick<ProvinceAccess, "code" | "reader" | "receipts" | "referenceReceipts">;

/** The whole id, which may be of no upload where it was written whole. @throws UsageError for a beginning of none or of several */
export async function uploadMeant(access: Known, written: string): Promise<string> {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/(…|\.{3})$/, "");
  if (text.length >= WHOLE) return text;
  if (!/^[0-9a-f]+$/.test(text)) throw noSuchUpload(written);
  if (text.length < SHORTEST)
    throw new UsageError({
      id: `${written} terlalu pendek: tulis sedikitnya ${SHORTEST} huruf pertama dari nomor unggahan`,
      en: `${written} is too short: write at least the first ${SHORTEST} characters of the upload's id`,
    });
  return theOnlyOne(
    written,
    (await knownIds(access)).filter((id) => id.startsWith(text)),
  );
}

function theOnlyOne(written: string, found: readonly string[]): string {
  const [id, ...others] = found;
  if (id === undefined) throw noSuchUpload(written);
  if (others.length === 0) return id;
  const named = found.slice(0, NAMED_AT_MOST).join(", ");
  throw new UsageError({
    id: `${written} berarti ${found.length} unggahan: ${named}. Tulis lebih panjang.`,
    en: `${written} means ${found.length} uploads: ${named}. Write more of it.`,
  });
}

async function knownIds({ code, reader, receipts, referenceReceipts }: Known): Promise<readonly string[]> {
  const records = await Promise.all(regenciesOf(code).map((regency) => reader.uploads(regency)));
  const keys = [receipts.refused(), ...REFERENCE_KINDS.map((kind) => referenceReceipts.keys(kind))];
  const ids = (await Promise.all(keys)).flat().flatMap((key) => /\/([0-9a-f]+)\.json$/.exec(key)?.[1] ?? []);
  return [...new Set([...records.flat().map(({ uploadId }) => uploadId), ...ids])].sort();
}
