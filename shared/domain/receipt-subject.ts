// The subject of the mail that tells what became of a file: Indonesian first, in what SNS lets be a subject.
import type { UploadStatus } from "./receipt.ts";
import type { ReferenceStatus } from "./reference/reference-receipt.ts";

const BECAME: Readonly<Record<UploadStatus | ReferenceStatus, string>> = {
  planned: "sedang diproses / planned",
  applied: "diterapkan / applied",
  unchanged: "tidak berubah / unchanged",
  held: "menunggu keputusan / held",
  superseded: "ada yang lebih baru / superseded",
  refused: "ditolak / refused",
};

/** SNS takes 100 characters of ASCII and no more. */
const LONGEST = 100;

/** @param about the roster, agreement or kind of file */
export function receiptSubject(status: UploadStatus | ReferenceStatus, about: string): string {
  return `Cakupan: ${BECAME[status]}: ${about}`.replace(/[^ -~]/g, "?").slice(0, LONGEST);
}
