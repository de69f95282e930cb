// Slices on the DynamoDB emulator, which answers at most about 1.4 MB a call and leaves the rest unprocessed.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDynamodb } from "#local/emulators/dynamodb.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { day } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { month } from "#shared/domain/month.ts";
import { JKK_JKM } from "#shared/domain/programme.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { sliceEnrolments } from "#shared/domain/slice.ts";

const ROSTER = rosterId("14.03/rentan/apbd");
let emulator: Awaited<ReturnType<typeof startDynamodb>>;
let dynamo: DynamoDBClient;
beforeAll(async () => {
  emulator = await startDynamodb(0, "ap-southeast-3");
  dynamo = new DynamoDBClient({
    region: "ap-southeast-3",
    endpoint: emulator.endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await emulator.createTable({
    name: "registry",
    keySchema: [{ AttributeName: "slice", KeyType: "HASH" }],
    attributes: [{ AttributeName: "slice", AttributeType: "S" }],
    expiresBy: null,
  });
});
afterAll(() => emulator.stop());

/** As many workers as fill some slices of 240 KiB. */
const large = pack(
  Array.from({ length: 60_000 }, (_, n) => ({
    worker: (n * 71_582).toString(16).padStart(8, "0").repeat(4) as WorkerId,
    first: month("2023-01"),
    last: month("2023-12"),
    programmes: JKK_JKM,
    basisRupiah: 0,
    employer: "",
    occupation: 0,
    riskClass: 0,
  })),
);

test("slices of more than one answer of the database are read whole, also when the emulator leaves some unprocessed", async () => {
  const slices = new DynamoSlices(dynamo, "registry");
  const bytes = sliceEnrolments(large);
  expect(bytes.length).toBeGreaterThanOrEqual(7);
  for (const [part, slice] of bytes.entries()) await slices.put(ROSTER, 1, part, slice);
  const [read = []] = (await slices.read([{ roster: ROSTER, current: 1, parts: bytes.length }])) ?? [];
  expect(read.map((slice) => slice.count).reduce((sum, count) => sum + count, 0)).toBe(60_000);
});

test("a version of which a slice is gone is not read at all", async () => {
  const slices = new DynamoSlices(dynamo, "registry");
  expect(await slices.read([{ roster: ROSTER, current: 1, parts: 99 }])).toBeNull();
});

test("a slice that is gone does not come back by being told to expire", async () => {
  const slices = new DynamoSlices(dynamo, "registry");
  await slices.expire(ROSTER, 77, 1, day("2023-01-01"));
  expect(await slices.read([{ roster: ROSTER, current: 77, parts: 1 }])).toBeNull();
});

test("a warm function reads a slice once", async () => {
  const slices = new DynamoSlices(dynamo, "registry", 10 * 1024 * 1024);
  const head = { roster: ROSTER, current: 1, parts: 1 };
  const first = await slices.read([head]);
  const again = await slices.read([head]);
  expect(again?.[0]?.[0]).toBe(first?.[0]?.[0]);
});
