// Who is kept out, and which pseudonym key is in force: one item of the province, so that both always change together. Functions read it; only an
// operator's commands write it.
import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Admission } from "#shared/domain/admission.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { bytesOfHex, hexOfBytes } from "#shared/domain/hex.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { Admissions } from "#shared/ports.ts";
import { ADMISSION_ITEM, coverageKey } from "./coverage-items.ts";
import { type Item, ifCondition, text } from "./items.ts";

export class DynamoAdmissions implements Admissions {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async read(province: ProvinceCode): Promise<Admission> {
    const { Item: item = {} } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(province), ConsistentRead: true }),
    );
    const erased = (item.erased?.BS ?? []).map((bytes) => hexOfBytes(bytes) as WorkerId);
    return { keyId: item.keyId?.S ?? null, nextKeyId: item.nextKeyId?.S ?? null, erased: new Set(erased) };
  }

  /** Keeps workers out from now on; again is no more than once. False when that key is not in force, or is being changed. */
  keepOut(province: ProvinceCode, keyId: string, workers: readonly WorkerId[]): Promise<boolean> {
    return this.#update(province, {
      UpdateExpression: "SET keyId = :key ADD erased :workers",
      ConditionExpression: "(attribute_not_exists(keyId) OR keyId = :key) AND attribute_not_exists(nextKeyId)",
      ExpressionAttributeValues: { ":key": text(keyId), ":workers": idSet(workers) },
    });
  }

  /** From now on nobody is taken in, until the change is over. False when another change is under way. */
  beginChange(province: ProvinceCode, keyId: string, nextKeyId: string): Promise<boolean> {
    return this.#update(province, {
      UpdateExpression: "SET keyId = :key, nextKeyId = :next",
      ConditionExpression: "(attribute_not_exists(keyId) OR keyId = :key) AND attribute_not_exists(nextKeyId)",
      ExpressionAttributeValues: { ":key": text(keyId), ":next": text(nextKeyId) },
    });
  }

  /** Whether all was rewritten and found right, so that what is left of the old key may go. */
  async isChecked(province: ProvinceCode): Promise<boolean> {
    const { Item: item = {} } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(province), ConsistentRead: true }),
    );
    return item.checked?.BOOL === true;
  }

  markChecked(province: ProvinceCode, nextKeyId: string): Promise<boolean> {
    return this.#update(province, {
      UpdateExpression: "SET checked = :true",
      ConditionExpression: "nextKeyId = :next",
      ExpressionAttributeValues: { ":true": { BOOL: true }, ":next": text(nextKeyId) },
    });
  }

  /** The next key is in force, and the workers who are kept out stand under it. */
  endChange(province: ProvinceCode, nextKeyId: string, erased: readonly WorkerId[]): Promise<boolean> {
    const kept = erased.length === 0 ? { remove: ", erased", set: "" } : { remove: "", set: ", erased = :workers" };
    return this.#update(province, {
      UpdateExpression: `SET keyId = :next${kept.set} REMOVE nextKeyId, checked${kept.remove}`,
      ConditionExpression: "nextKeyId = :next",
      ExpressionAttributeValues: {
        ":next": text(nextKeyId),
        ...(erased.length === 0 ? {} : { ":workers": idSet(erased) }),
      },
    });
  }

  #update(
    province: ProvinceCode,
    change: {
      readonly UpdateExpression: string;
      readonly ConditionExpression: string;
      readonly ExpressionAttributeValues: Item;
    },
  ): Promise<boolean> {
    return ifCondition(() =>
      this.#dynamo.send(new UpdateItemCommand({ TableName: this.#table, Key: keyOf(province), ...change })),
    );
  }
}

function keyOf(province: ProvinceCode): Item {
  return coverageKey(province, ADMISSION_ITEM);
}

function idSet(workers: readonly WorkerId[]): { BS: Uint8Array[] } {
  return { BS: workers.map(bytesOfHex) };
}
