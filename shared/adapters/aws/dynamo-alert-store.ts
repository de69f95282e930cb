// What emit-alerts remembers of a regency or of the province, with the outbox of what was decided and perhaps not yet published, in one item: both change
// in one step.
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { alert as alertSchema } from "#events/alert.ts";
import { alertState, provinceState } from "#events/alert-state.ts";
import type { AlertMemory, AlertStates, ProvinceAlerts, RegencyAlerts } from "#shared/ports.ts";
import { coverageKey, REFERENCE_ITEM } from "./coverage-items.ts";
import { ifCondition, longText, longTextIn, number, numberIn } from "./items.ts";

const outbox = z.array(alertSchema).readonly();

/** How a state is kept as JSON. */
interface StateCodec<State> {
  encode(state: State): unknown;
  parse(stored: unknown): State;
}

class DynamoAlertStates<Scope extends string, State> implements AlertStates<Scope, State> {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;
  readonly #codec: StateCodec<State>;

  constructor(dynamo: DynamoDBClient, table: string, codec: StateCodec<State>) {
    this.#dynamo = dynamo;
    this.#table = table;
    this.#codec = codec;
  }

  async read(scope: Scope): Promise<AlertMemory<State>> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: coverageKey(scope, REFERENCE_ITEM), ConsistentRead: true }),
    );
    if (item === undefined) return { revision: 0, state: null, outbox: [] };
    return {
      revision: numberIn(item, "revision"),
      state: this.#codec.parse(JSON.parse(longTextIn(item, "state"))),
      outbox: outbox.parse(JSON.parse(longTextIn(item, "outbox"))),
    };
  }

  save(scope: Scope, memory: AlertMemory<State>): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: {
            ...coverageKey(scope, REFERENCE_ITEM),
            revision: number(memory.revision),
            state: longText(JSON.stringify(memory.state && this.#codec.encode(memory.state))),
            outbox: longText(JSON.stringify(outbox.encode(memory.outbox))),
          },
          ConditionExpression: "attribute_not_exists(revision) OR revision = :before",
          ExpressionAttributeValues: { ":before": number(memory.revision - 1) },
        }),
      ),
    );
  }
}

export function regencyAlerts(dynamo: DynamoDBClient, table: string): RegencyAlerts {
  return new DynamoAlertStates(dynamo, table, alertState);
}

export function provinceAlerts(dynamo: DynamoDBClient, table: string): ProvinceAlerts {
  return new DynamoAlertStates(dynamo, table, provinceState);
}
