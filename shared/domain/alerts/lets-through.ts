// Whether SNS would give a message to a subscriber, as its documentation says how a policy is matched.
import type { Condition, FilterPolicy } from "./alert-filter.ts";

/** By name; null: the message does not have it. */
export type Attributes = Readonly<Record<string, string | null>>;

/** @param policy null lets everything through */
export function letsThrough(policy: FilterPolicy | null, attributes: Attributes): boolean {
  return Object.entries(policy ?? {}).every(([key, conditions]) =>
    conditions.some((condition) => holds(condition, attributes[key] ?? null)),
  );
}

function holds(condition: Condition, value: string | null): boolean {
  if (typeof condition === "string") return value === condition;
  if ("exists" in condition) return condition.exists === (value !== null);
  // What is not there is not something else either.
  return value !== null && !condition["anything-but"].includes(value);
}
