import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDynamodb } from "#local/emulators/dynamodb.ts";
import { LOCAL_CREDENTIALS } from "#local/emulators.ts";
import { DynamoAdmissions } from "#shared/adapters/aws/dynamo-admissions.ts";
import { day } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { COVERAGE_KEY } from "#shared/names.ts";

const REGION = "ap-southeast-3";
const RIAU = provinceCode("14");
const worker = (n: number) => n.toString(16).padStart(32, "0") as WorkerId;
const bytes = (n: number, ...days: readonly number[]) => Uint8Array.of(...Buffer.from(worker(n), "hex"), ...days);
let dynamo: DynamoDBClient;
let admissions: DynamoAdmissions;
let stop: () => Promise<void>;

beforeAll(async () => {
  const emulator = await startDynamodb(0, REGION);
  const { partition, sort } = COVERAGE_KEY;
  await emulator.createTable({
    name: "coverage",
    keySchema: [
      { AttributeName: partition, KeyType: "HASH" },
      { AttributeName: sort, KeyType: "RANGE" },
    ],
    attributes: [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    expiresBy: null,
  });
  dynamo = new DynamoDBClient({ region: REGION, endpoint: emulator.endpoint, credentials: LOCAL_CREDENTIALS });
  admissions = new DynamoAdmissions(dynamo, "coverage");
  stop = async () => {
    dynamo.destroy();
    await emulator.stop();
  };
});
afterAll(() => stop());

test("who is kept out stays so since the first time, and nobody else gets a day", async () => {
  expect(await admissions.keptOut(RIAU)).toEqual(new Map());
  expect(await admissions.keepOut(RIAU, "k1", [worker(1), worker(2)], day("2024-01-10"))).toBe(true);
  expect(await admissions.keepOut(RIAU, "k1", [worker(2), worker(3)], day("2024-02-10"))).toBe(true);
  expect(await admissions.keepOut(RIAU, "k1", [worker(3)], day("2024-03-10"))).toBe(true);
  expect(await admissions.keptOut(RIAU)).toEqual(
    new Map([
      [worker(1), "2024-01-10"],
      [worker(2), "2024-01-10"],
      [worker(3), "2024-02-10"],
    ]),
  );
  expect((await admissions.read(RIAU)).erased).toEqual(new Set([worker(1), worker(2), worker(3)]));
  expect(await admissions.keepOut(RIAU, "k2", [worker(3)], day("2024-03-10"))).toBe(false);
});

test("a change of the key keeps the days", async () => {
  await admissions.beginChange(RIAU, "k1", "k2");
  expect(await admissions.endChange(RIAU, "k2", new Map([[worker(9), day("2024-01-10")]]))).toBe(true);
  expect(await admissions.keptOut(RIAU)).toEqual(new Map([[worker(9), "2024-01-10"]]));
});

test("of two at once the earlier day holds, and one that was kept out before days were kept has none", async () => {
  const erased = { BS: [bytes(4, 77, 20), bytes(4, 77, 10), bytes(5), bytes(5, 77, 10)] };
  const Item = { [COVERAGE_KEY.partition]: { S: "21" }, [COVERAGE_KEY.sort]: { S: "admission" }, erased };
  await dynamo.send(new PutItemCommand({ TableName: "coverage", Item }));
  expect(await admissions.keptOut(provinceCode("21"))).toEqual(
    new Map([
      [worker(4), "2023-12-31"],
      [worker(5), null],
    ]),
  );
});
