// What was lost on the way is found and mended, through the real functions on the emulators.
import { DeleteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reconcilePorts } from "#cli/commands/reconcile.ts";
import { reconcileDaily } from "#functions/reconcile-province/reconcile-daily.ts";
import { uploadKey } from "#shared/adapters/aws/coverage-items.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { sliceKey } from "#shared/domain/upload.ts";
import type { LogFields } from "#shared/lambda/log.ts";
import { OUTPUTS, REGISTRY_KEY } from "#shared/names.ts";
import type { ReconcilePorts, ReconcileSettings } from "#shared/reconcile/needs.ts";
import { reconcileProvince } from "#shared/reconcile/reconcile-province.ts";
import { uploadIdOf } from "#shared/upload-id.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());
beforeEach(() => province.drain());

const FAR = "2100-01-01T00:00:00Z";

/** Everything counts as old; a file that is sent again is dated as given. */
async function reconcile(settings: Partial<ReconcileSettings> = {}, ports: Partial<ReconcilePorts> = {}) {
  const { access } = province;
  const { findings } = await reconcileProvince(
    { ...reconcilePorts(access), ...ports },
    {
      province: access.code,
      rostersBucket: access.rostersBucket,
      objectsBefore: FAR,
      uploadsBefore: FAR,
      eventTimeOf: () => "2023-02-02T02:00:00.000Z",
      dryRun: false,
      ...settings,
    },
  );
  return findings.map(({ kind, scope, mending }) => [kind, scope, mending]);
}

const uploadIs = async (key: string): Promise<unknown> => {
  const uploads = await province.access.reader.uploads(regencyCode(key.slice(8, 13)));
  return uploads.filter(({ object }) => object.key === key).map(({ status }) => status);
};

test("where nothing was lost there is nothing to find", async () => {
  await province.put("rosters/14.01/rentan/apbd/a.csv", rosterCsv(workers(0, 50)), "2023-02-01T02:00:00Z");
  await province.put("rosters/1401/rentan/apbd/salah.csv", rosterCsv(workers(0, 5)), "2023-02-01T02:00:01Z");
  await province.drain();
  expect(await reconcile()).toEqual([]);
});

test("a file whose event was lost is sent again once it is old enough, however often", async () => {
  const key = "rosters/14.02/rentan/apbd/a.csv";
  await province.put(key, rosterCsv(workers(0, 60)), "2023-02-01T02:00:00Z");
  province.lose("roster-uploads");
  const found = ["object-never-processed", "14.02/rentan/apbd"];
  expect(await reconcile({ objectsBefore: "2000-01-01T00:00:00Z" })).toEqual([]);
  expect(await reconcile({ dryRun: true })).toEqual([[...found, "would-mend"]]);
  expect(province.waiting("roster-uploads")).toBe(0);
  const refused = { rosterUploads: { send: () => Promise.reject(new Error("no right to send")) } };
  expect(await reconcile({}, refused)).toEqual([[...found, "failed"]]);
  expect(await reconcile()).toEqual([[...found, "mended"]]);
  expect(await reconcile()).toEqual([[...found, "mended"]]);
  await province.drain();
  expect((await province.month("14.02", "2023-02")).covered).toBe(60);
  expect(await uploadIs(key)).toEqual(["applied"]);
  expect(await reconcile()).toEqual([]);
});

test("an upload whose slices were lost is planned and sent again, and one that is young is left alone", async () => {
  const key = "rosters/14.03/rentan/apbd/a.csv";
  await province.put(key, rosterCsv(workers(0, 70)), "2023-02-01T02:00:00Z");
  await province.deliver("roster-uploads");
  province.lose("enrolment-events");
  expect(await reconcile({ uploadsBefore: "2023-02-01T02:00:00Z" })).toEqual([]);
  expect(await reconcile()).toEqual([["upload-stuck", "14.03/rentan/apbd", "mended"]]);
  await province.drain();
  expect((await province.month("14.03", "2023-02")).covered).toBe(70);
  expect(await reconcile()).toEqual([]);
});

test("a stuck upload whose file was replaced meanwhile is ended", async () => {
  const key = "rosters/14.04/rentan/apbd/a.csv";
  const first = await province.put(key, rosterCsv(workers(0, 80)), "2023-02-01T02:00:00Z");
  await province.deliver("roster-uploads");
  province.lose("enrolment-events");
  await province.put(key, rosterCsv(workers(0, 90)), "2023-02-01T03:00:00Z");
  await province.drain();
  expect(await reconcile()).toEqual([["upload-object-gone", "14.04/rentan/apbd", "mended"]]);
  await province.drain();
  expect(await uploadIs(key)).toEqual(["refused", "applied"]);
  expect(await province.receipt(first)).toMatchObject({ status: "refused", file: [{ code: "object-gone" }] });
  expect(await reconcile()).toEqual([]);
});

test("a hold that its roster has left behind is concluded, should the message be lost that does it", async () => {
  const roster = "14.09/rentan/apbd";
  await province.put(`rosters/${roster}/a.csv`, rosterCsv(workers(0, 90)), "2023-02-01T02:00:00Z");
  await province.drain();
  const short = await province.put(`rosters/${roster}/b.csv`, rosterCsv(workers(0, 40)), "2023-02-02T02:00:00Z");
  await province.drain();
  expect(await reconcile()).toEqual([]);
  await province.put(`rosters/${roster}/c.add.csv`, rosterCsv(workers(90, 91)), "2023-02-03T02:00:00Z");
  await province.deliver("roster-uploads");
  await province.deliver("enrolment-events");
  province.lose("roster-uploads");
  await province.drain();
  expect(await reconcile()).toEqual([["hold-overtaken", roster, "mended"]]);
  await province.drain();
  expect(await province.receipt(short)).toMatchObject({ status: "superseded", file: [{ code: "hold-overtaken" }] });
  expect(await reconcile()).toEqual([]);
});

