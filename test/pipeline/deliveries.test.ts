// Messages may come twice, in any order, late: what the tables say in the end is the same.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uploadIdOf } from "#shared/upload-id.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

describe("every message delivered twice and in reverse", () => {
  /** A history of uploads and days in a fresh province; what its tables say in the end. */
  async function history(delivery: {
    times?: number;
    reverse?: boolean;
  }): Promise<{ tables: readonly string[]; alerts: string[] }> {
    const fresh = await startHandDelivered();
    try {
      await fresh.put("rosters/14.01/rentan/apbd/a.csv", rosterCsv(workers(0, 1000)), "2023-02-01T02:00:00Z");
      await fresh.put("rosters/14.01/bpu/mandiri/a.csv", rosterCsv(workers(900, 1300)), "2023-02-01T02:00:01Z");
      await fresh.drain(delivery);
      await fresh.day("2023-02-01T17:10:00Z");
      await fresh.drain(delivery);
      await fresh.put(
        "rosters/14.01/rentan/apbd/b.end.csv",
        rosterCsv(workers(700, 1000, { akhir: "" })),
        "2023-03-01T02:00:00Z",
      );
      await fresh.drain(delivery);
      await fresh.day("2023-03-01T17:10:00Z");
      await fresh.drain(delivery);
      return {
        tables: await fresh.tables(),
        alerts: fresh.alerts().map((alert) => ("change" in alert ? `${alert.kind} ${alert.change}` : alert.kind)),
      };
    } finally {
      await fresh.stop();
    }
  }

  test("gives the same tables and the same alerts", async () => {
    const once = await history({});
    expect(once.alerts).toEqual(["coverage.dropped -200"]);
    const twice = await history({ times: 2, reverse: true });
    expect(twice.alerts).toEqual(once.alerts);
    expect(twice.tables).toEqual(once.tables);
  });
});

test("an upload is followed from its file to its alert by its id and the ticket of its figures", async () => {
  const key = "rosters/14.07/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 600)), "2023-02-01T02:00:00Z");
  await province.drain();
  await province.day("2023-02-01T17:10:00Z");
  await province.drain();
  province.logged();
  const event = await province.put(
    `${key}/2.end.csv`,
    rosterCsv(workers(0, 300, { akhir: "2023-01" })),
    "2023-02-02T02:00:00Z",
  );
  await province.drain();
  const uploadId = uploadIdOf(event.detail.object);
  const lines = province.loggedLines();
  const of = (name: string) => lines.filter((line) => line.event === name);
  for (const name of ["rows-checked", "version-planned", "version-applied", "upload-finished"])
    expect(of(name), name).toMatchObject([{ uploadId }]);
  const [written] = of("coverage-written");
  expect(written).toMatchObject({ uploadId, regency: "14.07", lagSeconds: expect.any(Number) });
  const [decided] = of("alert-decided");
  expect(decided).toMatchObject({ uploadId, ticket: written?.ticket, kind: "coverage.dropped" });
  expect(of("alert-published")).toMatchObject([{ alertId: decided?.alertId, kind: "coverage.dropped" }]);
});

test("an older upload that arrives late is superseded, and leaves the newer one as it is", async () => {
  const key = "rosters/14.02/rentan/apbd";
  const older = await province.put(`${key}/lama.csv`, rosterCsv(workers(0, 200)), "2023-02-01T02:00:00Z");
  const newer = await province.put(`${key}/baru.csv`, rosterCsv(workers(0, 190)), "2023-02-01T02:00:05Z");
  await province.deliver("roster-uploads", { reverse: true });
  await province.drain();

  expect((await province.receipt(newer)).status).toBe("applied");
  expect(await province.receipt(older)).toMatchObject({ status: "superseded", version: null, changes: null });
  expect((await province.month("14.02", "2023-02")).covered).toBe(190);
});

test("an upload that came late is superseded even by a newer one that changed nothing", async () => {
  const key = "rosters/14.05/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const late = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 95)), "2023-02-01T03:00:00Z");
  await province.deliver("roster-uploads"); // planned, its slices under way
  await province.put(`${key}/3.csv`, rosterCsv(workers(0, 100)), "2023-02-01T04:00:00Z");
  await province.deliver("roster-uploads"); // the same 100 again: nothing to write, but newer
  await province.drain();

  expect((await province.receipt(late)).status).toBe("superseded");
  expect((await province.month("14.05", "2023-02")).covered).toBe(100);
});

test("two uploads planned on the same base both end up in the roster, in order", async () => {
  const key = "rosters/14.03/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  const first = await province.put(`${key}/2.add.csv`, rosterCsv(workers(100, 120)), "2023-02-02T02:00:00Z");
  const second = await province.put(`${key}/3.add.csv`, rosterCsv(workers(120, 150)), "2023-02-02T02:00:01Z");
  await province.deliver("roster-uploads");
  expect(province.waiting("enrolment-events")).toBe(2);
  await province.drain();

  expect((await province.receipt(first)).status).toBe("applied");
  expect((await province.receipt(second)).status).toBe("applied");
  expect((await province.month("14.03", "2023-02")).covered).toBe(150);
  expect(await province.version("14.03/rentan/apbd")).toBe(4);
});

test("an event that comes again long after changes nothing", async () => {
  const key = "rosters/14.06/rentan/apbd";
  const first = await province.put(`${key}/1.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  await province.put(`${key}/2.csv`, rosterCsv(workers(0, 130)), "2023-03-01T02:00:00Z");
  await province.drain();
  const before = await province.tables();
  province.send(first);
  await province.drain();
  expect(await province.tables()).toEqual(before);
});

test("while a version is half written, coverage shows the version before, whole", async () => {
  const key = "rosters/14.04/rentan/apbd";
  await province.put(`${key}/1.csv`, rosterCsv(workers(0, 1000)), "2023-02-01T02:00:00Z");
  await province.drain();
  const grown = await province.put(`${key}/2.csv`, rosterCsv(workers(0, 31_500)), "2023-02-02T02:00:00Z");
  await province.deliver("roster-uploads");
  expect(province.waiting("enrolment-events")).toBe(2);
  await province.deliver("enrolment-events", { only: 1 });

  await province.day("2023-02-02T17:10:00Z");
  await province.deliver("coverage-updates");
  expect((await province.month("14.04", "2023-02")).covered).toBe(1000);
  expect((await province.receipt(grown)).status).toBe("planned");

  await province.drain();
  expect((await province.month("14.04", "2023-02")).covered).toBe(31_500);
  expect((await province.receipt(grown)).status).toBe("applied");
});

test("a day without new data does not read the registry", async () => {
  await province.put("rosters/14.07/rentan/apbd/1.csv", rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  province.logged();
  await province.day("2023-02-02T17:10:00Z");
  await province.drain();
  const logged = province.logged();
  expect(logged).toContain("coverage-known");
  expect(logged).not.toContain("coverage-folded");
});

test("what can never be a message goes to the dead letters with its reason, and the others are handled", async () => {
  province.send({ nonsense: true } as never);
  await province.put("rosters/14.08/rentan/apbd/1.csv", rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
  await province.drain();
  expect(province.deadLetters("roster-uploads")).toEqual([JSON.stringify({ nonsense: true })]);
  expect((await province.month("14.08", "2023-02")).covered).toBe(100);
});
