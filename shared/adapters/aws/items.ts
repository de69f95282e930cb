// Table items in the plain client's own form. Attributes are written and read here and nowhere else by hand.
import { gunzipSync, gzipSync } from "node:zlib";
import { type AttributeValue, ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

const LONGEST_READABLE = 50_000;

export type Item = Record<string, AttributeValue>;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });

/** @throws Error when the attribute is missing or not a text */
export function textIn(item: Item, name: string): string {
  const value = item[name]?.S;
  if (value === undefined) throw new Error(`item without the text ${name}`);
  return value;
}

/** A text that may grow long: readable in the console while it is short, packed where an item would near its 400 KB. */
export function longText(value: string): AttributeValue {
  return value.length <= LONGEST_READABLE ? text(value) : { B: gzipSync(value) };
}

/** @throws Error when the attribute is missing or neither form of a long text */
export function longTextIn(item: Item, name: string): string {
  const packed = item[name]?.B;
  return packed === undefined ? textIn(item, name) : gunzipSync(packed).toString();
}

/** @throws Error when the attribute is missing or not a number */
export function numberIn(item: Item, name: string): number {
  const value = item[name]?.N;
  if (value === undefined) throw new Error(`item without the number ${name}`);
  return Number(value);
}

/** Runs a conditional write; false when its condition did not hold. */
export async function ifCondition(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
