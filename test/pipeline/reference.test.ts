// Agreements, workforce figures, targets and claims through the real functions on the emulators.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthText } from "#shared/domain/month.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

const HEADER = "kode_kemendagri,tahun,penduduk_bekerja,sumber";
const seed = (path: string) => readFileSync(`data/14/agreements/${path}`);
const figuresOf = async (regency: string) =>
  (await province.reference(regency)).workforces.map(({ year, workers: count }) => [year, count]);

describe("workforce figures", () => {
  test("are stored per regency, receipted, announced, and looked at where there is a roster", async () => {
    await province.put("rosters/14.03/rentan/apbd/a.csv", rosterCsv(workers(0, 300)), "2023-02-01T02:00:00Z");
    await province.drain();
    const text = `${HEADER}\n14.03,2022,1000,BPS\n14.08,2022,2000,BPS\n`;
    const event = await province.put("workforce/2022.csv", text, "2023-02-02T02:00:00Z");
    expect(await province.deliver("reference-uploads")).toBe(1);
    // Siak has no roster yet.
    expect(province.waiting("coverage-updates")).toBe(1);
    await province.drain();

    expect(await province.referenceReceipt(event)).toMatchObject({
      kind: "workforce",
      agreement: null,
      fileName: "2022.csv",
      status: "applied",
      asOf: "2023-02-02",
      counts: { read: 2, applied: 2, unchanged: 0, superseded: 0 },
      regencies: ["14.03", "14.08"],
      file: [],
      problems: [],
    });
    const receipt = await province.referenceReceipt(event);
    expect(province.referenceAnnouncements().filter(({ uploadId }) => uploadId === receipt?.uploadId)).toMatchObject([
      {
        status: "applied",
        receipt: expect.stringContaining(`receipts/_reference/workforce/${receipt?.uploadId}.json`),
      },
    ]);
    expect(await figuresOf("14.08")).toEqual([[2022, 2_000]]);
    expect(province.logged()).toContain("coverage-known");
  });

  test("of an older upload that arrives late lose, row by row", async () => {
    const older = await province.put(
      "workforce/a.csv",
      `${HEADER}\n14.01,2021,10,A\n14.01,2022,20,A\n`,
      "2023-02-01T02:00:00Z",
    );
    const newer = await province.put("workforce/b.csv", `${HEADER}\n14.01,2022,22,B\n`, "2023-02-01T02:00:05Z");
    await province.deliver("reference-uploads", { reverse: true });
    expect(await figuresOf("14.01")).toEqual([
      [2021, 10],
      [2022, 22],
    ]);
    expect((await province.referenceReceipt(older))?.counts).toEqual({
      read: 2,
      applied: 1,
      unchanged: 0,
      superseded: 1,
    });
    const oldest = await province.put("workforce/c.csv", `${HEADER}\n14.01,2022,1,C\n`, "2023-01-01T02:00:00Z");
    const same = await province.put("workforce/d.csv", `${HEADER}\n14.01,2022,22,B\n`, "2023-02-03T02:00:00Z");
    await province.drain();
    const statuses = await Promise.all(
      [newer, oldest, same].map(async (one) => (await province.referenceReceipt(one))?.status),
    );
    expect(statuses).toEqual(["applied", "superseded", "unchanged"]);
  });

  test("with one error change nothing at all", async () => {
    const text = `${HEADER}\n14.02,2022,1000,BPS\n1403,2022,5,BPS\n`;
    const event = await province.put("workforce/salah.csv", text, "2023-02-02T02:00:00Z");
    await province.drain();
    expect(await province.referenceReceipt(event)).toMatchObject({
      status: "refused",
      counts: { read: 2, applied: 0 },
      regencies: [],
      problems: [
        { row: 3, column: "kode_kemendagri", code: "code-bare", message: { id: expect.stringContaining("14.03") } },
      ],
    });
    expect(await figuresOf("14.02")).toEqual([]);
  });

  test("16 digits in a key or a row are refused, and stand in no receipt and no log", async () => {
    const nik = "1403011129299990";
    const named = await province.put(`claims/${nik}.csv`, "x", "2023-02-02T02:00:00Z");
    const inside = await province.put("claims/a.csv", `${HEADER}\n14.02,2022,1,${nik}\n`, "2023-02-02T02:00:01Z");
    await province.drain();
    for (const event of [named, inside]) {
      const receipt = await province.referenceReceipt(event);
      expect(receipt?.status).toBe("refused");
      expect(JSON.stringify(receipt)).not.toContain(nik);
    }
    expect(JSON.stringify([province.logged(), province.referenceAnnouncements()])).not.toContain(nik);
  });
});

