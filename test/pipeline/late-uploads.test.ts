// The event of a file comes only after newer files of its roster have been applied: the order of upload is what counts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

const TERMS = { mulai: "2023-02", akhir: "2023-12" };
const LEAVING = { mulai: "", akhir: "" };

/** A list, one that replaces it, who joins and who leaves, in one regency; whether the second list's event comes last, and twice. */
async function history(regency: string, late: boolean) {
  const key = `rosters/${regency}/rentan/apbd`;
  await province.put(`${key}/0.csv`, rosterCsv(workers(0, 300, TERMS)), "2023-02-01T02:00:00Z");
  await province.drain();
  const list = await province.put(`${key}/1.csv`, rosterCsv(workers(10, 320, TERMS)), "2023-02-02T02:00:00Z");
  if (late) province.lose("roster-uploads");
  await province.drain();
  const joining = [...workers(0, 5, { ...TERMS, upah: "2000000" }), ...workers(400, 480, TERMS)];
  await province.put(`${key}/2.add.csv`, rosterCsv(joining), "2023-02-03T02:00:00Z");
  await province.drain();
  await province.put(`${key}/3.end.csv`, rosterCsv(workers(310, 330, LEAVING)), "2023-02-04T02:00:00Z");
  await province.drain();
  if (late) {
    for (let times = 0; times < 2; times += 1) {
      province.send(list);
      await province.drain();
    }
  }
  const { workers: inRoster } = (await province.current(regency))?.coverage.rosters[0] ?? {};
  return {
    receipt: await province.receipt(list),
    covered: (await province.month(regency, "2023-02")).covered,
    inRoster,
  };
}

test("a whole list that comes after newer files is put before them, and undoes nothing of what they say", async () => {
  const inOrder = await history("14.03", false);
  const late = await history("14.04", true);
  expect(inOrder.covered).toBe(385);
  expect(late.covered).toBe(inOrder.covered);
  expect(late.inRoster).toEqual(inOrder.inRoster);
  expect(late.receipt).toMatchObject({ status: "applied", changes: inOrder.receipt.changes });
  expect(late.receipt.file.map(({ code }) => code)).toEqual(["perhaps-other-regency", "put-before-newer"]);
  expect(province.alerts()).toEqual([]);
});
