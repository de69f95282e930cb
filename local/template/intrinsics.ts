// The intrinsic functions of CloudFormation that a synthesised template uses. What is unknown is an error that names it; nothing is guessed.
export interface Scope {
  /** What `Ref` gives: of a parameter, a pseudo parameter or a resource. `undefined` is AWS::NoValue. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
}

type Evaluate = (argument: unknown, scope: Scope) => unknown;

const FUNCTIONS: Readonly<Record<string, Evaluate>> = {
  Ref: (argument, scope) => scope.ref(text(argument, "Ref")),
  "Fn::GetAtt": (argument, scope) => {
    const [id, ...name] = typeof argument === "string" ? argument.split(".") : list(argument, "Fn::GetAtt");
    return scope.attribute(
      text(id, "Fn::GetAtt"),
      name.map((part) => text(resolve(part, scope), "Fn::GetAtt")).join("."),
    );
  },
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = list(argument, "Fn::Join");
    return list(resolve(parts, scope), "Fn::Join")
      .map((part) => text(part, "Fn::Join"))
      .join(text(separator, "Fn::Join"));
  },
  "Fn::Sub": (argument, scope) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(text(template, "Fn::Sub"), record(resolve(variables, scope), "Fn::Sub"), scope);
  },
  "Fn::Select": (argument, scope) => {
    const [index, from] = list(argument, "Fn::Select");
    return list(resolve(from, scope), "Fn::Select")[Number(resolve(index, scope))];
  },
  "Fn::Split": (argument, scope) => {
    const [separator, from] = list(argument, "Fn::Split");
    return text(resolve(from, scope), "Fn::Split").split(text(separator, "Fn::Split"));
  },
  "Fn::If": (argument, scope) => {
    const [name, yes, no] = list(argument, "Fn::If");
    return resolve(scope.condition(text(name, "Fn::If")) ? yes : no, scope);
  },
  Condition: (argument, scope) => scope.condition(text(argument, "Condition")),
  "Fn::Equals": (argument, scope) => {
    const [left, right] = list(resolve(argument, scope), "Fn::Equals");
    return left === right;
  },
  "Fn::Not": (argument, scope) => !list(resolve(argument, scope), "Fn::Not")[0],
  "Fn::And": (argument, scope) => list(resolve(argument, scope), "Fn::And").every(Boolean),
  "Fn::Or": (argument, scope) => list(resolve(argument, scope), "Fn::Or").some(Boolean),
};

/**
 * The value with every intrinsic function worked out; what is AWS::NoValue is left out.
 * @throws Error naming an intrinsic function that is not known here
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) {
    const evaluate = FUNCTIONS[only[0]];
    // A lone "Condition" with an object is the block of an IAM statement, not the intrinsic function.
    if (evaluate !== undefined && (only[0] !== "Condition" || typeof only[1] === "string"))
      return evaluate(only[1], scope);
    if (only[0].startsWith("Fn::"))
      throw new Error(`the local province does not know the intrinsic function ${only[0]}`);
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolve(item, scope)] as const).filter(([, item]) => item !== undefined),
  );
}

function substitute(template: string, variables: Readonly<Record<string, unknown>>, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== "") return `\${${name}}`;
    if (name in variables) return text(variables[name], "Fn::Sub");
    const dot = name.indexOf(".");
    return text(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)), "Fn::Sub");
  });
}

function text(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`${where} of the template: a text was expected, not ${JSON.stringify(value)}`);
}

function list(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} of the template: a list was expected, not ${JSON.stringify(value)}`);
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return { ...value };
  throw new Error(`${where} of the template: an object was expected, not ${JSON.stringify(value)}`);
}
