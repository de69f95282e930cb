import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { clientOf, type SmallProvince, startSmallProvince } from "#test/local/fixtures/province.ts";
import { behaviourTemplate } from "#test/local/fixtures/template.ts";

async function send(province: SmallProvince, ...does: readonly string[]): Promise<void> {
  const sqs = new SQSClient(clientOf(province, "sqs"));
  const Entries = does.map((it, id) => ({ Id: String(id), MessageBody: JSON.stringify({ id, does: it }) }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: province.outputs.TasksUrl, Entries }));
  sqs.destroy();
}

interface Invocation {
  readonly invocations: number;
  readonly bodies: readonly number[];
  readonly receiveCounts: readonly string[];
  readonly remaining: number;
  readonly greeting: string;
  readonly home: null;
}

function invocationsOf(province: SmallProvince): readonly Invocation[] {
  return province.lines.filter((line) => line.startsWith('{"invocations"')).map((line) => JSON.parse(line));
}

const deadIds = (province: SmallProvince): readonly number[] =>
  province.deadLetters().map(({ body }) => JSON.parse(body).id);

describe("a queue that feeds a function", () => {
  it("loses the messages that succeeded, and gives the failed one again until it lies with the dead letters", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    await send(province, "succeed", "fail", "succeed");
    await province.idle();
    expect(invocationsOf(province).map(({ bodies }) => bodies)).toEqual([[0, 1, 2], [1], [1]]);
    expect(invocationsOf(province).map(({ receiveCounts }) => receiveCounts.at(-1))).toEqual(["1", "2", "3"]);
    expect(deadIds(province)).toEqual([1]);
    expect(province.status().queues).toMatchObject([{ messages: 0 }]);
  });

  it("keeps its function warm, with its own environment and nothing of this process", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    await send(province, "succeed");
    await province.idle();
    await send(province, "succeed");
    await province.idle();
    const [first, second] = invocationsOf(province);
    expect([first?.invocations, second?.invocations]).toEqual([1, 2]);
    expect(first).toMatchObject({ greeting: "selamat", home: null });
    expect(first?.remaining).toBeGreaterThan(20_000);
    expect(first?.remaining).toBeLessThanOrEqual(30_000);
  });

  it.each(["throw", "reject", "exit", "answer unknown"])(
    "deletes nothing of the batch when the function does this: %s",
    async (does) => {
      const province = await startSmallProvince(behaviourTemplate());
      await send(province, "succeed", does);
      await province.idle();
      const [first, ...later] = invocationsOf(province).map(({ bodies }) => bodies);
      expect(first).toEqual([0, 1]);
      // They need not come back together; alone, the good one succeeds.
      expect(later.flat()).toContain(0);
      expect(later.flat().filter((id) => id === 1)).toHaveLength(2);
      expect(deadIds(province)).toContain(1);
    },
  );

  it.each([
    ["throw", [1, 2, 3]],
    ["exit", [1, 1, 1]],
  ])("has a fresh instance after a crash only: %s", async (does, invocations) => {
    const province = await startSmallProvince(behaviourTemplate());
    await send(province, does);
    await province.idle();
    expect(invocationsOf(province).map((it) => it.invocations)).toEqual(invocations);
  });

  it("ends a function that takes longer than its timeout", async () => {
    const province = await startSmallProvince(behaviourTemplate({}, 0.4));
    await send(province, "hang");
    await province.idle();
    expect(invocationsOf(province).map((it) => it.invocations)).toEqual([1, 1, 1]);
    expect(deadIds(province)).toEqual([0]);
    expect(province.lines.filter((line) => line.includes("timed out"))).toHaveLength(3);
  });

  it("takes an answer of nothing as success", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    await send(province, "answer nothing");
    await province.idle();
    expect(deadIds(province)).toEqual([]);
  });

  it("takes any answer as success when the mapping does not report failures of single messages", async () => {
    const province = await startSmallProvince(behaviourTemplate({ FunctionResponseTypes: [] }));
    await send(province, "fail");
    await province.idle();
    expect(invocationsOf(province)).toHaveLength(1);
    expect(deadIds(province)).toEqual([]);
  });

  it("gives at most the mapping's batch size at once", async () => {
    const province = await startSmallProvince(behaviourTemplate({ BatchSize: 2 }));
    await send(province, ...Array.from({ length: 5 }, () => "succeed"));
    await province.idle();
    expect(invocationsOf(province).map(({ bodies }) => bodies.length)).toEqual([2, 2, 1]);
  });

  it("does not wait out a batching window when nothing else moves", async () => {
    const province = await startSmallProvince(
      behaviourTemplate({ MaximumBatchingWindowInSeconds: 300, BatchSize: 100 }),
    );
    await send(province, "succeed", "succeed");
    await province.idle();
    expect(invocationsOf(province).map(({ bodies }) => bodies.length)).toEqual([2]);
  });
});
