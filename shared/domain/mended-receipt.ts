// Two invocations may plan the same upload at the same time; the slower one then writes "planned" over the receipt of an upload that has ended. The
// record of the upload is what counts.
import type { Receipt } from "./receipt.ts";
import type { UploadRecord } from "./upload.ts";

/** The receipt as the upload has ended; null when it says so, or when the upload has not ended. */
export function mendedReceipt(receipt: Receipt, { status, outcome }: UploadRecord): Receipt | null {
  if (status === "planned" || receipt.status !== "planned") return null;
  return { ...receipt, status, decision: outcome?.decision ?? receipt.decision };
}
