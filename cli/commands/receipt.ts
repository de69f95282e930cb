// The receipt of an upload again, with fresh links.
import { receipt as receiptSchema } from "#events/receipt.ts";
import { referenceReceipt } from "#events/reference-receipt.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { exitCodeOf, exitCodeOfReference } from "../exit-codes.ts";
import { findUpload, noSuchUpload } from "../found-upload.ts";
import { uploadMeant } from "../meant-upload.ts";
import { withProvince } from "../province.ts";
import { linksHint, linksText } from "../render/links-text.ts";
import { receiptText } from "../render/receipt-text.ts";
import { referenceReceiptText } from "../render/reference-receipt-text.ts";

export const receipt: Command = {
  name: "receipt",
  summary: { id: "tanda terima sebuah unggahan, sekali lagi", en: "the receipt of an upload, again" },
  positionals: ["UPLOAD"],
  options: {
    link: {
      value: null,
      help: {
        id: "sebut juga tautannya (berlaku satu jam): halaman, JSON, baris yang ditolak",
        en: "name the links too (they work for an hour): page, JSON, rejected rows",
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: ["receipt 3f2a9c81", "receipt 3f2a9c81 --link", "receipt 3f2a9c81 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const uploadId = await uploadMeant(access, line.positionals[0] ?? "");
      const record = await findUpload(access, uploadId);
      const key = record?.receiptKey ?? (await keyOfRefused(access, uploadId));
      const found = key === null ? null : await access.receipts.read(key);
      const ofReference = found === null ? await access.referenceReceipts.find(uploadId) : null;
      if (ofReference !== null) {
        output.answer(referenceReceipt.encode(ofReference));
        output.say(referenceReceiptText(ofReference));
        return exitCodeOfReference(ofReference);
      }
      if (key === null || found === null) throw noSuchUpload(uploadId);
      const links = await access.receipts.links(key, found);
      output.answer({ ...receiptSchema.encode(found), links });
      output.say(receiptText(found));
      output.say(`\n${line.flag("link") ? linksText(links) : linksHint(found.uploadId, links, line.text("province"))}`);
      return exitCodeOf(found);
    }),
};

/** Of a file whose key named no usable roster. */
async function keyOfRefused(access: ProvinceAccess, uploadId: string): Promise<string | null> {
  return (await access.receipts.refused()).find((key) => key.endsWith(`/${uploadId}.json`)) ?? null;
}
