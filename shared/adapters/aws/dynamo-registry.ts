// Every slice that lies in the Registry table, whichever version it is of, and whether or not any record names it: for an operator who must be sure
// that nothing is left. A scan of the whole table.
import { DeleteItemCommand, type DynamoDBClient, paginateScan, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { rosterId } from "#shared/domain/roster.ts";
import { decodeSlice } from "#shared/domain/slice.ts";
import { type SliceName, type StoredSlice, sliceKey } from "#shared/domain/upload.ts";
import { REGISTRY_KEY } from "#shared/names.ts";
import { type Item, ifCondition, text, textIn } from "./items.ts";

export class DynamoRegistry {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async *all(): AsyncGenerator<StoredSlice, void, undefined> {
    const pages = paginateScan({ client: this.#dynamo }, { TableName: this.#table, ConsistentRead: true });
    for await (const page of pages) {
      for (const item of page.Items ?? []) {
        const bytes = item.enrolments?.B;
        if (bytes !== undefined) yield { ...nameIn(item), enrolments: decodeSlice(bytes) };
      }
    }
  }

  async *names(): AsyncGenerator<SliceName, void, undefined> {
    const pages = paginateScan(
      { client: this.#dynamo },
      { TableName: this.#table, ConsistentRead: true, ProjectionExpression: REGISTRY_KEY.partition },
    );
    for await (const page of pages) for (const item of page.Items ?? []) yield nameIn(item);
  }

  /** Its day of expiry stays; a slice that is gone does not come back. */
  async replace(name: SliceName, bytes: Uint8Array): Promise<void> {
    await ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: keyOf(name),
          UpdateExpression: "SET enrolments = :bytes",
          ConditionExpression: `attribute_exists(${REGISTRY_KEY.partition})`,
          ExpressionAttributeValues: { ":bytes": { B: bytes } },
        }),
      ),
    );
  }

  async remove(name: SliceName): Promise<void> {
    await this.#dynamo.send(new DeleteItemCommand({ TableName: this.#table, Key: keyOf(name) }));
  }
}

function keyOf({ roster, version, part }: SliceName): Item {
  return { [REGISTRY_KEY.partition]: text(sliceKey(roster, version, part)) };
}

function nameIn(item: Item): SliceName {
  const key = textIn(item, REGISTRY_KEY.partition);
  const found = /^(.+)@(\d+)\/(\d+)$/.exec(key);
  if (found === null) throw new Error("a slice under a key that is none");
  return { roster: rosterId(found[1] ?? ""), version: Number(found[2]), part: Number(found[3]) };
}
