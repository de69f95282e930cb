// Items of a scope of the Coverage table, in the order of their second key: those whose key begins alike, or lies between two others.
import { type AttributeValue, type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import { COVERAGE_KEY } from "#shared/names.ts";
import { type Item, text } from "./items.ts";

export function queryItems(
  dynamo: DynamoDBClient,
  tableName: string,
  scope: string,
  prefix: string,
): Promise<readonly Item[]> {
  return query(dynamo, tableName, scope, "begins_with(#item, :prefix)", { ":prefix": text(prefix) });
}

/** Both ends included. */
export function queryItemsBetween(
  dynamo: DynamoDBClient,
  tableName: string,
  { scope, first, last }: { readonly scope: string; readonly first: string; readonly last: string },
): Promise<readonly Item[]> {
  return query(dynamo, tableName, scope, "#item BETWEEN :first AND :last", {
    ":first": text(first),
    ":last": text(last),
  });
}

async function query(
  dynamo: DynamoDBClient,
  tableName: string,
  scope: string,
  condition: string,
  values: Readonly<Record<string, AttributeValue>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client: dynamo },
    {
      TableName: tableName,
      KeyConditionExpression: `#scope = :scope AND ${condition}`,
      ExpressionAttributeNames: { "#scope": COVERAGE_KEY.partition, "#item": COVERAGE_KEY.sort },
      ExpressionAttributeValues: { ":scope": text(scope), ...values },
      ConsistentRead: true,
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}
