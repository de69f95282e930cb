import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreementFile } from "#events/agreement-file.ts";
import { alert } from "#events/alert.ts";
import { alertState } from "#events/alert-state.ts";
import { coverageChange } from "#events/coverage-change.ts";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import { objectCreatedEvent } from "#events/object-created.ts";
import { receipt } from "#events/receipt.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import { referenceAnnouncement, referenceReceipt } from "#events/reference-receipt.ts";
import { rosterUpload } from "#events/roster-upload.ts";
import { storedAgreement } from "#events/stored-reference.ts";
import { uploadRecord } from "#events/upload-record.ts";
import { versionRecord } from "#events/version-record.ts";
import { alertText } from "#shared/domain/alerts/alert-words.ts";
import { decideAlerts, nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import { referenceOf } from "#shared/domain/alerts/reference.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import { month, monthOfDay } from "#shared/domain/month.ts";
import { receiptSummary } from "#shared/domain/receipt-summary.ts";
import { referenceSummary } from "#shared/domain/reference/reference-summary.ts";
import { decodeSlice } from "#shared/domain/slice.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";
import { workforceOf } from "#shared/domain/workforce.ts";
import { receiptKeyOf, referenceReceiptKeyOf, uploadIdOf } from "#shared/upload-id.ts";
import { MESSAGES, STORED } from "../../scripts/event-catalogue.ts";
import { sampleText } from "../../scripts/write-events-doc.ts";

const catalogue = [...MESSAGES, ...STORED];
const sample = (name: string): unknown => JSON.parse(sampleText(name));

test.each(catalogue)(
  "the sample of $title is read by its schema and written again as it was",
  ({ sample: name, schema }) => {
    expect(schema.encode(schema.parse(sample(name)))).toEqual(sample(name));
  },
);

test("every message and record of events/ is in the catalogue, and every sample is used", () => {
  const events = new URL("../../events/", import.meta.url);
  const files = readdirSync(events).filter((name) => name.endsWith(".ts") && name !== "fields.ts");
  // A union only joins messages that stand in the catalogue themselves.
  const schemas = files.flatMap((name) =>
    [
      ...readFileSync(new URL(name, events), "utf8").matchAll(
        /^export const \w+ = (?!z\.(?:union|discriminatedUnion))/gm,
      ),
    ].map(() => name.replace(/\.ts$/, "")),
  );
  expect(catalogue.map(({ file }) => file).sort()).toEqual(schemas.sort());
  const samples = readdirSync(new URL("samples", events));
  expect(catalogue.map((entry) => `${entry.sample}.json`).sort()).toEqual(samples.sort());
});

test("the queue roster-uploads tells an upload from one to be planned again", () => {
  expect("type" in rosterUpload.parse(sample("object-created"))).toBe(false);
  expect(rosterUpload.parse(sample("plan-again"))).toMatchObject({ type: "plan-again", voidVersion: 1 });
});

describe("the samples tell one story", () => {
  const event = objectCreatedEvent.parse(sample("object-created"));
  const { object } = event.detail;
  const batch = enrolmentBatch.parse(sample("enrolment-batch"));
  const told = receipt.parse(sample("receipt"));
  const record = uploadRecord.parse(sample("upload-record"));

  test("one upload goes from its event to its receipt", () => {
    const uploadId = uploadIdOf(object);
    const receiptKey = receiptKeyOf(batch.roster, uploadId);
    expect([batch.uploadId, told.uploadId, record.uploadId]).toEqual([uploadId, uploadId, uploadId]);
    expect([batch.receiptKey, record.receiptKey]).toEqual([receiptKey, receiptKey]);
    expect([batch.event, batch.asOf, told.asOf]).toEqual([event, dayInJakarta(event.time), dayInJakarta(event.time)]);
    const order = uploadOrder(event.time, object.key, object.sequencer);
    expect([batch.order, record.order]).toEqual([order, order]);
    const enrolments = batch.slices.map(({ bytes }) => decodeSlice(Buffer.from(bytes, "base64")).count);
    expect(enrolments).toEqual([told.changes?.enrolled]);
  });

  test("its version says what the batch said, and its receipt", () => {
    const version = versionRecord.parse(sample("version-record"));
    expect(batch).toMatchObject(version);
    expect(version.source).toMatchObject({ fileName: told.fileName, rows: told.rows, changes: told.changes });
    expect(record.outcome).toEqual({
      version: told.version,
      rows: told.rows,
      changes: told.changes,
      decision: told.decision,
    });
    expect(record.requester).toBe(event.detail.requester);
  });

  test("its announcement says what its receipt says", () => {
    const announced = receiptAnnouncement.parse(sample("receipt-announcement"));
    expect(told).toMatchObject({ uploadId: announced.uploadId, rows: announced.rows, changes: announced.changes });
    expect(announced.message).toEqual(receiptSummary(told));
  });

  test("an agreement goes from its file to its receipt and its announcement", () => {
    const { files } = storedAgreement.parse(sample("stored-agreement"));
    const told = referenceReceipt.parse(sample("reference-receipt"));
    const announced = referenceAnnouncement.parse(sample("reference-announcement"));
    expect(files.map(({ content }) => content)).toEqual([agreementFile.parse(sample("agreement-file"))]);
    expect(files.map(({ uploadId }) => uploadId)).toEqual([told.uploadId]);
    expect(told).toMatchObject({ uploadId: announced.uploadId, counts: announced.counts, status: announced.status });
    expect(announced.receipt).toMatch(new RegExp(`/${referenceReceiptKeyOf(told.kind, told.uploadId)}$`));
    expect(announced.message).toEqual(referenceSummary(told));
  });

  test("the coverage change of 2024-01-01 makes the alert, and leaves the alert state", () => {
    const figures = coverageChange.parse(sample("coverage-change"));
    const whole = { reference: referenceOf(figures, month("2023-12")), latest: null, fallen: null };
    const seen = nothingSeen(figures.asOf);
    const before = { ...seen, ticket: figures.ticket - 1, levels: { ...seen.levels, whole } };
    const rules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };
    const decided = decideAlerts(before, figures, rules);
    expect(decided.alerts.map((one) => alert.encode(one))).toEqual([sample("coverage-dropped")]);
    expect(alertState.encode(decided.state)).toEqual(sample("alert-state"));
  });
});

test.each(catalogue.filter(({ file }) => file === "alert"))(
  "the words of $title are those that it is sent with",
  ({ sample: name }) => {
    const one = alert.parse(sample(name));
    const { workforces } = coverageChange.parse(sample("coverage-change"));
    const workforce = one.regency === null ? null : workforceOf(workforces, monthOfDay(one.asOf));
    const withRates = one.kind.startsWith("coverage.") ? workforce : null;
    expect(one.message).toEqual(alertText(one, withRates));
  },
);
