// A province's template as the tests read it: resources by type, and what stands in them without CloudFormation's functions around it.
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import type { Province } from "#infra/province.ts";
import { ProvinceStack } from "#infra/province-stack.ts";
import cdk from "../../cdk.json" with { type: "json" };

/** With the feature flags of cdk.json and without bundling. */
export function appForTests(): App {
  return new App({ context: { ...cdk.context, "aws:cdk:bundling-stacks": [] } });
}

export function templateOf(entry: Province): Template {
  return Template.fromStack(new ProvinceStack(appForTests(), entry));
}

/** The properties of all resources of a type, by logical id. */
export function propertiesOf(template: Template, type: string): Readonly<Record<string, Tree>> {
  return Object.fromEntries(
    Object.entries(template.findResources(type)).map(([id, resource]) => [id, tree(resource.Properties)]),
  );
}

/** A part of a template in which every `Ref` and `Fn::GetAtt` reads as the logical id it names, and every `Fn::Join` as one text. */
export type Tree = Readonly<Record<string, unknown>>;

function tree(value: unknown): Tree {
  const plain = withoutFunctions(value);
  if (typeof plain !== "object" || plain === null) throw new TypeError(`not an object: ${JSON.stringify(plain)}`);
  return { ...plain };
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** The statements of the policy document that stands under `field`. */
export function statementsOf(properties: Tree, field = "PolicyDocument"): readonly Tree[] {
  return list(tree(properties[field]).Statement).map(tree);
}

function withoutFunctions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value);
  const [name, argument] = fields[0] ?? [];
  if (fields.length === 1 && name === "Ref") return argument;
  if (fields.length === 1 && name === "Fn::GetAtt") return list(argument)[0];
  if (fields.length === 1 && name === "Fn::Join") return list(withoutFunctions(list(argument)[1])).join("");
  return Object.fromEntries(fields.map(([field, inner]) => [field, withoutFunctions(inner)]));
}
