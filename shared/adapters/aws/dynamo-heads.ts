// The heads of rosters: where each stands. A head moves in one conditional step; before it leaves a version, that version is marked as having been
// current, so that a late repetition can tell "applied long ago" from "never applied".
import { type DynamoDBClient, GetItemCommand, paginateQuery, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { laterDay } from "#shared/domain/day.ts";
import { recentAfter } from "#shared/domain/recent-uploads.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import type { Head } from "#shared/domain/upload.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import type { HeadConfirmation, HeadMove, Heads } from "#shared/ports.ts";
import { headKey, ROSTER_PREFIX, rosterOfHead, versionKey } from "./coverage-items.ts";
import { headOf } from "./head-item.ts";
import { type Item, ifCondition, number, numberIn, text, textIn } from "./items.ts";
import { versionText } from "./version-item.ts";

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
          "SET #current = if_not_exists(#current, :none), parts = if_not_exists(parts, :none), taken = if_not_exists(taken, :none) ADD lastVersion :one",
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
    return (await this.everyOfRegency(regency)).filter((head) => head.current > 0);
  }

  /** Those of rosters without a version, too. */
  async everyOfRegency(regency: RegencyCode): Promise<readonly Head[]> {
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
    return heads;
  }

  confirm(confirmation: HeadConfirmation): Promise<boolean> {
    return this.#step(confirmation, [], {});
  }

  async addPart(record: RosterVersion, part: number): Promise<number> {
    const { Attributes: item } = await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: versionKey(record.roster, record.version),
        UpdateExpression: "SET version = :version ADD applied :part",
        ExpressionAttributeValues: {
          ":version": text(versionText(record)),
          ":part": { NS: [String(part)] },
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return item?.applied?.NS?.length ?? 0;
  }

  async move(move: HeadMove): Promise<boolean> {
    if (move.base > 0) await this.#markCurrent(move.roster, move.base);
    return this.#step(
      move,
      ["#current = :version", "parts = :parts", "filed = :filed", "keyId = :keyId", "latest = :latest"],
      {
        ":version": number(move.version),
        ":parts": number(move.parts),
        ":filed": number(move.filed ?? move.version),
        ":keyId": text(move.keyId),
        ":fromKeyId": text(move.fromKeyId ?? move.keyId),
        ":latest": text(JSON.stringify(move.latest)),
      },
      " AND (attribute_not_exists(keyId) OR keyId = :fromKeyId)",
    );
  }

  async voidPlans(roster: RosterId): Promise<void> {
    await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: headKey(roster),
        UpdateExpression: "ADD taken :one",
        ExpressionAttributeValues: { ":one": number(1) },
      }),
    );
  }

  /** Lets a roster without a version have none under another key; false when it has a version by now. */
  setKeyOfEmpty(roster: RosterId, keyId: string): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: headKey(roster),
          UpdateExpression: "SET keyId = :keyId",
          ConditionExpression: "#current = :none",
          ExpressionAttributeNames: { "#current": "current" },
          ExpressionAttributeValues: { ":keyId": text(keyId), ":none": number(0) },
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

  /** One conditional step of a head that has taken nothing since the upload was planned: what is read of it here then still holds when it is written. */
  async #step(
    step: HeadConfirmation & Pick<HeadMove, "filed">,
    changes: readonly string[],
    values: Item,
    also = "",
  ): Promise<boolean> {
    const { roster, base, taken, order, full, asOf } = step;
    const head = await this.read(roster);
    if (head.current !== base || head.taken !== taken) return false;
    const recent = recentAfter(head, step);
    const set = [...changes, "taken = :next", "recent = :recent", "reportedOn = :reportedOn"];
    return ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: headKey(roster),
          UpdateExpression: `SET ${[...set, ...(full ? ["fullOrder = :order"] : [])].join(", ")}`,
          ConditionExpression: `#current = :base AND taken = :taken${also}`,
          ExpressionAttributeNames: { "#current": "current" },
          ExpressionAttributeValues: {
            ...values,
            ":base": number(base),
            ":taken": number(taken),
            ":next": number(taken + 1),
            ":recent": text(JSON.stringify(recent)),
            ":reportedOn": text(laterDay(head.reportedOn ?? asOf, asOf)),
            ...(full ? { ":order": text(order) } : {}),
          },
        }),
      ),
    );
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
