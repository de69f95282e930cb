// Files that add, files that end, and removals that wait until somebody has looked.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { uploadIdOf } from "#shared/upload-id.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

const idOf = (event: Parameters<HandDeliveredProvince["send"]>[0]): string => uploadIdOf(event.detail.object);

/** Kinds of the alerts that were published of an upload. */
function toldOf(event: ObjectCreatedEvent): readonly string[] {
  const uploadId = idOf(event);
  return province.alerts().flatMap((alert) => ("uploadId" in alert && alert.uploadId === uploadId ? alert.kind : []));
}

async function statusOf(event: ObjectCreatedEvent): Promise<string | undefined> {
  const regency = regencyCode(event.detail.object.key.split("/")[1] ?? "");
  return (await province.access.reader.upload(regency, idOf(event)))?.status;
}

test("an add file adds and changes, and ends nobody", async () => {
  const key = "rosters/14.01/rentan/apbd";
  await province.put(`${key}/daftar.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const added = await province.put(`${key}/daftar.add.csv`, rosterCsv(workers(95, 120)), "2023-02-02T02:00:00Z");
  await province.drain();
  expect(await province.receipt(added)).toMatchObject({
    mode: "add",
    status: "applied",
    changes: { enrolled: 20, changed: 0, unchanged: 5, ended: 0, withheld: 0 },
  });
  expect((await province.month("14.01", "2023-02")).covered).toBe(120);
});

test("an end file ends those it names; the mode may come with the object as well", async () => {
  const key = "rosters/14.02/rentan/apbd";
  await province.put(`${key}/daftar.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const leaving = rosterCsv([
    ...workers(0, 60, { mulai: "", akhir: "" }),
    ...workers(500, 503, { mulai: "", akhir: "" }),
  ]);
  const ended = await province.put(`${key}/keluar.csv`, leaving, "2023-03-02T02:00:00Z", { mode: "end" });
  await province.drain();
  expect(await province.receipt(ended)).toMatchObject({
    mode: "end",
    status: "applied",
    changes: { ended: 60, notFound: 3, withheld: 0 },
    problemCounts: { "not-in-roster": 3 },
    problems: [
      { row: 62, code: "not-in-roster", severity: "warning" },
      { row: 63, code: "not-in-roster" },
      { row: 64, code: "not-in-roster" },
    ],
  });
  expect((await province.month("14.02", "2023-02")).covered).toBe(100);
  expect((await province.month("14.02", "2023-03")).covered).toBe(40);
});

describe("a full file that no longer names many", () => {
  const key = "rosters/14.03/rentan/apbd";

  test("is held: who is new is enrolled, nobody is ended, and the receipt says what to do", async () => {
    await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
    await province.drain();
    const short = await province.put(`${key}/2.csv`, rosterCsv(workers(50, 110)), "2023-03-01T02:00:00Z");
    await province.drain();
    const receipt = await province.receipt(short);
    expect(receipt).toMatchObject({
      status: "held",
      decision: null,
      changes: { enrolled: 10, unchanged: 50, ended: 0, withheld: 50 },
    });
    expect(receipt.file).toMatchObject([{ code: "removals-held", severity: "warning" }]);
    expect(receipt.file[0]?.message.en).toContain(`cakupan release ${idOf(short)}`);
    expect((await province.month("14.03", "2023-03")).covered).toBe(110);
  });

  test("once released, ends them; the same decision again changes nothing", async () => {
    const short = await province.put(`${key}/3.csv`, rosterCsv(workers(50, 110)), "2023-03-02T02:00:00Z");
    await province.drain();
    expect((await province.receipt(short)).status).toBe("held");
    const decision = {
      type: "decide-held",
      roster: rosterId("14.03/rentan/apbd"),
      uploadId: idOf(short),
      decision: "release",
    } as const;
    province.sendUploadMessage(decision);
    province.sendUploadMessage(decision);
    await province.drain({ times: 2 });
    expect(await province.receipt(short)).toMatchObject({
      status: "applied",
      decision: "release",
      changes: { unchanged: 60, ended: 50, withheld: 0 },
    });
    // The months before March stay as they were, with what the file itself said of them.
    expect((await province.month("14.03", "2023-02")).covered).toBe(110);
    expect((await province.month("14.03", "2023-03")).covered).toBe(60);
    expect(toldOf(short)).toEqual(["roster.held", "roster.recovered"]);
  });
});

test("a full file with last year's months ends whom it names, so it is held; once released, they are ended", async () => {
  const key = "rosters/14.71/rentan/apbd";
  const year = (from: number, to: number, mulai: string, akhir: string) =>
    rosterCsv(workers(from, to, { mulai, akhir }));
  await province.put(`${key}/1.csv`, year(0, 50, "2023-01", "2023-12"), "2023-02-01T02:00:00Z");
  await province.drain();
  const wrong = await province.put(`${key}/2.csv`, year(0, 55, "2022-02", "2022-12"), "2023-02-05T02:00:00Z");
  await province.drain();
  const held = await province.receipt(wrong);
  expect(held).toMatchObject({
    status: "held",
    changes: { enrolled: 5, changed: 0, unchanged: 50, ended: 0, withheld: 50 },
    file: [{ code: "removals-held" }],
  });
  expect(held.file[0]?.message.id).toContain("bulannya di berkas ini sudah lewat");
  expect(toldOf(wrong)).toEqual(["roster.held"]);
  expect((await province.month("14.71", "2023-02")).covered).toBe(50);
  province.sendUploadMessage({
    type: "decide-held",
    roster: rosterId("14.71/rentan/apbd"),
    uploadId: idOf(wrong),
    decision: "release",
  });
  await province.drain();
  expect(await province.receipt(wrong)).toMatchObject({
    status: "applied",
    decision: "release",
    changes: { enrolled: 0, changed: 50, unchanged: 5, ended: 50, withheld: 0 },
  });
  expect((await province.month("14.71", "2023-01")).covered).toBe(50);
  expect((await province.month("14.71", "2023-02")).covered).toBe(0);
});

test("a hold that is discarded leaves everybody, and is decided for good", async () => {
  const key = "rosters/14.04/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 50)), "2023-03-01T02:00:00Z");
  await province.drain();
  const decide = (decision: "release" | "discard") =>
    province.sendUploadMessage({
      type: "decide-held",
      roster: rosterId("14.04/rentan/apbd"),
      uploadId: idOf(short),
      decision,
    });
  decide("discard");
  await province.drain();
  expect(await province.receipt(short)).toMatchObject({
    status: "applied",
    decision: "discard",
    changes: { withheld: 50 },
    file: [],
  });
  decide("release");
  await province.drain({ times: 2 });
  expect((await province.receipt(short)).decision).toBe("discard");
  expect(toldOf(short)).toEqual(["roster.held", "roster.recovered"]);
  expect((await province.month("14.04", "2023-03")).covered).toBe(100);
});

test("a hold is overtaken by a newer file: releasing it then does nothing", async () => {
  const key = "rosters/14.05/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 50)), "2023-03-01T02:00:00Z");
  await province.drain();
  expect(toldOf(short)).toEqual(["roster.held"]);
  await province.put(`${key}/3.csv`, rosterCsv(workers(0, 105)), "2023-03-02T02:00:00Z");
  await province.drain();
  expect(toldOf(short)).toEqual(["roster.held", "roster.recovered"]);
  expect(await statusOf(short)).toBe("superseded");
  province.sendUploadMessage({
    type: "decide-held",
    roster: rosterId("14.05/rentan/apbd"),
    uploadId: idOf(short),
    decision: "release",
  });
  await province.drain();
  expect(await province.receipt(short)).toMatchObject({ status: "superseded", file: [{ code: "hold-overtaken" }] });
  expect((await province.month("14.05", "2023-03")).covered).toBe(105);
});

test("who adds to a roster of which removals wait is told that nobody can decide on them any more", async () => {
  const key = "rosters/14.10/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 50)), "2023-03-01T02:00:00Z");
  await province.drain();
  const nothingNew = await province.put(`${key}/2.add.csv`, rosterCsv(workers(0, 5)), "2023-03-01T03:00:00Z");
  await province.drain();
  expect((await province.receipt(nothingNew)).file).toEqual([]);
  const added = await province.put(`${key}/3.add.csv`, rosterCsv(workers(100, 103)), "2023-03-02T02:00:00Z");
  await province.drain();
  const { status, file } = await province.receipt(added);
  expect(status).toBe("applied");
  expect(file).toMatchObject([{ code: "hold-lapses", severity: "warning" }]);
  expect(file[0]?.message.en).toContain(`50 workers of upload ${idOf(short)}`);
  // Everybody is told the same of it: the receipt, the record, those who were alerted.
  expect(await province.receipt(short)).toMatchObject({
    status: "superseded",
    decision: null,
    changes: { withheld: 50 },
    file: [{ code: "hold-overtaken" }],
  });
  expect(await statusOf(short)).toBe("superseded");
  expect(toldOf(short)).toEqual(["roster.held", "roster.recovered"]);
  const later = await province.put(`${key}/4.add.csv`, rosterCsv(workers(103, 104)), "2023-03-03T02:00:00Z");
  await province.drain();
  expect((await province.receipt(later)).file).toEqual([]);
});

test("a newer whole list that changes nothing ends a hold, too, whose removals nobody can release any more", async () => {
  const key = "rosters/14.72/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 50)), "2023-03-01T02:00:00Z");
  await province.drain();
  const same = await province.put(`${key}/3.csv`, rosterCsv(workers(0, 100)), "2023-03-02T02:00:00Z");
  await province.drain({ times: 2 });
  expect(await province.receipt(same)).toMatchObject({ status: "applied", changes: { unchanged: 100 } });
  expect(await province.receipt(short)).toMatchObject({ status: "superseded", file: [{ code: "hold-overtaken" }] });
  expect(await statusOf(short)).toBe("superseded");
});

test("a file with a header and no rows is held, and ends nobody", async () => {
  const key = "rosters/14.06/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 5)), "2023-02-01T02:00:00Z");
  await province.drain();
  const empty = await province.put(`${key}/2.csv`, rosterCsv([]), "2023-03-01T02:00:00Z");
  await province.drain();
  expect(await province.receipt(empty)).toMatchObject({
    status: "held",
    rows: { read: 0 },
    changes: { ended: 0, withheld: 5 },
  });
  expect((await province.month("14.06", "2023-03")).covered).toBe(5);
});

test("corrected rows that come back under the name of a whole list end nobody, and their uploader is told why", async () => {
  const key = "rosters/14.06/rentan/kecil";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 5)), "2023-02-01T02:00:00Z");
  await province.drain();
  const corrected = `NIK,MULAI,AKHIR,CAKUPAN_BARIS,CAKUPAN_KODE\n${nik(6)},2023-01,2023-12,7,nik-length\n`;
  const renamed = await province.put(`${key}/perbaikan.csv`, corrected, "2023-02-02T02:00:00Z");
  await province.drain();
  expect(await province.receipt(renamed)).toMatchObject({
    status: "held",
    changes: { enrolled: 1, ended: 0, withheld: 5 },
    file: [{ code: "answer-as-whole-list" }, { code: "removals-held" }],
  });
  const copied = await province.put(`${key}/perbaikan.add (1).csv`, corrected, "2023-02-02T03:00:00Z");
  await province.drain();
  expect(await province.receipt(copied)).toMatchObject({ mode: "add", status: "applied", changes: { unchanged: 1 } });
});

