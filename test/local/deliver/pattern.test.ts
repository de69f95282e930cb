import { describe, expect, it } from "vitest";
import { compilePattern } from "#local/deliver/pattern.ts";

const event = {
  source: "aws.s3",
  detail: { object: { key: "rosters/14.03/rentan/apbd/a.csv", size: 3 }, tags: ["a", "b"] },
};

describe("an event pattern", () => {
  it.each([
    ["an exact value", { source: ["aws.s3"] }, true],
    ["one of several values", { source: ["aws.ec2", "aws.s3"] }, true],
    ["another value", { source: ["aws.ec2"] }, false],
    ["a number", { detail: { object: { size: [3] } } }, true],
    ["a prefix", { detail: { object: { key: [{ prefix: "rosters/" }] } } }, true],
    ["another prefix", { detail: { object: { key: [{ prefix: "receipts/" }] } } }, false],
    ["a suffix", { detail: { object: { key: [{ suffix: ".csv" }] } } }, true],
    ["any letters' case", { source: [{ "equals-ignore-case": "AWS.S3" }] }, true],
    ["a field that exists", { detail: { object: { size: [{ exists: true }] } } }, true],
    ["a field that should not exist", { detail: { object: { size: [{ exists: false }] } } }, false],
    ["a field that does not exist", { detail: { reason: [{ exists: false }] } }, true],
    ["a field of an object that does not exist", { other: { reason: ["x"] } }, false],
    ["anything but a value", { source: [{ "anything-but": ["aws.s3", "x"] }] }, false],
    ["anything but another value", { source: [{ "anything-but": "x" }] }, true],
    ["anything but a suffix", { detail: { object: { key: [{ "anything-but": { suffix: ".xlsx" } }] } } }, true],
    ["anything but a suffix it has", { detail: { object: { key: [{ "anything-but": { suffix: ".csv" } }] } } }, false],
    ["an element of a list", { detail: { tags: ["b"] } }, true],
    ["all fields at once", { source: ["aws.s3"], detail: { object: { size: [4] } } }, false],
  ])("matches %s: %j → %s", (_, pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  it.each([
    [{ source: [{ wildcard: "*" }] }],
    [{ $or: [] }],
    [{ detail: { key: [{ cidr: "10.0.0.0/8" }] } }],
    ["text"],
  ])("is refused before any event when it says what is not known: %j", (pattern) => {
    expect(() => compilePattern(pattern)).toThrow("event pattern");
  });
});
