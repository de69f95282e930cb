// The main job, as `npm start` runs it: the history of Riau from December 2021 to January 2024, and the figures that stand in the pipeline's own
// tables afterwards.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { FIRST_DAY } from "#local/replay/history.ts";
import { runReplay } from "#local/replay/run-replay.ts";
import { accessProvince, type ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { month } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";

const BENGKALIS = regencyCode("14.03");
const SIAK = regencyCode("14.08");
const directory = mkdtempSync(join(tmpdir(), "cakupan-replay-"));
let province: LocalProvince;
let access: ProvinceAccess;

beforeAll(async () => {
  province = await startLocalProvince({ province: "14", day: FIRST_DAY, directory });
  access = accessProvince(province.outputs, province.endpoints);
  await runReplay(
    { put: (key, body) => access.uploader.put(key, body), moveDay: province.moveDay, idle: province.idle },
    () => {},
  );
}, 280_000);
afterAll(async () => {
  access.close();
  await province.stop();
  rmSync(directory, { recursive: true });
});

async function coveredIn(regency: typeof SIAK, at: string): Promise<MonthCoverage> {
  const stored = (await access.coverage.current(regency))?.coverage.months ?? [];
  const known = [...stored, ...(await access.reader.frozenMonths(regency))].find((it) => it.month === month(at));
  if (known === undefined) throw new Error(`nothing is known of ${regency} in ${at}`);
  return known;
}

test("Bengkalis in February 2023: 82,126 workers by segment, 1,174 firms", async () => {
  expect(await coveredIn(BENGKALIS, "2023-02")).toMatchObject({
    covered: 82_126,
    segments: { ppu: 50_132, rentan: 24_000, "non-asn": 7_994 },
    programmes: { jkk: 82_126, jkm: 82_126, jht: 50_132, jp: 50_132 },
    employers: 1_174,
    overlap: 0,
  });
});

test("the steps: up in November 2022 and February 2023, down in January 2024", async () => {
  const steps = await Promise.all(
    ["2022-10", "2022-11", "2023-01", "2023-02", "2023-12", "2024-01", "2024-02"].map(
      async (at) => (await coveredIn(BENGKALIS, at)).covered,
    ),
  );
  expect(steps).toEqual([7_994, 31_994, 31_994, 82_126, 82_126, 58_126, 58_126]);
});

test("Siak: 7,753 from 2021 through 2022, 7,699 from 2023; 0.54 % of the wage is about Rp 800 million in 2022", async () => {
  const covered = await Promise.all(
    ["2021-12", "2022-01", "2022-12", "2023-01", "2024-01"].map(async (at) => (await coveredIn(SIAK, at)).covered),
  );
  expect(covered).toEqual([7_753, 7_753, 7_753, 7_699, 7_699]);
  // JKK 0.24 % of 1,592,000 = 3,820.8 and JKM 0.30 % = 4,776: 3,821 + 4,776 a worker and month.
  const months = Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, "0")}`);
  const contributions = await Promise.all(months.map(async (at) => (await coveredIn(SIAK, at)).contributionRupiah));
  expect(contributions.reduce((sum, rupiah) => sum + rupiah, 0)).toBe(7_753 * (3_821 + 4_776) * 12);
});

test("Bengkalis is told 90, 30 and 7 days before, and on the day on which the protection of the 24,000 has ended", async () => {
  const alerts = (await access.reader.alerts(BENGKALIS)).filter(({ kind }) => kind.startsWith("coverage."));
  const lapsing = {
    kind: "coverage.lapsing",
    month: month("2024-01"),
    firstDay: "2024-01-01",
    before: 82_126,
    after: 58_126,
    change: -24_000,
    renewalRupiah: 403_200_000,
  };
  expect(alerts).toMatchObject([
    { ...lapsing, asOf: "2023-10-03", leadDays: 90 },
    { ...lapsing, asOf: "2023-12-02", leadDays: 30 },
    { ...lapsing, asOf: "2023-12-25", leadDays: 7 },
    {
      kind: "coverage.dropped",
      severity: "critical",
      nature: "real",
      regency: "14.03",
      asOf: "2024-01-01",
      month: month("2024-01"),
      before: 82_126,
      after: 58_126,
      change: -24_000,
      parts: [{ roster: "14.03/rentan/apbd-2022", segment: "rentan", cause: "protection-ended", workers: -24_000 }],
    },
  ]);
});

test("Siak is warned before each year's end, and each warning is cleared by the extension", async () => {
  const alerts = (await access.reader.alerts(SIAK)).filter(({ kind }) => kind.startsWith("coverage."));
  expect(alerts.map(({ asOf, kind }) => `${asOf} ${kind}`)).toEqual([
    "2021-12-01 coverage.lapsing",
    "2021-12-02 coverage.lapsing",
    "2021-12-21 coverage.recovered",
    "2022-10-03 coverage.lapsing",
    "2022-12-02 coverage.lapsing",
    "2022-12-20 coverage.recovered",
    "2023-10-03 coverage.lapsing",
    "2023-12-02 coverage.lapsing",
    "2023-12-20 coverage.recovered",
  ]);
});

test("so are the agreements: each ends with a warning and goes on with its renewal; a budget for one month is told when it is known", async () => {
  const told = async (regency: typeof SIAK) =>
    (await access.reader.alerts(regency))
      .filter(({ kind }) => kind.startsWith("agreement."))
      .map(({ asOf, kind }) => `${asOf} ${kind}`);
  expect(await told(SIAK)).toEqual([
    "2021-12-01 agreement.expiring",
    "2021-12-02 agreement.expiring",
    "2021-12-21 agreement.recovered",
    "2022-10-03 agreement.expiring",
    "2022-12-02 agreement.expiring",
    "2022-12-20 agreement.recovered",
    "2023-10-03 agreement.expiring",
    "2023-12-02 agreement.expiring",
    "2023-12-20 agreement.recovered",
  ]);
  expect(await told(BENGKALIS)).toEqual([
    "2023-09-01 agreement.budget",
    "2023-10-03 agreement.expiring",
    "2023-12-02 agreement.expiring",
    "2023-12-25 agreement.expiring",
  ]);
  const budget = (await access.reader.alerts(BENGKALIS)).find(({ kind }) => kind === "agreement.budget");
  expect(budget).toMatchObject({
    budgetRupiah: 403_000_000,
    dueRupiah: 5_644_800_000,
    paidUntil: month("2022-11"),
    doubt: "monthly-sum",
  });
});

test("the mails of the alerts are Indonesian first, short in their subject, and name the figures", () => {
  const mails = readdirSync(province.files.mails).map((name) => readFileSync(join(province.files.mails, name), "utf8"));
  const subjects = mails.flatMap((mail) => /^Subject: (.*)\r$/m.exec(mail)?.[1] ?? []);
  expect(subjects).toContain("KRITIS Kab. Bengkalis: perlindungan 24.000 pekerja habis 1 Jan 2024");
  expect(subjects.every((subject) => /^[ -~]{1,99}$/.test(subject))).toBe(true);
  const dropped = mails.filter((mail) => mail.includes("coverage-dropped-2024-01-01"));
  // Two subscribers of the alerts, one of the daily digest.
  expect(dropped).toHaveLength(3);
  for (const mail of dropped) {
    expect(mail).toContain("82.126");
    expect(mail.indexOf("82.126")).toBeLessThan(mail.indexOf("82,126"));
  }
});

test("every upload was applied, and nothing lies in a dead-letter queue", async () => {
  const uploads = [...(await access.reader.uploads(BENGKALIS)), ...(await access.reader.uploads(SIAK))];
  expect(uploads.map((upload) => upload.status)).toEqual(Array(8).fill("applied"));
  expect(province.deadLetters()).toEqual([]);
});
