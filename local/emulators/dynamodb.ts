// DynamoDB on this machine: dynalite with the tables of the template.
import dynalite from "dynalite";
import type { TableResource } from "../template/storage.ts";
import { close, listen, portOf } from "./loopback.ts";

export interface DynamodbEmulator {
  readonly endpoint: string;
  createTable(table: TableResource): Promise<void>;
  stop(): Promise<void>;
}

export async function startDynamodb(port: number, region: string): Promise<DynamodbEmulator> {
  const server = dynalite({ createTableMs: 0 });
  // dynalite throws out of its process when a client breaks off a request, as a function does that is stopped at its timeout.
  server.on("request", (request) => {
    request.removeAllListeners("error");
    request.on("error", () => request.destroy());
  });
  await listen(server, port);
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  return {
    endpoint,
    createTable: async (table) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: {
          "content-type": "application/x-amz-json-1.0",
          "x-amz-target": "DynamoDB_20120810.CreateTable",
          "x-amz-date": "20200101T000000Z",
          // Nothing here checks a signature, but the protocol asks for the form of one.
          authorization: `AWS4-HMAC-SHA256 Credential=local/20200101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
        },
        body: JSON.stringify({
          TableName: table.name,
          KeySchema: table.keySchema,
          AttributeDefinitions: table.attributes,
          BillingMode: "PAY_PER_REQUEST",
        }),
      });
      if (!response.ok) throw new Error(`table ${table.name} cannot be made here: ${await response.text()}`);
    },
    stop: () => close(server),
  };
}