test("an upload that was applied but never finished is finished by its last message, and no version is made anew", async () => {
  const roster = "14.05/rentan/apbd";
  const event = await province.put(`rosters/${roster}/a.csv`, rosterCsv(workers(0, 90)), "2023-02-01T02:00:00Z");
  await province.drain();
  // As if the function had died between the head's move and this.
  await setStatus("14.05", uploadIdOf(event.detail.object), "planned");
  expect(await reconcile()).toEqual([["upload-unfinished", roster, "mended"]]);
  await province.drain();
  expect(await uploadIs(event.detail.object.key)).toEqual(["applied"]);
  expect(await province.version(roster)).toBe(1);
  expect(await reconcile()).toEqual([]);
});

test("coverage that was never counted, or before a head moved, is counted", async () => {
  const regency = "14.06";
  await province.put(`rosters/${regency}/rentan/apbd/a.csv`, rosterCsv(workers(0, 40)), "2023-02-01T02:00:00Z");
  await province.deliver("roster-uploads");
  await province.deliver("enrolment-events");
  province.lose("coverage-updates");
  expect(await reconcile()).toEqual([["coverage-missing", regency, "mended"]]);
  await province.drain();
  await province.put(`rosters/${regency}/rentan/apbd/b.add.csv`, rosterCsv(workers(40, 45)), "2023-02-03T02:00:00Z");
  await province.deliver("roster-uploads");
  await province.deliver("enrolment-events");
  province.lose("coverage-updates");
  expect(await reconcile()).toEqual([["coverage-behind", regency, "mended"]]);
  await province.drain();
  expect((await province.month(regency, "2023-02")).covered).toBe(45);
  expect((await province.current(regency))?.asOf).toBe("2023-02-03");
});

test("coverage that is not what its versions give is written anew", async () => {
  const regency = regencyCode("14.01");
  const stored = await province.current(regency);
  if (stored === null) throw new Error("nothing is stored");
  const months = stored.coverage.months.map((month) => ({ ...month, covered: month.covered + 1 }));
  const { ticket } = await province.access.coverage.takeTicket(regency, stored.asOf);
  const wrong = { ...stored, ticket, coverage: { ...stored.coverage, months } };
  expect(await province.access.coverage.write(regency, wrong, stored)).toBe(true);
  expect(await reconcile({ dryRun: true })).toEqual([["coverage-differs", regency, "would-mend"]]);
  expect(await reconcile()).toEqual([["coverage-differs", regency, "mended"]]);
  await province.drain();
  expect((await province.current(regency))?.coverage).toEqual(stored.coverage);
  expect(await reconcile()).toEqual([]);
});

test("slices that a head names and that are gone need a person", async () => {
  await province.dynamo.send(
    new DeleteItemCommand({
      TableName: province.outputs[OUTPUTS.registryTable],
      Key: { [REGISTRY_KEY.partition]: { S: sliceKey(rosterId("14.02/rentan/apbd"), 1, 0) } },
    }),
  );
  expect(await reconcile()).toEqual([["slices-missing", "14.02/rentan/apbd", "cannot-mend"]]);
});

test("the daily run counts by kind what it mended and what is left, and who has waited long; it names no file", async () => {
  const key = "rosters/14.07/rentan/apbd";
  await province.put(`${key}/semua.csv`, rosterCsv(workers(0, 60)), "2023-02-01T02:00:00Z");
  await province.drain();
  await province.put(`${key}/pendek.csv`, rosterCsv(workers(0, 10)), "2023-02-05T02:00:00Z");
  await province.drain();
  await province.put("rosters/14.08/rentan/apbd/hilang.csv", rosterCsv(workers(0, 20)), "2023-02-05T02:00:00Z");
  province.lose("roster-uploads");
  const lines: [string, LogFields][] = [];
  const run = async (time: string) => {
    lines.length = 0;
    const ports = {
      ...reconcilePorts(province.access),
      log: (_: string, event: string, fields: LogFields = {}) => void lines.push([event, fields]),
    };
    await reconcileDaily(ports, { province: province.access.code, rostersBucket: province.access.rostersBucket }, time);
  };
  await run(FAR);
  expect(lines).toEqual([
    ["reconciliation-found", { kind: "object-never-processed", status: "mended", count: 1 }],
    ["reconciliation-found", { kind: "slices-missing", status: "cannot-mend", count: 1 }],
    ["reconciliation-done", { files: expect.any(Number), uploads: expect.any(Number), count: 2 }],
    ["uploads-held", { count: 1 }],
    ["upload-held-long", { uploadId: expect.any(String), roster: "14.07/rentan/apbd", count: 1 }],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/\.csv/);

  // Half an hour and three days are not over.
  await run("2023-02-08T01:59:00Z");
  expect(lines.map(([event]) => event)).toEqual(["reconciliation-found", "reconciliation-done", "uploads-held"]);
});

async function setStatus(regency: string, uploadId: string, status: string): Promise<void> {
  await province.dynamo.send(
    new UpdateItemCommand({
      TableName: province.outputs[OUTPUTS.coverageTable],
      Key: uploadKey(regencyCode(regency), uploadId),
      UpdateExpression: "SET #status = :status",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":status": { S: status } },
    }),
  );
}
