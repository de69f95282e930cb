// What is remembered of every upload. The record is written once; its plan changes only when the version it names has become void.
import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { uploadRecord } from "#events/upload-record.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import type { UploadPlan, UploadRecord } from "#shared/domain/upload.ts";
import type { Release, Uploads } from "#shared/ports.ts";
import { uploadKey } from "./coverage-items.ts";
import { type Item, ifCondition, number, numberIn, text, textIn } from "./items.ts";

export class DynamoUploads implements Uploads {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async find(roster: RosterId, uploadId: string): Promise<UploadRecord | null> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(roster, uploadId), ConsistentRead: true }),
    );
    return item === undefined ? null : uploadOf(item);
  }

  async create(record: UploadRecord): Promise<UploadRecord> {
    const { plan, status } = record;
    const created = await ifCondition(() =>
      this.#dynamo.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: {
            ...keyOf(record.roster, record.uploadId),
            upload: text(JSON.stringify(neverChanging(record))),
            status: text(status),
            ...planItem(plan),
          },
          ConditionExpression: "attribute_not_exists(upload)",
        }),
      ),
    );
    return created ? record : this.#stored(record.roster, record.uploadId);
  }

  async planAgain(roster: RosterId, uploadId: string, voidVersion: number, plan: UploadPlan): Promise<UploadRecord> {
    await ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: keyOf(roster, uploadId),
          UpdateExpression: `SET ${SET_PLAN}`,
          ConditionExpression: "version = :void AND #status = :planned",
          ExpressionAttributeNames: { "#status": "status" },
          ExpressionAttributeValues: {
            ...planValues(plan),
            ":void": number(voidVersion),
            ":planned": text("planned"),
          },
        }),
      ),
    );
    return this.#stored(roster, uploadId);
  }

  async release(roster: RosterId, uploadId: string, { plan, decidedOn }: Release): Promise<void> {
    await ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: keyOf(roster, uploadId),
          UpdateExpression: `SET #status = :planned, released = :true, ${SET_PLAN}${decidedOn === null ? "" : ", decidedOn = :on"}`,
          ConditionExpression: "#status = :held",
          ExpressionAttributeNames: { "#status": "status" },
          ExpressionAttributeValues: {
            ...planValues(plan),
            ":planned": text("planned"),
            ":held": text("held"),
            ":true": { BOOL: true },
            ...(decidedOn === null ? {} : { ":on": text(decidedOn) }),
          },
        }),
      ),
    );
  }

  async finish(roster: RosterId, receipt: Receipt): Promise<void> {
    const { version, rows, changes, decision } = receipt;
    await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: keyOf(roster, receipt.uploadId),
        UpdateExpression: "SET #status = :status, outcome = :outcome",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":status": text(receipt.status),
          ":outcome": text(JSON.stringify({ version, rows, changes, decision })),
        },
      }),
    );
  }

  async #stored(roster: RosterId, uploadId: string): Promise<UploadRecord> {
    const record = await this.find(roster, uploadId);
    if (record === null) throw new Error(`upload ${uploadId} is not stored`);
    return record;
  }
}

const SET_PLAN = "version = :version, baseVersion = :base, baseParts = :baseParts, taken = :taken";

function planValues(plan: UploadPlan): Item {
  const { version, base, baseParts, taken } = plan;
  return {
    ":version": number(version),
    ":base": number(base),
    ":baseParts": number(baseParts),
    ":taken": number(taken),
  };
}

/** What is known of an upload from its event on; the rest are attributes of their own. */
function neverChanging(record: UploadRecord) {
  const { uploadId, roster, order, mode, asOf, receivedAt, fileName, object, receiptKey, requester } = record;
  return { uploadId, roster, order, mode, asOf, receivedAt, fileName, object, receiptKey, requester };
}

/** An upload item in the domain's form. */
export function uploadOf(item: Item): UploadRecord {
  return uploadRecord.parse({
    ...JSON.parse(textIn(item, "upload")),
    status: textIn(item, "status"),
    released: item.released?.BOOL === true,
    decidedOn: item.decidedOn?.S ?? null,
    outcome: item.outcome === undefined ? null : JSON.parse(textIn(item, "outcome")),
    plan: {
      version: numberIn(item, "version"),
      base: numberIn(item, "baseVersion"),
      baseParts: numberIn(item, "baseParts"),
      taken: numberIn(item, "taken"),
    },
  });
}

function keyOf(roster: RosterId, uploadId: string): Item {
  return uploadKey(rosterParts(roster).regency, uploadId);
}

function planItem(plan: UploadPlan): Item {
  const { version, base, baseParts, taken } = plan;
  return { version: number(version), baseVersion: number(base), baseParts: number(baseParts), taken: number(taken) };
}