test("a worker whom another roster protects is told: which roster, which months, how much twice", async () => {
  await province.put(
    "rosters/14.07/bpu/mandiri/1.csv",
    rosterCsv(workers(0, 30, { mulai: "2023-03", akhir: "" })),
    "2023-02-01T02:00:00Z",
  );
  await province.drain();
  const event = await province.put(
    "rosters/14.07/rentan/apbd/1.csv",
    rosterCsv(workers(25, 60)),
    "2023-02-02T02:00:00Z",
  );
  await province.drain();
  const receipt = await province.receipt(event);
  expect(receipt.rows).toMatchObject({ accepted: 35, rejected: 0 });
  expect(receipt.problemCounts["already-protected"]).toBe(5);
  const told = receipt.problems.filter(({ code }) => code === "already-protected");
  expect(told.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
  expect(told[0]?.message.en).toMatch(/14\.07\/bpu\/mandiri.*2023-03 – 2023-12.*16,800/);
  expect(JSON.stringify(receipt)).not.toContain(nik(25));
});

test("months that are closed already are told: they stand in the roster, and change no figure", async () => {
  const key = "rosters/14.08/rentan/apbd";
  const late = await province.put(
    `${key}/1.csv`,
    rosterCsv(workers(0, 20, { mulai: "2021-01", akhir: "2023-12" })),
    "2023-02-01T02:00:00Z",
  );
  await province.drain();
  const receipt = await province.receipt(late);
  expect(receipt.file).toMatchObject([{ code: "months-closed", severity: "warning" }]);
  expect(receipt.file[0]?.message.en).toContain("before 2022-02");
  const again = await province.put(
    `${key}/2.csv`,
    rosterCsv(workers(0, 20, { mulai: "2024-01", akhir: "2024-12" })),
    "2023-02-02T02:00:00Z",
  );
  await province.drain();
  expect((await province.receipt(again)).file).toEqual([]);
});

test("a whole list of which no row is good is held, even where nobody is in the roster yet", async () => {
  const bad = await province.put(
    "rosters/14.09/rentan/apbd/1.csv",
    rosterCsv([{ nik: "123" }, { nik: "456" }]),
    "2023-02-01T02:00:00Z",
  );
  await province.drain();
  expect(await province.receipt(bad)).toMatchObject({
    status: "held",
    version: null,
    rows: { read: 2, accepted: 0, rejected: 2 },
  });
});
