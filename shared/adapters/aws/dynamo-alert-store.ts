// What emit-alerts remembers of each regency, with the outbox of what was decided and perhaps not yet published, in one item: both change in one step.
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { alert as alertSchema } from "#events/alert.ts";
import { alertState } from "#events/alert-state.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { AlertMemory, AlertStore } from "#shared/ports.ts";
import { ALERT_PREFIX, coverageKey, REFERENCE_ITEM } from "./coverage-items.ts";
import { ifCondition, longText, longTextIn, number, numberIn, text } from "./items.ts";

const outbox = z.array(alertSchema).readonly();

export class DynamoAlertStore implements AlertStore {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async read(regency: RegencyCode): Promise<AlertMemory> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: coverageKey(regency, REFERENCE_ITEM), ConsistentRead: true }),
    );
    if (item === undefined) return { revision: 0, state: null, outbox: [] };
    return {
      revision: numberIn(item, "revision"),
      state: alertState.parse(JSON.parse(longTextIn(item, "state"))),
      outbox: outbox.parse(JSON.parse(longTextIn(item, "outbox"))),
    };
  }

  save(regency: RegencyCode, memory: AlertMemory): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: {
            ...coverageKey(regency, REFERENCE_ITEM),
            revision: number(memory.revision),
            state: longText(JSON.stringify(memory.state && alertState.encode(memory.state))),
            outbox: longText(JSON.stringify(outbox.encode(memory.outbox))),
          },
          ConditionExpression: "attribute_not_exists(revision) OR revision = :before",
          ExpressionAttributeValues: { ":before": number(memory.revision - 1) },
        }),
      ),
    );
  }

  async record(alert: Alert): Promise<void> {
    await this.#dynamo.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: {
          ...coverageKey(alert.regency, `${ALERT_PREFIX}${alert.asOf}#${alert.alertId}`),
          body: text(JSON.stringify(alertSchema.encode(alert))),
        },
      }),
    );
  }
}
