// Who is kept out, and which pseudonym key is in force: one item of the province, so that both always change together. Functions read it; only an
// operator's commands write it.
import { type DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Admission, KeptOut } from "#shared/domain/admission.ts";
import { addDays, type Day, day, daysBetween } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { bytesOfHex, hexOfBytes } from "#shared/domain/hex.ts";
import { WORKER_BYTES } from "#shared/domain/packed-enrolments.ts";
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
    const erased = new Set(keptOutIn(item).keys());
    return { keyId: item.keyId?.S ?? null, nextKeyId: item.nextKeyId?.S ?? null, erased };
  }

  async keptOut(province: ProvinceCode): Promise<KeptOut> {
    const { Item: item = {} } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: keyOf(province), ConsistentRead: true }),
    );
    return keptOutIn(item);
  }

  /** Keeps workers out from now on; who was kept out before stays so since then. False when that key is not in force, or is being changed. */
  async keepOut(province: ProvinceCode, keyId: string, workers: readonly WorkerId[], since: Day): Promise<boolean> {
    const already = await this.keptOut(province);
    const added = new Map(workers.filter((worker) => !already.has(worker)).map((worker) => [worker, since]));
    return this.#update(province, {
      UpdateExpression: `SET keyId = :key${added.size === 0 ? "" : " ADD erased :workers"}`,
      ConditionExpression: "(attribute_not_exists(keyId) OR keyId = :key) AND attribute_not_exists(nextKeyId)",
      ExpressionAttributeValues: {
        ":key": text(keyId),
        ...(added.size === 0 ? {} : { ":workers": keptOutSet(added) }),
      },
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
  endChange(province: ProvinceCode, nextKeyId: string, erased: KeptOut): Promise<boolean> {
    const kept = erased.size === 0 ? { remove: ", erased", set: "" } : { remove: "", set: ", erased = :workers" };
    return this.#update(province, {
      UpdateExpression: `SET keyId = :next${kept.set} REMOVE nextKeyId, checked${kept.remove}`,
      ConditionExpression: "nextKeyId = :next",
      ExpressionAttributeValues: {
        ":next": text(nextKeyId),
        ...(erased.size === 0 ? {} : { ":workers": keptOutSet(erased) }),
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

/** 16 bytes of the worker, then two of the day since when: days since 1970, big-endian. Those without were written before days were kept. */
function keptOutSet(keptOut: KeptOut): { BS: Uint8Array[] } {
  return {
    BS: [...keptOut].map(([worker, since]) => {
      const id = bytesOfHex(worker);
      if (since === null) return id;
      const days = daysBetween(EPOCH, since);
      return Uint8Array.of(...id, days >> 8, days & 0xff);
    }),
  };
}

/** Of a worker who stands there twice, kept out by two at once, the earlier day holds. */
function keptOutIn(item: Item): KeptOut {
  const found = new Map<WorkerId, Day | null>();
  for (const bytes of item.erased?.BS ?? []) {
    const worker = hexOfBytes(bytes.subarray(0, WORKER_BYTES)) as WorkerId;
    const [high, low] = bytes.subarray(WORKER_BYTES);
    const since = high === undefined || low === undefined ? null : addDays(EPOCH, high * 256 + low);
    const known = found.get(worker);
    found.set(worker, known === undefined ? since : earlier(known, since));
  }
  return found;
}

function earlier(one: Day | null, other: Day | null): Day | null {
  return one === null || other === null ? null : one < other ? one : other;
}

const EPOCH = day("1970-01-01");
