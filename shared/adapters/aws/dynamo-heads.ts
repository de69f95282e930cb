// The heads of rosters: where each stands. A head moves in one conditional step; before it leaves a version, that version is marked as having been
// current, so that a late repetition can tell "applied long ago" from "never applied".
import { type DynamoDBClient, GetItemCommand, paginateQuery, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import type { HeadMove, Heads } from "#shared/ports.ts";
import { headKey, ROSTER_PREFIX, rosterOfHead, versionKey } from "./coverage-items.ts";
import { type Item, ifCondition, number, numberIn, text, textIn } from "./items.ts";

const NO_NEWER_FULL = "(attribute_not_exists(fullOrder) OR fullOrder <= :order)";

export class DynamoHeads implements Heads {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async nextVersion(roster: RosterId): Promise<{ readonly version: number; readonly head: Head }> {
    const { Attributes: item = {} } = await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: headKey(roster),
        UpdateExpression:
          "SET #current = if_not_exists(#current, :none), parts = if_not_exists(parts, :none) ADD lastVersion :one",
        ExpressionAttributeNames: { "#current": "current" },
        ExpressionAttributeValues: { ":none": number(0), ":one": number(1) },
        ReturnValues: "ALL_NEW",
      }),
    );
    return { version: numberIn(item, "lastVersion"), head: headOf(roster, item) };
  }

  async read(roster: RosterId): Promise<Head> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: headKey(roster), ConsistentRead: true }),
    );
    return headOf(roster, item ?? {});
  }

  async ofRegency(regency: RegencyCode): Promise<readonly Head[]> {
    const heads: Head[] = [];
    const pages = paginateQuery(
      { client: this.#dynamo },
      {
        TableName: this.#table,
        KeyConditionExpression: "#scope = :scope AND begins_with(#item, :prefix)",
        ExpressionAttributeNames: { "#scope": COVERAGE_KEY.partition, "#item": COVERAGE_KEY.sort },
        ExpressionAttributeValues: { ":scope": text(regency), ":prefix": text(ROSTER_PREFIX) },
        ConsistentRead: true,
      },
    );
    for await (const page of pages) {
      for (const item of page.Items ?? []) {
        heads.push(headOf(rosterId(rosterOfHead(regency, textIn(item, COVERAGE_KEY.sort))), item));
      }
    }
    return heads.filter((head) => head.current > 0);
  }

  confirm(roster: RosterId, base: number, order: UploadOrder): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: headKey(roster),
          UpdateExpression: "SET fullOrder = :order",
          ConditionExpression: `#current = :base AND ${NO_NEWER_FULL}`,
          ExpressionAttributeNames: { "#current": "current" },
          ExpressionAttributeValues: { ":base": number(base), ":order": text(order) },
        }),
      ),
    );
  }

  async addPart(batch: EnrolmentBatch, part: number): Promise<number> {
    const { Attributes: item } = await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: versionKey(batch.roster, batch.version),
        UpdateExpression:
          "SET uploadId = :upload, baseVersion = :base, parts = :parts, receiptKey = :receipt, asOf = :asOf, keyId = :keyId ADD applied :part",
        ExpressionAttributeValues: {
          ":upload": text(batch.uploadId),
          ":base": number(batch.base),
          ":parts": number(batch.parts),
          ":receipt": text(batch.receiptKey),
          ":asOf": text(batch.asOf),
          ":keyId": text(batch.keyId),
          ":part": { NS: [String(part)] },
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return item?.applied?.NS?.length ?? 0;
  }

  async move(move: HeadMove): Promise<boolean> {
    if (move.base > 0) await this.#markCurrent(move.roster, move.base);
    return ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: headKey(move.roster),
          UpdateExpression: `SET #current = :version, parts = :parts${move.full ? ", fullOrder = :order" : ""}`,
          ConditionExpression: `#current = :base AND ${NO_NEWER_FULL}`,
          ExpressionAttributeNames: { "#current": "current" },
          ExpressionAttributeValues: {
            ":version": number(move.version),
            ":parts": number(move.parts),
            ":base": number(move.base),
            ":order": text(move.order),
          },
        }),
      ),
    );
  }

  async wasCurrent(roster: RosterId, version: number): Promise<boolean> {
    // The head first, then the mark: a head that left the version in between had marked it before.
    if ((await this.read(roster)).current === version) return true;
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: versionKey(roster, version), ConsistentRead: true }),
    );
    return item?.wasCurrent?.BOOL === true;
  }

  /** The head is at, or has passed, this version: nobody plans on a version that the head never reached. */
  async #markCurrent(roster: RosterId, version: number): Promise<void> {
    await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: versionKey(roster, version),
        UpdateExpression: "SET wasCurrent = :true",
        ExpressionAttributeValues: { ":true": { BOOL: true } },
      }),
    );
  }
}

function headOf(roster: RosterId, item: Item): Head {
  return {
    roster,
    current: Number(item.current?.N ?? 0),
    parts: Number(item.parts?.N ?? 0),
    fullOrder: (item.fullOrder?.S as UploadOrder | undefined) ?? null,
  };
}
