import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDynamodb } from "#local/emulators/dynamodb.ts";

describe("DynamoDB on this machine", () => {
  it("goes on when a client breaks off in the middle of a request, as a function does that is stopped at its timeout", async () => {
    const dynamodb = await startDynamodb(0, "ap-southeast-3");
    onTestFinished(() => dynamodb.stop());
    const { port } = new URL(dynamodb.endpoint);
    const client = connect(Number(port), "127.0.0.1");
    await once(client, "connect");
    client.write(
      "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 1000\r\n\r\n{",
    );
    await fetch(dynamodb.endpoint);
    client.resetAndDestroy();
    await once(client, "close");
    const keySchema = [{ AttributeName: "slice", KeyType: "HASH" }];
    const attributes = [{ AttributeName: "slice", AttributeType: "S" }];
    await dynamodb.createTable({ name: "Registry", keySchema, attributes, expiresBy: null });
  });

  it("says why a table cannot be made", async () => {
    const dynamodb = await startDynamodb(0, "ap-southeast-3");
    onTestFinished(() => dynamodb.stop());
    const wrong = { name: "Registry", keySchema: [], attributes: [], expiresBy: null };
    await expect(dynamodb.createTable(wrong)).rejects.toThrow("table Registry cannot be made here");
  });
});
