import { describe, expect, it } from "vitest";
import { resolve, type Scope } from "#local/template/intrinsics.ts";

const scope: Scope = {
  ref: (name) => ({ Queue: "http://queue", "AWS::Region": "ap-southeast-3" })[name],
  attribute: (id, name) => `${id}!${name}`,
  condition: (name) => name === "Yes",
};

describe("an intrinsic function of a template", () => {
  const sub = "https://%{Queue}/%{Table.Arn}/%{!Literal}/%{own}".replaceAll("%", "$");
  it.each([
    ["Ref", { Ref: "Queue" }, "http://queue"],
    ["GetAtt as a list", { "Fn::GetAtt": ["Table", "Arn"] }, "Table!Arn"],
    ["GetAtt as a text", { "Fn::GetAtt": "Table.Arn" }, "Table!Arn"],
    ["Join of what is itself a function", { "Fn::Join": ["-", ["a", { Ref: "Queue" }]] }, "a-http://queue"],
    [
      "Sub with variables",
      { "Fn::Sub": [sub, { own: "x" }] },
      "https://http://queue/Table!Arn/%{Literal}/x".replace("%", "$"),
    ],
    ["Select of Split", { "Fn::Select": [1, { "Fn::Split": [":", "a:b:c"] }] }, "b"],
    ["If", { "Fn::If": ["Yes", "then", "else"] }, "then"],
    ["If not", { "Fn::If": ["No", "then", "else"] }, "else"],
    ["a condition", { "Fn::And": [{ Condition: "Yes" }, { "Fn::Not": [{ "Fn::Equals": ["a", "b"] }] }] }, true],
    ["a value that is none", [{ a: { Ref: "AWS::NoValue" }, b: 1 }], [{ b: 1 }]],
    ["the condition block of a statement", { Condition: { Bool: { a: true } } }, { Condition: { Bool: { a: true } } }],
  ])("is worked out: %s", (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it("is named in the error when it is unknown", () => {
    expect(() => resolve({ "Fn::ImportValue": "x" }, scope)).toThrow("Fn::ImportValue");
  });
});
