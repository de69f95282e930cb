// A late file that can no longer be put in its place touches nothing and says so, and whoever keeps watch is told.
import { beforeEach, expect, test } from "vitest";
import type { Receipt } from "#shared/domain/receipt.ts";
import { rosterCsv, workers } from "#test/pipeline/rosters.ts";
import { type PutFile, World } from "../world/world.ts";

const ROSTER = "14.03/rentan/apbd";
const TERMS = { mulai: "2023-02", akhir: "2023-12" };
let world: World;
let late: PutFile;
const put = (name: string, from: number, to: number, delayMs: number | null = 0): PutFile => {
  world.clock.pass(1000);
  return world.put({ key: `rosters/${ROSTER}/${name}`, body: rosterCsv(workers(from, to, TERMS)) }, delayMs);
};

beforeEach(async () => {
  world = new World("2023-02-01T02:00:00Z");
  put("0.csv", 0, 4);
  await world.drain();
  late = put("1.csv", 0, 5, null);
});

async function arrive(file: PutFile): Promise<Receipt> {
  world.queues["roster-uploads"].send(file.event);
  await world.drain();
  const stored = world.stores.receipts.newest(`receipts/${ROSTER}/${file.uploadId}.json`);
  return JSON.parse(new TextDecoder().decode(stored?.body));
}

const standing = () => ({ ...world.stores.heads.get(ROSTER), lastVersion: null });
const kinds = () => world.stores.alertTopic.map((text) => JSON.parse(text).kind);

test("a newer file that has been applied cannot be read again", async () => {
  const newer = put("2.add.csv", 8, 9);
  await world.drain();
  const before = standing();
  const { versionId = "" } = world.stores.rosters.newest(newer.key) ?? {};
  world.stores.rosters.removeVersion(newer.key, versionId);
  expect(await arrive(late)).toMatchObject({ status: "refused", version: null, file: [{ code: "newer-file-gone" }] });
  expect(standing()).toEqual(before);
  expect(world.stores.uploads.get(`14.03/${late.uploadId}`)?.status).toBe("refused");
  expect(kinds()).toEqual(["roster.refused"]);
});

test("so many newer ones have been applied that its place is forgotten", async () => {
  for (let number = 0; number < 70; number += 1) {
    put(`2-${number}.add.csv`, 10 + number, 11 + number);
    await world.drain();
  }
  const before = standing();
  expect(await arrive(late)).toMatchObject({ status: "refused", version: null, file: [{ code: "too-late" }] });
  expect(standing()).toEqual(before);
  expect(kinds()).toEqual(["roster.refused"]);
});

test("what it was to be planned on is no longer kept", async () => {
  put("2.add.csv", 8, 9);
  await world.drain();
  world.stores.slices.delete(`${ROSTER}@1/0`);
  expect(await arrive(late)).toMatchObject({ status: "refused", file: [{ code: "too-late" }] });
});

test("put in its place it says how many newer ones hold, and no fall is told on the way", async () => {
  put("2.add.csv", 5, 12);
  await world.drain();
  expect(await arrive(late)).toMatchObject({
    status: "applied",
    changes: { enrolled: 1, unchanged: 4, ended: 0 },
    file: [{ code: "put-before-newer" }],
  });
  expect(world.stores.current.get("14.03")?.months.find(({ month }) => month === 2023 * 12 + 1)?.covered).toBe(12);
  expect(kinds()).toEqual([]);
});
