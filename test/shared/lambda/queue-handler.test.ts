import type { Context, SQSEvent } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";

const schema = z.object({ n: z.number() });
type Message = z.infer<typeof schema>;

let logged: string[] = [];
let rejected: [body: string, reason: string][] = [];
beforeEach(() => {
  logged = [];
  rejected = [];
  left = 1000;
});
const log: Log = (_, event, fields) => void logged.push(`${event} ${fields?.error ?? fields?.code ?? ""}`.trim());
const reject = async (body: string, reason: string): Promise<void> => void rejected.push([body, reason]);

const eventOf = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    receiptHandle: "",
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "",
    awsRegion: "",
  })),
});
let left = 1000;
const context = { getRemainingTimeInMillis: () => left } as Partial<Context> as Context;
const failedOf = async (
  handle: Parameters<typeof queueHandler<Message>>[0]["handle"],
  event: SQSEvent,
): Promise<readonly string[]> => {
  const answer = await queueHandler({ schema, handle, reject, log })(event, context);
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};

describe("a batch of messages", () => {
  test("is answered with no failure when all are done", async () => {
    expect(
      await failedOf(
        oneByOne(async () => {}, log),
        eventOf({ n: 1 }, { n: 2 }),
      ),
    ).toEqual([]);
  });

  test("leaves just the one that failed for another try", async () => {
    const handle = oneByOne<Message>(async ({ n }) => {
      if (n === 2) throw new TypeError("1403010101019990 went wrong");
    }, log);
    expect(await failedOf(handle, eventOf({ n: 1 }, { n: 2 }, { n: 3 }))).toEqual(["m1"]);
    expect(logged).toEqual(["message-failed TypeError"]);
  });

  test("leaves all that were not begun when a fifth of the time is left", async () => {
    const slow = oneByOne<Message>(async () => {
      left -= 450;
    }, log);
    expect(await failedOf(slow, eventOf({ n: 1 }, { n: 2 }, { n: 3 }))).toEqual(["m2"]);
  });

  test("leaves all when the whole batch fails, and never answers as if it were done", async () => {
    const handle = async (): Promise<void> => {
      throw new Error("no connection");
    };
    expect(await failedOf(handle, eventOf({ n: 1 }, { n: 2 }))).toEqual(["m0", "m1"]);
  });

  test("two messages of the same content are two messages", async () => {
    let seen = 0;
    const handle = oneByOne<Message>(async () => {
      seen += 1;
      if (seen === 2) throw new Error();
    }, log);
    expect(await failedOf(handle, eventOf({ n: 1 }, { n: 1 }))).toEqual(["m1"]);
  });
});

describe("a message that can never work", () => {
  test.each([
    ["no JSON", "{", "not-json"],
    ["another shape", { n: "1" }, "wrong-shape at n"],
    ["no object at all", [], "wrong-shape"],
  ])("(%s) goes to the dead letters with its reason, and is not tried again", async (_, body, reason) => {
    expect(
      await failedOf(
        oneByOne(async () => {}, log),
        eventOf(body, { n: 1 }),
      ),
    ).toEqual([]);
    expect(rejected).toEqual([[typeof body === "string" ? body : JSON.stringify(body), reason]]);
  });

  test("is tried again when it cannot even be put there", async () => {
    const failing = queueHandler({
      schema,
      handle: oneByOne(async () => {}, log),
      reject: () => Promise.reject(new Error()),
      log,
    });
    const answer = await failing(eventOf("{", { n: 1 }), context);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: "m0" }]);
  });
});
