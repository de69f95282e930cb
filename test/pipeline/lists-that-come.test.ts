// What is told on the very day on which a list comes, without a daily run: that it came at all, and that it renews what was going to end.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFile } from "#cli/checked-file.ts";
import { previewUpload } from "#cli/previewed-upload.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
const folder = mkdtempSync(join(tmpdir(), "cakupan-lists-"));
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await province.stop();
});

/** What `cakupan preview` says that the list would be told by. */
async function previewed(name: string, csv: string, receivedAt: string): Promise<readonly Alert[]> {
  const path = join(folder, "daftar.csv");
  writeFileSync(path, csv);
  const roster = rosterId(name);
  const { of: pseudonymise } = await province.access.pseudonyms();
  const file = await checkFile({ path, roster, metadata: {}, receivedAt, pseudonymise });
  if (file.kind === "refused") throw new Error(JSON.stringify(file.problems));
  return (await previewUpload(province.access, roster, file, dayInJakarta(receivedAt))).alerts;
}

/** Without what counts messages. */
const withoutTicket = (alert: Alert | undefined) => ({ ...alert, alertId: alert?.alertId.replace(/-t\d+$/, "") });

const told = (regency: string) => province.alerts().filter((alert) => alert.regency === regency);

const UNPRICED = { plannedWorkers: null, budgetRupiah: null, budgetSource: "worker", legalBasis: [], source: "rekaan" };

test("a monthly list that is the same as the last one clears what was told of its missing, once", async () => {
  const agreement = {
    sponsor: "Perisai",
    segment: "bpu",
    programmes: ["jkk", "jkm"],
    reporting: "monthly",
    rosters: ["14.04/bpu/perisai"],
    contact: { office: "Dinas Tenaga Kerja", email: null },
    periods: [{ first: "2023-01", last: "2023-12", ...UNPRICED }],
  };
  const list = rosterCsv(workers(0, 120));
  await province.put("agreements/14.04/perisai.json", JSON.stringify(agreement), "2023-01-02T02:00:00Z");
  await province.put("rosters/14.04/bpu/perisai/januari.csv", list, "2023-01-02T03:00:00Z");
  await province.drain();
  await province.day("2023-02-28T00:00:00Z");
  await province.drain();
  expect(told("14.04")).toMatchObject([{ kind: "roster.overdue", reportedOn: "2023-01-02" }]);

  const [foretold] = await previewed("14.04/bpu/perisai", list, "2023-02-28T02:00:00Z");
  const again = await province.put("rosters/14.04/bpu/perisai/februari.csv", list, "2023-02-28T02:00:00Z");
  await province.drain({ times: 2 });
  expect(await province.receipt(again)).toMatchObject({ status: "applied", version: 1, changes: { unchanged: 120 } });
  const recovered = { kind: "roster.recovered", clears: "roster.overdue", asOf: "2023-02-28" };
  expect(told("14.04").slice(1)).toMatchObject([recovered]);
  expect(withoutTicket(foretold)).toEqual(withoutTicket(told("14.04")[1]));
  await province.day("2023-03-01T00:00:00Z");
  await province.drain();
  expect(told("14.04")).toHaveLength(2);
});

test("a list of the next year is told against what was going to end, once, however often and in whatever order it all comes", async () => {
  const csv = (count: number, mulai: string, akhir: string) => rosterCsv(workers(0, count, { mulai, akhir }));
  const put = (name: string, file: string, at: string) =>
    province.put(`rosters/14.05/rentan/${name}/daftar.csv`, file, at);
  await put("apbd-2023", csv(600, "2023-01", "2023-12"), "2023-01-02T02:00:00Z");
  await province.drain();
  await province.day("2023-10-03T00:00:00Z");
  await province.drain();
  const next = csv(450, "2024-01", "2024-12");
  const foretold = await previewed("14.05/rentan/apbd-2024", next, "2023-10-05T02:00:00Z");
  await put("apbd-2024", next, "2023-10-05T02:00:00Z");
  await province.drain({ times: 2, reverse: true });
  for (const day of ["2023-10-05", "2023-10-06"]) await province.day(`${day}T00:00:00Z`);
  await province.drain({ times: 2, reverse: true });

  const all = told("14.05");
  expect(all.map(({ asOf, kind }) => `${asOf} ${kind}`)).toEqual([
    "2023-10-03 coverage.lapsing",
    "2023-10-05 coverage.lapsing",
  ]);
  const [first, second] = all;
  expect(foretold.map(withoutTicket)).toEqual([withoutTicket(second)]);
  expect(first).toMatchObject({ before: 600, after: 0, lastTold: null });
  expect(second).toMatchObject({
    before: 600,
    after: 450,
    severity: first?.severity,
    lastTold: {
      alertId: first?.alertId,
      before: 600,
      after: 0,
      parts: [{ roster: "14.05/rentan/apbd-2024", workers: 450 }],
    },
  });
});
