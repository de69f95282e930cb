// The coverage of regencies. The item `current` is the head: it moves to a newer ticket in one conditional write and names the immutable items that
// hold the figures per roster, so that a reader sees one fold, whole.
import {
  BatchGetItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type ClosedMonth, closedMonth } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { type Month, monthText } from "#shared/domain/month.ts";
import { type ProvinceCode, type RegencyCode, regenciesOf, regencyCode } from "#shared/domain/region.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import type { CoverageStore } from "#shared/ports.ts";
import {
  decodeCoverage,
  decodeMonth,
  encodeFigures,
  encodeMonth,
  encodeMonths,
  type FiguresPointer,
  pointerIn,
} from "./coverage-codec.ts";
import {
  CURRENT_ITEM,
  coverageKey,
  DAY_ITEM,
  FIGURES_PREFIX,
  MONTH_PREFIX,
  REGENCY_ITEM,
  ROSTER_PREFIX,
} from "./coverage-items.ts";
import { type Item, ifCondition, number, numberIn, text, textIn } from "./items.ts";
import { queryItems } from "./query-items.ts";
import { retryUntilEmpty } from "./retry-until-empty.ts";

export class DynamoCoverageStore implements CoverageStore {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async regencies(province: ProvinceCode): Promise<readonly RegencyCode[]> {
    const all = regenciesOf(province);
    const items = await this.#getAll(all.map((regency) => coverageKey(regency, REGENCY_ITEM)));
    const found = items.map((item) => regencyCode(textIn(item, COVERAGE_KEY.partition)));
    for (const regency of all) if (!found.includes(regency) && (await this.#hasRoster(regency))) found.push(regency);
    return found.sort();
  }

  /** Of a regency whose coverage was never looked at: the message that told of its first roster may have been lost. */
  async #hasRoster(regency: RegencyCode): Promise<boolean> {
    const heads = await queryItems(this.#dynamo, this.#table, regency, ROSTER_PREFIX);
    return heads.some((item) => numberIn(item, "current") > 0);
  }

  async takeTicket(regency: RegencyCode, asOf: Day): Promise<{ readonly ticket: number; readonly asOf: Day }> {
    const update = {
      TableName: this.#table,
      Key: coverageKey(regency, REGENCY_ITEM),
      ReturnValues: "ALL_NEW" as const,
    };
    let item: Item = {};
    const rises = await ifCondition(async () => {
      const answer = await this.#dynamo.send(
        new UpdateItemCommand({
          ...update,
          UpdateExpression: "SET asOf = :asOf ADD ticket :one",
          ConditionExpression: "attribute_not_exists(asOf) OR asOf <= :asOf",
          ExpressionAttributeValues: { ":asOf": text(asOf), ":one": number(1) },
        }),
      );
      item = answer.Attributes ?? {};
    });
    if (!rises) {
      const answer = await this.#dynamo.send(
        new UpdateItemCommand({
          ...update,
          UpdateExpression: "ADD ticket :one",
          ExpressionAttributeValues: { ":one": number(1) },
        }),
      );
      item = answer.Attributes ?? {};
    }
    return { ticket: numberIn(item, "ticket"), asOf: textIn(item, "asOf") as Day };
  }

