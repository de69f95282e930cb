// A version of several slices: the head moves when the last of them is written, and what it replaces is kept as long as one may ask.
import { expect, test } from "vitest";
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import { applyEnrolments } from "#functions/apply-enrolments/apply-enrolments.ts";
import { atOnce, type Effect } from "#shared/adapters/memory/effect.ts";
import { MemoryAdmissions } from "#shared/adapters/memory/memory-admissions.ts";
import { MemoryBucket } from "#shared/adapters/memory/memory-bucket.ts";
import { MemoryHeads } from "#shared/adapters/memory/memory-heads.ts";
import { MemoryReceipts } from "#shared/adapters/memory/memory-receipts.ts";
import { MemorySlices, type SliceItem } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import { MemoryUploads } from "#shared/adapters/memory/memory-uploads.ts";
import { day } from "#shared/domain/day.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { sliceKey } from "#shared/domain/upload.ts";
import { BATCH, newRoster, order, RECEIPT, record, slice } from "#test/shared/contract/samples.ts";

const HISTORY_MONTHS = 25;

/** A roster with a planned upload, and what applies its messages. */
async function planned(effect: Effect = atOnce) {
  const roster = newRoster();
  const slices = new MemoryTable<SliceItem>();
  const sent: unknown[] = [];
  const queue = { send: async (messages: readonly unknown[]): Promise<void> => void sent.push(...messages) };
  const ports = {
    heads: new MemoryHeads({ heads: new MemoryTable(), versions: new MemoryTable() }, effect),
    slices: new MemorySlices(slices, effect),
    uploads: new MemoryUploads(new MemoryTable()),
    admissions: new MemoryAdmissions(new MemoryTable()),
    receipts: new MemoryReceipts(new MemoryBucket(), []),
    coverageUpdates: queue,
    uploadOutcomes: queue,
    rosterUploads: queue,
    log: () => {},
  };
  const upload = record(roster);
  await ports.heads.nextVersion(roster);
  await ports.uploads.create(upload);
  await ports.receipts.write(upload.receiptKey, { ...RECEIPT, uploadId: upload.uploadId, roster, status: "planned" });
  const about = { ...BATCH, roster, uploadId: upload.uploadId, receiptKey: upload.receiptKey, asOf: day("2023-02-01") };
  const apply = (parts: readonly number[], over: Partial<EnrolmentBatch>): Promise<void> => {
    const bytes = (part: number) => Buffer.from(slice(part + 1)).toString("base64");
    const batch = { ...about, ...over, slices: parts.map((part) => ({ part, bytes: bytes(part) })) };
    return applyEnrolments(ports, HISTORY_MONTHS, batch);
  };
  const current = async (): Promise<number> => (await ports.heads.read(roster)).current;
  return { roster, slices, ports, apply, current, sent, upload, about };
}

test("the head moves with the last part, in whatever order and however often they come", async () => {
  const { apply, current, ports, roster, sent } = await planned();
  for (const parts of [[2], [2], [0], [0, 2]]) {
    await apply(parts, { parts: 3 });
    expect(await current()).toBe(0);
    expect(sent).toEqual([]);
  }
  await apply([1], { parts: 3 });
  expect(await current()).toBe(1);
  const [read = []] = (await ports.slices.read([{ roster, current: 1, parts: 3 }])) ?? [];
  expect(read.map(({ count }) => count)).toEqual([1, 2, 3]);
});

test("a part whose slice could not be written is not there, also when others come after it", async () => {
  let failing = true;
  const { apply, current } = await planned(async (name, run) => {
    if (name === "slices.put" && failing) throw new Error("no connection");
    return run();
  });
  await expect(apply([1], { parts: 2 })).rejects.toThrow("no connection");
  failing = false;
  await apply([0], { parts: 2 });
  expect(await current()).toBe(0);
  await apply([1], { parts: 2 });
  expect(await current()).toBe(1);
});

test("the version that was replaced is kept for all of the history, the new one for good", async () => {
  const { apply, slices, roster } = await planned();
  await apply([0], { parts: 1 });
  await apply([0], { parts: 1, version: 2, base: 1, baseParts: 1, taken: 1, asOf: day("2023-03-31") });
  // Known until 31 March 2023, and asked for until 25 months later.
  expect(slices.get(sliceKey(roster, 1, 0))?.expiresOn).toBe("2025-05-01");
  expect(slices.get(sliceKey(roster, 2, 0))?.expiresOn).toBeNull();
});

test("a version that is void expires within two months and is planned again", async () => {
  const { apply, slices, roster, sent, current } = await planned();
  await apply([0], { parts: 1 });
  sent.length = 0;
  await apply([0], { parts: 1, version: 2, base: 0 });
  expect(await current()).toBe(1);
  expect(sent).toMatchObject([{ type: "plan-again", voidVersion: 2 }]);
  expect(slices.get(sliceKey(roster, 2, 0))?.expiresOn).toBe("2023-04-01");
  expect(slices.get(sliceKey(roster, 1, 0))?.expiresOn).toBeNull();
});

test("whoever moves the head has the removals concluded that wait on what it left, again after a crash, and no others", async () => {
  const { apply, ports, roster, sent, upload } = await planned();
  const { receiptKey, uploadId } = upload;
  const receipt = await ports.receipts.read(receiptKey);
  const changes = { enrolled: 0, changed: 0, unchanged: 5, kept: 0, ended: 0, withheld: 50, notFound: 0 };
  await ports.receipts.write(receiptKey, { ...RECEIPT, ...receipt, version: 1, status: "planned", changes });
  await apply([0], { parts: 1, withholds: true });
  expect((await ports.uploads.find(roster, uploadId))?.status).toBe("held");
  expect(sent.filter(isDecision)).toEqual([]);

  // A whole list, of which the head remembers nothing older.
  const newer = { parts: 1, version: 2, base: 1, baseParts: 1, taken: 1, uploadId: "b".repeat(20), order: order(40) };
  const decision = { type: "decide-held", roster, uploadId, decision: "discard" };
  await apply([0], { ...newer, full: true });
  expect(sent.filter(isDecision)).toEqual([decision]);
  await apply([0], { ...newer, full: true });
  expect(sent.filter(isDecision)).toEqual([decision, decision]);
});

test("removals that are held only after another upload has moved the head are concluded by their own upload", async () => {
  const { apply, ports, roster, sent, upload, about } = await planned();
  const changes = { enrolled: 0, changed: 0, unchanged: 5, kept: 0, ended: 0, withheld: 50, notFound: 0 };
  const { uploadId, receiptKey } = upload;
  await ports.receipts.write(receiptKey, { ...RECEIPT, uploadId, roster, version: 1, status: "planned", changes });
  const move = { ...about, latest: latestFile(about.asOf, about.source), full: false, parts: 1 };
  // As if the function had died when the head had moved, and another upload came before it was tried again.
  await ports.heads.move({ ...move, withholds: true });
  await ports.heads.move({ ...move, version: 2, base: 1, taken: 1, uploadId: "b".repeat(20), order: order(40) });
  await apply([0], { parts: 1, withholds: true });
  expect((await ports.uploads.find(roster, upload.uploadId))?.status).toBe("held");
  expect(sent.filter(isDecision)).toMatchObject([{ uploadId: upload.uploadId, decision: "discard" }]);
});

function isDecision(message: unknown): boolean {
  return typeof message === "object" && message !== null && "type" in message && message.type === "decide-held";
}