describe("an agreement", () => {
  const key = "agreements/14.08/pemkab-siak.json";

  /** The emulated bucket keeps no versions: under other endings of the same agreement, each file can be read late. */
  const endings = ["json", "JSON", "Json"];
  const lines = ["2021", "2022", "2023"].map((year, index) => ({
    key: `agreements/14.08/pemkab-siak.${endings[index]}`,
    body: seed(`14.08/pemkab-siak-${year}.json`),
    at: `2021-12-0${index + 1}T02:00:00Z`,
  }));

  test("grows by its renewals, in whatever order and however often they arrive", async () => {
    const outcomes: (readonly string[])[] = [];
    for (const delivery of [{}, { reverse: true, times: 2 }]) {
      const fresh = await startHandDelivered();
      try {
        for (const one of lines) await fresh.put(one.key, one.body, one.at);
        await fresh.drain(delivery);
        outcomes.push(await fresh.tables());
        const [agreement, ...others] = (await fresh.reference("14.08")).agreements;
        expect(others).toEqual([]);
        expect(agreement).toMatchObject({ slug: "pemkab-siak", segment: "non-asn" });
        expect(agreement?.periods.map(({ first, plannedWorkers }) => [monthText(first), plannedWorkers])).toEqual([
          ["2021-01", 7_753],
          ["2022-01", 7_753],
          ["2023-01", 7_699],
        ]);
      } finally {
        await fresh.stop();
      }
    }
    expect(outcomes[0]).toHaveLength(1);
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  test("whose period would overlap is refused, and keeps what it was", async () => {
    for (const one of lines) await province.put(one.key, one.body, one.at);
    await province.drain();
    const overlapping = JSON.parse(String(seed("14.08/pemkab-siak-2022.json")));
    overlapping.periods[0].first = "2022-06";
    const event = await province.put(key, JSON.stringify(overlapping), "2022-02-01T02:00:00Z");
    const before = await province.reference("14.08");
    await province.drain();
    expect(await province.referenceReceipt(event)).toMatchObject({
      agreement: "14.08/pemkab-siak",
      status: "refused",
      file: [{ code: "period-overlaps" }],
      regencies: [],
    });
    expect(await province.reference("14.08")).toEqual(before);
  });

  test("that left no room for a newer one before it arrived has that one refused after all", async () => {
    const of = (first: string) => {
      const file = JSON.parse(String(seed("14.08/pemkab-siak-2022.json")));
      file.rosters = [];
      file.periods[0].first = first;
      return JSON.stringify(file);
    };
    const older = await province.put("agreements/14.10/a.json", of("2022-01"), "2022-02-01T02:00:00Z");
    // Under another ending, so that the emulated bucket keeps both.
    const newer = await province.put("agreements/14.10/a.JSON", of("2022-06"), "2022-02-01T02:00:05Z");
    await province.deliver("reference-uploads", { reverse: true, only: 2 });
    expect((await province.referenceReceipt(older))?.status).toBe("applied");
    expect(await province.referenceReceipt(newer)).toMatchObject({
      status: "refused",
      counts: { read: 1, applied: 0 },
      file: [{ code: "period-overlaps" }],
    });
    const told = province.referenceAnnouncements().filter(({ agreement }) => agreement === "14.10/a");
    expect(told.map(({ status }) => status)).toEqual(["applied", "refused", "applied"]);
    const [agreement] = (await province.reference("14.10")).agreements;
    expect(agreement?.periods.map(({ first }) => monthText(first))).toEqual(["2022-01"]);
  });
});

test("an event that comes again changes nothing and only tells its receipt again", async () => {
  const text = "kode_kemendagri,bulan,kasus,rupiah,sumber\n14.09,2022-03,4,1000,A\n14.09,2022-01,3,,A\n";
  const event = await province.put("claims/2022.csv", text, "2023-02-02T02:00:00Z");
  await province.drain();
  const before = await province.tables();
  const receipt = await province.referenceReceipt(event);
  province.send(event);
  await province.drain({ times: 2 });
  expect(await province.tables()).toEqual(before);
  expect(await province.referenceReceipt(event)).toEqual(receipt);
  const told = province.referenceAnnouncements().filter(({ uploadId }) => uploadId === receipt?.uploadId);
  expect(told).toHaveLength(3);
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  expect((await province.claims("14.09")).map(({ month, cases, rupiah }) => [monthText(month), cases, rupiah])).toEqual(
    [
      ["2022-01", 3, null],
      ["2022-03", 4, 1_000],
    ],
  );
});

test("a file that was replaced before it was read is told so", async () => {
  const first = await province.put("targets/a.csv", "x", "2023-02-02T02:00:00Z");
  const header = "kode_kemendagri,tahun,target_persen,penyebut,sumber";
  const second = await province.put(
    "targets/a.csv",
    `${header}\n14.05,2025,55,pekerja-layak,SE\n`,
    "2023-02-02T02:00:05Z",
  );
  await province.drain();
  expect(await province.referenceReceipt(first)).toMatchObject({ status: "refused", file: [{ code: "object-gone" }] });
  expect((await province.referenceReceipt(second))?.status).toBe("applied");
  expect((await province.reference("14.05")).targets).toEqual([
    { year: 2025, share: 0.55, denominator: "pekerja-layak", source: "SE" },
  ]);
});
