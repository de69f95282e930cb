// What send-digest remembers of a province, with the outbox of what was taken and perhaps not yet published, in one item: both change in one step.
// The alerts it tells are the items that emit-alerts records.
import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { alert as alertSchema } from "#events/alert.ts";
import { digest as digestSchema } from "#events/digest.ts";
import { digestLedger } from "#events/digest-ledger.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { DaySpan } from "#shared/domain/digest/take-digest.ts";
import { type ProvinceCode, regenciesOf } from "#shared/domain/region.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import type { DigestMemory, DigestStore } from "#shared/ports.ts";
import { ALERT_PREFIX, coverageKey, DIGEST_ITEM, REFERENCE_ITEM } from "./coverage-items.ts";
import { ifCondition, longText, longTextIn, number, numberIn, textIn } from "./items.ts";
import { queryItemsBetween } from "./query-items.ts";
import { retryUntilEmpty } from "./retry-until-empty.ts";

const outbox = z.array(digestSchema).readonly();
/** Sorts behind every id, which are ASCII letters, digits and signs before this one. */
const BEHIND = "~";

export class DynamoDigestStore implements DigestStore {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async read(province: ProvinceCode): Promise<DigestMemory> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: coverageKey(province, DIGEST_ITEM), ConsistentRead: true }),
    );
    if (item === undefined) return { revision: 0, ledger: null, outbox: [] };
    return {
      revision: numberIn(item, "revision"),
      ledger: digestLedger.parse(JSON.parse(longTextIn(item, "ledger"))),
      outbox: outbox.parse(JSON.parse(longTextIn(item, "outbox"))),
    };
  }

  save(province: ProvinceCode, memory: DigestMemory): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: {
            ...coverageKey(province, DIGEST_ITEM),
            revision: number(memory.revision),
            ledger: longText(JSON.stringify(memory.ledger && digestLedger.encode(memory.ledger))),
            outbox: longText(JSON.stringify(outbox.encode(memory.outbox))),
          },
          ConditionExpression: "attribute_not_exists(revision) OR revision = :before",
          ExpressionAttributeValues: { ":before": number(memory.revision - 1) },
        }),
      ),
    );
  }

  async recorded(province: ProvinceCode, { from, to }: DaySpan): Promise<readonly Alert[]> {
    const first = `${ALERT_PREFIX}${from}`;
    const last = `${ALERT_PREFIX}${to}#${BEHIND}`;
    const scopes = await this.#scopesThatAlerted([province, ...regenciesOf(province)]);
    const found = await Promise.all(
      scopes.map((scope) => queryItemsBetween(this.#dynamo, this.#table, { scope, first, last })),
    );
    return found.flat().map((item) => alertSchema.parse(JSON.parse(textIn(item, "body"))));
  }

  /** An alert stands with the state that it changes before it is recorded: where there is no state, there is no alert. */
  async #scopesThatAlerted(scopes: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    const keys = scopes.map((scope) => coverageKey(scope, REFERENCE_ITEM));
    await retryUntilEmpty(keys, async (left) => {
      const answer = await this.#dynamo.send(
        new BatchGetItemCommand({
          RequestItems: {
            [this.#table]: {
              Keys: [...left],
              ConsistentRead: true,
              ProjectionExpression: "#scope",
              ExpressionAttributeNames: { "#scope": COVERAGE_KEY.partition },
            },
          },
        }),
      );
      found.push(...(answer.Responses?.[this.#table] ?? []).map((item) => textIn(item, COVERAGE_KEY.partition)));
      return answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    });
    return found;
  }
}
