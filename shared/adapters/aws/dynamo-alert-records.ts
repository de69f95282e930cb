// Published alerts, kept for those who ask later: under the scope of their regency, or of the province.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRecords } from "#shared/ports.ts";
import { ALERT_PREFIX, coverageKey } from "./coverage-items.ts";
import { text } from "./items.ts";

export class DynamoAlertRecords implements AlertRecords {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async record(alert: Alert): Promise<void> {
    await this.#dynamo.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: {
          ...coverageKey(alert.regency ?? alert.province, `${ALERT_PREFIX}${alert.asOf}#${alert.alertId}`),
          body: text(JSON.stringify(alertSchema.encode(alert))),
        },
      }),
    );
  }
}