  async current(regency: RegencyCode): Promise<StoredCoverage | null> {
    // The figures go when `current` has left them: then `current` is read again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const item = await this.#get(coverageKey(regency, CURRENT_ITEM));
      if (item === undefined) return null;
      const figures = await this.#getAll(figureKeys(regency, pointerIn(item)));
      if (figures.length === pointerIn(item).items) return decodeCoverage(item, figures);
    }
    throw new Error(`the figures of ${regency} are not there`);
  }

  async write(regency: RegencyCode, coverage: StoredCoverage, before: StoredCoverage | null): Promise<boolean> {
    await this.#freeze(regency, coverage, before);
    const figures = encodeFigures(coverage);
    const pointer = { ticket: coverage.ticket, items: figures.length };
    for (const [index, body] of figures.entries()) {
      await this.#put({ ...figureKey(regency, pointer.ticket, index), body: text(body) });
    }
    let replaced: Item | undefined;
    const written = await ifCondition(async () => {
      const answer = await this.#dynamo.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: { ...coverageKey(regency, CURRENT_ITEM), ...encodeMonths(coverage, pointer) },
          ConditionExpression: "attribute_not_exists(ticket) OR (ticket < :ticket AND generation <= :generation)",
          ExpressionAttributeValues: { ":ticket": number(coverage.ticket), ":generation": number(coverage.generation) },
          ReturnValues: "ALL_OLD",
        }),
      );
      replaced = answer.Attributes;
    });
    // A write whose answer was lost has been repeated by the SDK: what refuses it is then itself, and its figures are read.
    if (!written && (await this.#holds(regency, coverage.ticket))) return true;
    const left = written ? replaced && pointerIn(replaced) : pointer;
    if (left) for (const key of figureKeys(regency, left)) await this.#delete(key);
    return written;
  }

  async closedMonths(regency: RegencyCode, first: Month): Promise<readonly ClosedMonth[]> {
    const from = `${MONTH_PREFIX}${monthText(first)}`;
    const items = await queryItems(this.#dynamo, this.#table, regency, MONTH_PREFIX);
    return items.filter((item) => textIn(item, COVERAGE_KEY.sort) >= from).map(decodeMonth);
  }

  async recordDay(province: ProvinceCode, asOf: Day): Promise<void> {
    await ifCondition(() =>
      this.#dynamo.send(
        new UpdateItemCommand({
          TableName: this.#table,
          Key: coverageKey(province, DAY_ITEM),
          UpdateExpression: "SET asOf = :asOf",
          ConditionExpression: "attribute_not_exists(asOf) OR asOf < :asOf",
          ExpressionAttributeValues: { ":asOf": text(asOf) },
        }),
      ),
    );
  }

  /** Months that leave the window stay as they were last seen. */
  async #freeze(regency: RegencyCode, coverage: StoredCoverage, before: StoredCoverage | null): Promise<void> {
    for (const month of before?.coverage.months ?? []) {
      if (month.month >= coverage.window.first) break;
      // A slower fold of older heads must not write over what a newer one has frozen.
      await ifCondition(() =>
        this.#dynamo.send(
          new PutItemCommand({
            TableName: this.#table,
            Item: {
              ...coverageKey(regency, `${MONTH_PREFIX}${monthText(month.month)}`),
              generation: number(before?.generation ?? 0),
              body: encodeMonth(closedMonth(month, before?.coverage.rosters ?? [])),
            },
            ConditionExpression: "attribute_not_exists(generation) OR generation <= :generation",
            ExpressionAttributeValues: { ":generation": number(before?.generation ?? 0) },
          }),
        ),
      );
    }
  }

  async #holds(regency: RegencyCode, ticket: number): Promise<boolean> {
    const current = await this.#get(coverageKey(regency, CURRENT_ITEM));
    return current !== undefined && numberIn(current, "ticket") === ticket;
  }

  async #get(key: Item): Promise<Item | undefined> {
    return (await this.#dynamo.send(new GetItemCommand({ TableName: this.#table, Key: key, ConsistentRead: true })))
      .Item;
  }

  async #put(item: Item): Promise<void> {
    await this.#dynamo.send(new PutItemCommand({ TableName: this.#table, Item: item }));
  }

  async #delete(key: Item): Promise<void> {
    await this.#dynamo.send(new DeleteItemCommand({ TableName: this.#table, Key: key }));
  }

  async #getAll(keys: readonly Item[]): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let from = 0; from < keys.length; from += 100) {
      await retryUntilEmpty(keys.slice(from, from + 100), async (left) => {
        const answer = await this.#dynamo.send(
          new BatchGetItemCommand({ RequestItems: { [this.#table]: { Keys: [...left], ConsistentRead: true } } }),
        );
        items.push(...(answer.Responses?.[this.#table] ?? []));
        return answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      });
    }
    const place = (item: Item): string => item[COVERAGE_KEY.sort]?.S ?? "";
    return items.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  }
}

function figureKey(regency: RegencyCode, ticket: number, index: number): Item {
  return coverageKey(regency, `${FIGURES_PREFIX}${ticket}#${String(index).padStart(4, "0")}`);
}

function figureKeys(regency: RegencyCode, pointer: FiguresPointer): readonly Item[] {
  return Array.from({ length: pointer.items }, (_, index) => figureKey(regency, pointer.ticket, index));
}
