// A file of agreements, workforce figures, targets or claims becomes items of the Coverage table, and the coverage of the regencies that it changes is
// looked at anew. A file with any error is refused whole. Every step may be repeated; the receipt is the last but one, and who finds it only tells it again.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import {
  REFUSED,
  type ReferenceOutcome,
  receiptOfReference,
  receiptOfReferenceRefusal,
  uploadedReference,
} from "#shared/domain/reference/receipt-of-reading.ts";
import { parseReferenceKey, type ReferenceKey } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";
import { referenceReceiptKeyOf, uploadIdOf } from "#shared/upload-id.ts";
import type { StoreReferencePorts } from "./needs.ts";
import { storeAgreement } from "./store-agreement.ts";
import { storeFigures } from "./store-figures.ts";

export async function storeReference(
  ports: StoreReferencePorts,
  province: ProvinceCode,
  event: ObjectCreatedEvent,
): Promise<void> {
  const { object } = event.detail;
  const parsed = event["detail-type"] === "Object Created" ? parseReferenceKey(object.key, province) : null;
  if (parsed === null) return ports.log("info", "event-ignored", { kind: event["detail-type"] });

  const kind = parsed.ok ? parsed.key.kind : parsed.kind;
  const about = { uploadId: uploadIdOf(object), receivedAt: event.time, requester: event.detail.requester ?? null };
  const receiptKey = referenceReceiptKeyOf(kind, about.uploadId);
  const told = await ports.receipts.read(receiptKey);
  if (told !== null) {
    await ports.receipts.announce(receiptKey, told);
    return ports.log("info", "upload-known", { uploadId: about.uploadId, status: told.status });
  }
  if (!parsed.ok) {
    const upload = { ...about, kind, agreement: null, fileName: parsed.fileName };
    return conclude(ports, receiptKey, receiptOfReferenceRefusal(upload, parsed.problems));
  }
  const { key } = parsed;
  const upload = uploadedReference(key, about);
  const opened = await ports.objects.open(event);
  if (opened === null) return conclude(ports, receiptKey, receiptOfReferenceRefusal(upload, [problem("object-gone")]));

  const source = { fileName: key.fileName, open: () => opened.body };
  const reading = await ports.reader.read(key, source, province);
  const outcome = await store(ports, { key, reading, uploadId: about.uploadId }, event);
  await lookAgain(ports, province, { outcome, time: event.time });
  await conclude(ports, receiptKey, receiptOfReference(upload, reading, outcome));
}

interface ReadReference {
  readonly key: ReferenceKey;
  readonly reading: ReferenceReading;
  readonly uploadId: string;
}

async function store(
  ports: StoreReferencePorts,
  { key, reading, uploadId }: ReadReference,
  event: ObjectCreatedEvent,
): Promise<ReferenceOutcome> {
  const order = uploadOrder(event.time, event.detail.object.key, event.detail.object.sequencer);
  if (reading.kind === "table") return storeFigures(ports.reference, reading.figures, order);
  if (reading.kind === "agreement" && key.kind === "agreement")
    return storeAgreement(ports, { name: key.agreement, order, uploadId, content: reading.content });
  return REFUSED;
}

/** A regency without a roster has no coverage yet: its first roster will find the data there. */
async function lookAgain(
  ports: StoreReferencePorts,
  province: ProvinceCode,
  { outcome, time }: { readonly outcome: ReferenceOutcome; readonly time: string },
): Promise<void> {
  if (outcome.regencies.length === 0) return;
  const withRosters = await ports.coverage.regencies(province);
  const asOf = dayInJakarta(time);
  await ports.coverageUpdates.send(
    outcome.regencies
      .filter((regency) => withRosters.includes(regency))
      .map((regency) => ({ type: "coverage-update", regency, asOf, cause: "reference" })),
  );
}

async function conclude(ports: StoreReferencePorts, key: string, receipt: ReferenceReceipt): Promise<void> {
  await ports.receipts.write(key, receipt);
  await ports.receipts.announce(key, receipt);
  const { uploadId, kind, status, counts } = receipt;
  ports.log(status === "refused" ? "warn" : "info", "reference-stored", { uploadId, kind, status, count: counts.read });
}
