// An agreement's file, added to those that were sent of it. Its periods replace those with the same first months; a file whose periods would overlap with
// those of older files changes nothing.
import { type AgreementContent, periodText } from "#shared/domain/reference/agreement-content.ts";
import { type AgreementHistory, fateOf, type SentFate } from "#shared/domain/reference/agreement-history.ts";
import { referenceProblem } from "#shared/domain/reference/problems.ts";
import { REFUSED, type ReferenceOutcome } from "#shared/domain/reference/receipt-of-reading.ts";
import type { AgreementName } from "#shared/domain/reference/reference-key.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import { referenceReceiptKeyOf } from "#shared/upload-id.ts";
import type { StoreReferencePorts } from "./needs.ts";

export interface AgreementToStore {
  readonly name: AgreementName;
  readonly order: UploadOrder;
  readonly uploadId: string;
  readonly content: AgreementContent;
}

export async function storeAgreement(
  ports: StoreReferencePorts,
  { name, order, uploadId, content }: AgreementToStore,
): Promise<ReferenceOutcome> {
  const history = await ports.reference.addAgreement(name, { order, uploadId, content });
  await refuseOvertaken(ports, history, order);
  return outcomeOf(name, fateOf(history, order), content.periods.length);
}

function outcomeOf({ regency }: AgreementName, fate: SentFate, periods: number): ReferenceOutcome {
  if (typeof fate === "object") return { ...REFUSED, file: [overlapProblem(fate)] };
  const counts = { applied: 0, unchanged: 0, superseded: 0, [fate]: periods };
  return { status: fate, counts, regencies: fate === "applied" ? [regency] : [] };
}

function overlapProblem({ overlap: [before, after] }: Extract<SentFate, object>) {
  return referenceProblem("period-overlaps", periodText(after), periodText(before));
}

/** A file that comes late may leave no room for newer ones that were taken: they are refused after all, and their uploaders told. */
async function refuseOvertaken(
  ports: StoreReferencePorts,
  history: AgreementHistory,
  order: UploadOrder,
): Promise<void> {
  for (const newer of history.filter((one) => one.order > order)) {
    const fate = fateOf(history, newer.order);
    if (typeof fate !== "object") continue;
    const key = referenceReceiptKeyOf("agreement", newer.uploadId);
    const told = await ports.receipts.read(key);
    if (told === null || told.status === "refused") continue;
    const { read } = told.counts;
    const receipt = {
      ...told,
      ...REFUSED,
      counts: { read, ...REFUSED.counts },
      file: [...told.file, overlapProblem(fate)],
    };
    await ports.receipts.write(key, receipt);
    await ports.receipts.announce(key, receipt);
    ports.log("warn", "agreement-overtaken", { uploadId: newer.uploadId });
  }
}
