// All items of a scope of the Coverage table whose second key begins alike, in the order of that key.
import { type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import { COVERAGE_KEY } from "#shared/names.ts";
import { type Item, text } from "./items.ts";

export async function queryItems(
  dynamo: DynamoDBClient,
  tableName: string,
  scope: string,
  prefix: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client: dynamo },
    {
      TableName: tableName,
      KeyConditionExpression: "#scope = :scope AND begins_with(#item, :prefix)",
      ExpressionAttributeNames: { "#scope": COVERAGE_KEY.partition, "#item": COVERAGE_KEY.sort },
      ExpressionAttributeValues: { ":scope": text(scope), ":prefix": text(prefix) },
      ConsistentRead: true,
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
}
