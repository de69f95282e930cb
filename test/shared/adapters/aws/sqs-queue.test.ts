// A queue that answers success and yet has not taken all: a server of this test speaks the protocol and refuses what it is told to.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, expect, test } from "vitest";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
}

let server: Server;
let sqs: SQSClient;
afterEach(() => {
  sqs.destroy();
  server.close();
});

/** A queue whose n-th call does not take the entries for which `refuses` is true. */
async function queueThat(refuses: (call: number, entry: Entry) => boolean) {
  const calls: string[][] = [];
  const taken: string[] = [];
  server = createServer(async (request, response) => {
    const { Entries }: { Entries: readonly Entry[] } = JSON.parse(await text(request));
    calls.push(Entries.map(({ MessageBody }) => MessageBody));
    const failed = Entries.filter((entry) => refuses(calls.length, entry));
    const good = Entries.filter((entry) => !failed.includes(entry));
    taken.push(...good.map(({ MessageBody }) => MessageBody));
    const md5 = (body: string): string => createHash("md5").update(body).digest("hex");
    response.setHeader("content-type", "application/x-amz-json-1.0");
    response.end(
      JSON.stringify({
        Successful: good.map(({ Id, MessageBody }) => ({ Id, MessageId: Id, MD5OfMessageBody: md5(MessageBody) })),
        Failed: failed.map(({ Id }) => ({ Id, Code: "InternalError", SenderFault: false })),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  sqs = new SQSClient({ region: "ap-southeast-3", endpoint, credentials });
  return { queue: new SqsQueue<string>(sqs, `${endpoint}/000000000000/some`, (message) => message), calls, taken };
}

test("entries that were not taken are sent again, and those that were are not", async () => {
  const { queue, calls, taken } = await queueThat((call, { MessageBody }) => call === 1 && MessageBody !== "b");
  await queue.send(["a", "b", "c"]);
  expect(calls).toEqual([
    ["a", "b", "c"],
    ["a", "c"],
  ]);
  expect(taken.toSorted()).toEqual(["a", "b", "c"]);
});
