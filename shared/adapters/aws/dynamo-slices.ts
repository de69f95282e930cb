// Slices of rosters in the Registry table. A slice never changes, so those that were read stay in memory while a function is warm.
import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Day } from "#shared/domain/day.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { decodeSlice } from "#shared/domain/slice.ts";
import { sliceKey, type VersionSlices } from "#shared/domain/upload.ts";
import { EXPIRES_AT, REGISTRY_KEY } from "#shared/names.ts";
import type { Slices } from "#shared/ports.ts";
import { type Item, ifCondition, number, text, textIn } from "./items.ts";
import { retryUntilEmpty } from "./retry-until-empty.ts";

const KEYS_PER_CALL = 100;

export class DynamoSlices implements Slices {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;
  readonly #keepBytes: number;
  readonly #warm = new Map<string, PackedEnrolments>();
  #warmBytes = 0;

  /** @param keepBytes how much of what was read may stay in memory between calls */
  constructor(dynamo: DynamoDBClient, table: string, keepBytes = 0) {
    this.#dynamo = dynamo;
    this.#table = table;
    this.#keepBytes = keepBytes;
  }

  async put(roster: RosterId, version: number, part: number, bytes: Uint8Array): Promise<void> {
    // An update, so that a slice written again late keeps the day on which it expires.
    await this.#dynamo.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: { [REGISTRY_KEY.partition]: text(sliceKey(roster, version, part)) },
        UpdateExpression: "SET enrolments = :bytes",
        ExpressionAttributeValues: { ":bytes": { B: bytes } },
      }),
    );
  }

  async read(heads: readonly VersionSlices[]): Promise<readonly (readonly PackedEnrolments[])[] | null> {
    const keysOfHead = heads.map(keysOf);
    const found = await this.#readAll(keysOfHead.flat());
    const slices = keysOfHead.map((keys) => keys.flatMap((key) => found.get(key) ?? []));
    this.#keep(found);
    return slices.every((ofHead, index) => ofHead.length === keysOfHead[index]?.length) ? slices : null;
  }

  /** Keys of those that are not there; contents are not read. */
  async missing(versions: readonly VersionSlices[]): Promise<readonly string[]> {
    const keys = versions.flatMap(keysOf);
    const found = new Set<string>();
    for (let from = 0; from < keys.length; from += KEYS_PER_CALL) {
      await retryUntilEmpty(keys.slice(from, from + KEYS_PER_CALL), (left) =>
        this.#get(left, { ProjectionExpression: REGISTRY_KEY.partition }, (item) => {
          found.add(textIn(item, REGISTRY_KEY.partition));
        }),
      );
    }
    return keys.filter((key) => !found.has(key));
  }

  /** As it was written; null when it is gone. */
  async bytes(roster: RosterId, version: number, part: number): Promise<Uint8Array | null> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: { [REGISTRY_KEY.partition]: text(sliceKey(roster, version, part)) },
        ConsistentRead: true,
      }),
    );
    return item?.enrolments?.B ?? null;
  }

  async expire(roster: RosterId, version: number, parts: number, on: Day): Promise<void> {
    for (let part = 0; part < parts; part += 1) {
      // A slice that is gone already must not come back as an empty one.
      await ifCondition(() =>
        this.#dynamo.send(
          new UpdateItemCommand({
            TableName: this.#table,
            Key: { [REGISTRY_KEY.partition]: text(sliceKey(roster, version, part)) },
            UpdateExpression: `SET ${EXPIRES_AT} = :at`,
            ConditionExpression: `attribute_exists(${REGISTRY_KEY.partition})`,
            ExpressionAttributeValues: { ":at": number(Date.parse(`${on}T17:00:00Z`) / 1000) },
          }),
        ),
      );
    }
  }

  async #readAll(keys: readonly string[]): Promise<Map<string, PackedEnrolments>> {
    const found = new Map<string, PackedEnrolments>();
    const missing: string[] = [];
    for (const key of keys) {
      const warm = this.#warm.get(key);
      if (warm === undefined) missing.push(key);
      else found.set(key, warm);
    }
    for (let from = 0; from < missing.length; from += KEYS_PER_CALL) {
      await retryUntilEmpty(missing.slice(from, from + KEYS_PER_CALL), (left) => this.#readSome(left, found));
    }
    return found;
  }

  #readSome(keys: readonly string[], found: Map<string, PackedEnrolments>): Promise<readonly string[]> {
    return this.#get(keys, {}, (item) => {
      const bytes = item.enrolments?.B;
      if (bytes !== undefined) found.set(textIn(item, REGISTRY_KEY.partition), decodeSlice(bytes));
    });
  }

  /** One call; returns the keys that were left out of its answer. */
  async #get(
    keys: readonly string[],
    what: { readonly ProjectionExpression?: string },
    take: (item: Item) => void,
  ): Promise<readonly string[]> {
    const Keys = keys.map((key) => ({ [REGISTRY_KEY.partition]: text(key) }));
    const answer = await this.#dynamo.send(
      new BatchGetItemCommand({ RequestItems: { [this.#table]: { ...what, Keys, ConsistentRead: true } } }),
    );
    for (const item of answer.Responses?.[this.#table] ?? []) take(item);
    const unread = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    return unread.map((key) => textIn(key, REGISTRY_KEY.partition));
  }

  /** Keeps what was just read; when the room is used up, what was read before goes. */
  #keep(found: ReadonlyMap<string, PackedEnrolments>): void {
    for (const [key, slice] of found) {
      if (this.#warm.has(key)) continue;
      if (this.#warmBytes + slice.view.byteLength > this.#keepBytes) {
        this.#warm.clear();
        this.#warmBytes = 0;
      }
      if (slice.view.byteLength > this.#keepBytes) continue;
      this.#warm.set(key, slice);
      this.#warmBytes += slice.view.byteLength;
    }
  }
}

function keysOf({ roster, current, parts }: VersionSlices): readonly string[] {
  return Array.from({ length: parts }, (_, part) => sliceKey(roster, current, part));
}
