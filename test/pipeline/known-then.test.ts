// What a head tells of the file that made it, and what was known of a regency on an earlier day, through the real functions on the emulators.
import { DeleteItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownThen } from "#cli/known-then.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { sliceKey } from "#shared/domain/upload.ts";
import { EXPIRES_AT, OUTPUTS, REGISTRY_KEY } from "#shared/names.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { rosterCsv, workers } from "./rosters.ts";

let province: HandDeliveredProvince;
beforeAll(async () => {
  province = await startHandDelivered();
});
afterAll(() => province.stop());

const head = (roster: string) => province.access.heads.read(rosterId(roster));

/** Covered workers of a month as known at the end of a day; what else it was where they cannot be told. */
async function coveredThen(regency: string, at: string, on: string): Promise<unknown> {
  const around = { at: month(at), back: 1, ahead: 1 };
  const then = await knownThen(province.access, regencyCode(regency), day(on), around);
  if (then.kind !== "known") return then;
  return then.known.months.find((one) => one.month === month(at))?.covered;
}

describe("a head", () => {
  const roster = "14.01/rentan/apbd";
  const put = async (name: string, rows: Parameters<typeof rosterCsv>[0], at: string) => {
    await province.put(`rosters/${roster}/${name}`, rosterCsv(rows), at);
    await province.drain({ times: 2 });
  };

  test("tells of the file that made its version, and of the day of the newest report", async () => {
    await put("a.csv", [...workers(0, 100), { nik: "123" }], "2023-02-01T02:00:00Z");
    expect(await head(roster)).toMatchObject({
      current: 1,
      reportedOn: "2023-02-01",
      latest: { asOf: "2023-02-01", mode: "full", rejected: 1, ended: 0, released: false },
    });
    await put("b.end.csv", workers(0, 3, { akhir: "" }), "2023-02-05T20:00:00Z");
    expect(await head(roster)).toMatchObject({
      reportedOn: "2023-02-06",
      latest: { asOf: "2023-02-06", mode: "end", rejected: 0, ended: 3 },
    });
  });

  test.each([
    ["c.csv", workers(3, 100), "2023-02-10T02:00:00Z", "2023-02-10"],
    ["d.add.csv", workers(3, 50), "2023-02-12T02:00:00Z", "2023-02-12"],
    ["e.end.csv", workers(500, 501), "2023-02-13T02:00:00Z", "2023-02-13"],
  ])("hears of a report that changes nothing: %s", async (name, rows, at, on) => {
    const before = await head(roster);
    await put(name, rows, at);
    expect(await head(roster)).toMatchObject({ current: before.current, latest: before.latest, reportedOn: on });
  });

  test("does not fall back to an earlier day by an upload that comes late, and hears nothing of one superseded", async () => {
    await put("late.add.csv", workers(100, 101), "2023-02-11T02:00:00Z");
    expect(await head(roster)).toMatchObject({
      reportedOn: "2023-02-13",
      latest: { asOf: "2023-02-11", mode: "add" },
    });
    await put("superseded.csv", workers(3, 101), "2023-02-09T02:00:00Z");
    const photo = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    await province.put(`rosters/${roster}/foto.csv`, photo, "2023-02-20T02:00:00Z");
    await province.drain();
    expect((await head(roster)).reportedOn).toBe("2023-02-13");
  });
});

test("a version that a late upload replaces is kept from the newer day on", async () => {
  const roster = rosterId("14.04/rentan/apbd");
  await province.put(`rosters/${roster}/a.csv`, rosterCsv(workers(0, 10)), "2023-02-01T02:00:00Z");
  await province.drain();
  await province.put(`rosters/${roster}/b.add.csv`, rosterCsv(workers(10, 12)), "2023-08-01T02:00:00Z");
  await province.drain();
  await province.put(`rosters/${roster}/c.add.csv`, rosterCsv(workers(12, 13)), "2023-03-01T02:00:00Z");
  await province.drain();
  const { Item } = await province.dynamo.send(
    new GetItemCommand({
      TableName: province.outputs[OUTPUTS.registryTable],
      Key: { [REGISTRY_KEY.partition]: { S: sliceKey(roster, 2, 0) } },
    }),
  );
  // 25 months after August 2023, then the end of that month.
  const expires = new Date(Number(Item?.[EXPIRES_AT]?.N) * 1000).toISOString();
  expect(expires.slice(0, 10)).toBe("2025-10-01");
});

describe("coverage as it was known", () => {
  const roster = "14.02/rentan/apbd";

  test("on each day between uploads is that of the version of then, also in a month that is closed since", async () => {
    await province.put(`rosters/${roster}/a.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
    await province.drain();
    await province.put(`rosters/${roster}/b.add.csv`, rosterCsv(workers(100, 130)), "2023-03-01T20:00:00Z");
    await province.put("rosters/14.02/bpu/mandiri/a.csv", rosterCsv(workers(120, 140)), "2023-03-05T02:00:00Z");
    await province.drain();
    await province.day("2024-06-01T17:10:00Z");
    await province.drain();

    expect(await coveredThen("14.02", "2023-02", "2023-01-31")).toEqual({ kind: "nothing" });
    expect(await coveredThen("14.02", "2023-02", "2023-02-01")).toBe(100);
    expect(await coveredThen("14.02", "2023-02", "2023-03-01")).toBe(100);
    expect(await coveredThen("14.02", "2023-02", "2023-03-02")).toBe(130);
    expect(await coveredThen("14.02", "2023-02", "2023-03-05")).toBe(140);
    expect(await coveredThen("14.02", "2024-01", "2024-06-02")).toBe(0);
  });

  test("counts released removals from the day on which they were released", async () => {
    const key = "rosters/14.03/rentan/apbd";
    await province.put(`${key}/a.csv`, rosterCsv(workers(0, 100)), "2023-02-01T02:00:00Z");
    await province.drain();
    const short = await province.put(`${key}/b.csv`, rosterCsv(workers(0, 50)), "2023-03-01T02:00:00Z");
    await province.drain();
    const held = await province.receipt(short);
    expect(held.status).toBe("held");
    for (const decidedOn of [day("2023-03-09"), day("2023-03-10")]) {
      const { uploadId } = held;
      const decision = "release" as const;
      province.sendUploadMessage({
        type: "decide-held",
        roster: rosterId("14.03/rentan/apbd"),
        uploadId,
        decision,
        decidedOn,
      });
    }
    await province.drain();
    expect(await head("14.03/rentan/apbd")).toMatchObject({
      reportedOn: "2023-03-01",
      latest: { ended: 50, released: true },
    });
    expect(await coveredThen("14.03", "2023-03", "2023-03-08")).toBe(100);
    expect(await coveredThen("14.03", "2023-03", "2023-03-09")).toBe(50);
  });

  test("names the rosters whose version of then is no longer kept", async () => {
    await province.dynamo.send(
      new DeleteItemCommand({
        TableName: province.outputs[OUTPUTS.registryTable],
        Key: { [REGISTRY_KEY.partition]: { S: sliceKey(rosterId(roster), 1, 0) } },
      }),
    );
    expect(await coveredThen("14.02", "2023-02", "2023-02-20")).toEqual({
      kind: "gone",
      rosters: [{ roster, cause: "retention", on: null }],
    });
    expect(await coveredThen("14.02", "2023-02", "2023-03-05")).toBe(140);
  });
});
