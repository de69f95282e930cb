// What an upload makes of a roster, through the real functions on the emulators.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

test("the same file again changes nothing and sends no alert", async () => {
  const file = rosterCsv(workers(0, 300));
  const first = await province.put("rosters/14.01/rentan/apbd/daftar.csv", file, "2023-02-01T02:00:00Z");
  await province.drain();
  expect(await province.receipt(first)).toMatchObject({
    status: "applied",
    version: 1,
    rows: { read: 300, accepted: 300, duplicate: 0, rejected: 0 },
    changes: { enrolled: 300, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 },
  });
  const before = await province.month("14.01", "2023-02");
  const again = await province.put("rosters/14.01/rentan/apbd/daftar-lagi.csv", file, "2023-02-01T03:00:00Z");
  await province.drain();

  expect(await province.receipt(again)).toMatchObject({
    status: "applied",
    version: 1,
    changes: { enrolled: 0, changed: 0, unchanged: 300, kept: 0, ended: 0, withheld: 0, notFound: 0 },
  });
  expect(await province.version("14.01/rentan/apbd")).toBe(1);
  expect(await province.month("14.01", "2023-02")).toEqual(before);
  expect(before.covered).toBe(300);
  expect(province.alerts()).toEqual([]);
});

test("a correction changes only what it says, and a worker no longer named is ended", async () => {
  await province.put(
    "rosters/14.02/non-asn/pemkab/a.csv",
    rosterCsv(workers(0, 200, { upah: "1500000" })),
    "2023-02-01T02:00:00Z",
  );
  await province.drain();
  const corrected = [...workers(0, 1, { upah: "2000000" }), ...workers(1, 199, { upah: "1500000" })];
  const event = await province.put("rosters/14.02/non-asn/pemkab/b.csv", rosterCsv(corrected), "2023-03-01T02:00:00Z");
  await province.drain();

  expect((await province.receipt(event)).changes).toEqual({
    enrolled: 0,
    changed: 1,
    unchanged: 198,
    kept: 0,
    ended: 1,
    withheld: 0,
    notFound: 0,
  });
  expect((await province.month("14.02", "2023-02")).covered).toBe(200);
  expect((await province.month("14.02", "2023-03")).covered).toBe(199);
  // JKK 0.24 % and JKM 0.30 %: 3,600 + 4,500 on 1,500,000; 4,800 + 6,000 on 2,000,000.
  expect((await province.month("14.02", "2023-02")).contributionRupiah).toBe(200 * 8_100);
  expect((await province.month("14.02", "2023-03")).contributionRupiah).toBe(198 * 8_100 + 10_800);
});

test("two rosters that share 500 workers count them once and report the overlap", async () => {
  await province.put("rosters/14.04/rentan/apbd/a.csv", rosterCsv(workers(0, 1000)), "2023-02-01T02:00:00Z");
  await province.put("rosters/14.04/bpu/mandiri/a.csv", rosterCsv(workers(500, 1200)), "2023-02-01T02:00:01Z");
  await province.drain();

  const month = await province.month("14.04", "2023-02");
  expect(month).toMatchObject({ covered: 1200, overlap: 500, segments: { rentan: 1000, bpu: 700 } });
  expect((await province.current("14.04"))?.coverage.overlaps).toMatchObject([
    {
      rosters: ["14.04/bpu/mandiri", "14.04/rentan/apbd"],
      workers: [
        [24276, 500],
        [24288, 0],
      ],
    },
  ]);
});

test("a renewal for next year leaves this year's months alone", async () => {
  const key = "rosters/14.05/rentan/apbd/a.csv";
  await province.put(key, rosterCsv(workers(0, 150)), "2023-02-01T02:00:00Z");
  await province.drain();
  const renewal = await province.put(
    key,
    rosterCsv(workers(0, 140, { mulai: "2024-01", akhir: "2024-12" })),
    "2023-12-20T02:00:00Z",
  );
  await province.drain();

  expect((await province.receipt(renewal)).changes).toMatchObject({ changed: 140, ended: 0 });
  expect((await province.month("14.05", "2023-12")).covered).toBe(150);
  expect((await province.month("14.05", "2024-01")).covered).toBe(140);
});

test("a bad row is told by row and code, its worker keeps what he has, and the good rows are applied", async () => {
  const key = "rosters/14.06/rentan/apbd/a.csv";
  await province.put(key, rosterCsv(workers(0, 120)), "2023-02-01T02:00:00Z");
  await province.drain();
  const rows = [...workers(0, 118), { nik: nik(118), mulai: "2023-02-30" }, ...workers(200, 201)];
  const event = await province.put(key, rosterCsv(rows), "2023-03-01T02:00:00Z");
  await province.drain();

  const receipt = await province.receipt(event);
  expect(receipt.rows).toEqual({ read: 120, accepted: 119, duplicate: 0, rejected: 1 });
  expect(receipt.changes).toEqual({
    enrolled: 1,
    changed: 0,
    unchanged: 118,
    kept: 1,
    ended: 1,
    withheld: 0,
    notFound: 0,
  });
  expect(receipt.problems.filter((problem) => problem.severity === "error")).toMatchObject([
    { row: 120, column: "MULAI" },
  ]);
});

test("rows that are nobody's withhold every removal", async () => {
  const key = "rosters/14.07/rentan/apbd/a.csv";
  await province.put(key, rosterCsv(workers(0, 120)), "2023-02-01T02:00:00Z");
  await province.drain();
  const event = await province.put(
    key,
    rosterCsv([...workers(0, 100), { nik: "123" }, ...workers(300, 310)]),
    "2023-03-01T02:00:00Z",
  );
  await province.drain();

  const receipt = await province.receipt(event);
  expect(receipt).toMatchObject({ status: "held", changes: { enrolled: 10, unchanged: 100, ended: 0, withheld: 20 } });
  expect((await province.month("14.07", "2023-03")).covered).toBe(130);
});
