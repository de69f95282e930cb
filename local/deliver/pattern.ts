// Event patterns of EventBridge, as far as rules of the template use them. An operator not known here is an error when the province starts.
type Matches = (value: unknown) => boolean;

/**
 * @returns whether an event matches the pattern
 * @throws Error naming an operator that is not known
 */
export function compilePattern(pattern: unknown): Matches {
  if (!isRecord(pattern)) throw new Error(`an event pattern is an object, not ${JSON.stringify(pattern)}`);
  const fields = Object.entries(pattern).map(([name, wanted]) => {
    if (name.startsWith("$")) throw new Error(`event pattern: the local province does not know ${name}`);
    return { name, matches: Array.isArray(wanted) ? anyOf(wanted.map(compileCondition)) : compilePattern(wanted) };
  });
  return (event) => {
    const values = isRecord(event) ? event : {};
    return fields.every(({ name, matches }) => matches(values[name]));
  };
}

/** A field that is a list matches when one of its elements does. */
function anyOf(conditions: readonly Matches[]): Matches {
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return conditions.some((condition) => values.some(condition));
  };
}

function compileCondition(condition: unknown): Matches {
  if (!isRecord(condition)) return (value) => value === condition;
  const entries = Object.entries(condition);
  const [only] = entries;
  if (only === undefined || entries.length > 1)
    throw new Error(`event pattern: one operator was expected in ${JSON.stringify(condition)}`);
  const [operator, operand] = only;
  switch (operator) {
    case "exists":
      return (value) => (value !== undefined) === operand;
    case "prefix":
      return textual(operator, operand, (value, part) => value.startsWith(part));
    case "suffix":
      return textual(operator, operand, (value, part) => value.endsWith(part));
    case "equals-ignore-case":
      return textual(operator, operand, (value, other) => value.toLowerCase() === other.toLowerCase());
    case "anything-but": {
      const unwanted = (Array.isArray(operand) ? operand : [operand]).map(compileCondition);
      return (value) => value !== undefined && !unwanted.some((matches) => matches(value));
    }
    default:
      throw new Error(`event pattern: the local province does not know the operator ${operator}`);
  }
}

function textual(operator: string, operand: unknown, holds: (value: string, operand: string) => boolean): Matches {
  if (typeof operand !== "string")
    throw new Error(`event pattern: ${operator} takes a text, not ${JSON.stringify(operand)}`);
  return (value) => typeof value === "string" && holds(value, operand);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
