// Values that fit the schemas, with only the fields that a test wants to differ.
import { alert as alertSchema } from "#events/alert.ts";
import { alertState, provinceState } from "#events/alert-state.ts";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import { receipt as receiptSchema } from "#events/receipt.ts";
import stateSample from "#events/samples/alert-state.json" with { type: "json" };
import alertSample from "#events/samples/coverage-dropped.json" with { type: "json" };
import batchSample from "#events/samples/enrolment-batch.json" with { type: "json" };
import provinceSample from "#events/samples/province-state.json" with { type: "json" };
import receiptSample from "#events/samples/receipt.json" with { type: "json" };
import uploadSample from "#events/samples/upload-record.json" with { type: "json" };
import { uploadRecord } from "#events/upload-record.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { sliceEnrolments } from "#shared/domain/slice.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";
import { enrolment } from "#test/shared/domain/arbitraries.ts";

export const RECEIPT = receiptSchema.parse(receiptSample);
export const ALERT = alertSchema.parse(alertSample);
export const ALERT_STATE = alertState.parse(stateSample);
export const PROVINCE_STATE = provinceState.parse(provinceSample);
export const BATCH = enrolmentBatch.parse(batchSample);

let made = 0;
/** A roster that no other test touches. */
export function newRoster(regency = "14.03"): RosterId {
  made += 1;
  return rosterId(`${regency}/rentan/uji-${made}`);
}

/** Later numbers are later uploads. */
export const order = (n: number) => uploadOrder(`2023-02-01T02:00:${String(n).padStart(2, "0")}Z`, "key", "0A");

export function record(roster: RosterId, over: Partial<UploadRecord> = {}): UploadRecord {
  const sample = uploadRecord.parse(uploadSample);
  made += 1;
  const uploadId = made.toString(16).padStart(20, "0");
  return {
    ...sample,
    uploadId,
    roster,
    status: "planned",
    released: false,
    decidedOn: null,
    outcome: null,
    plan: { version: 1, base: 0, baseParts: 0, taken: 0 },
    ...over,
  };
}

/** One slice with so many workers. */
export function slice(workers: number): Uint8Array {
  const [bytes] = sliceEnrolments(
    pack(Array.from({ length: workers }, (_, n) => enrolment(n + 1, "2023-01", "2023-12"))),
  );
  return bytes ?? new Uint8Array();
}
