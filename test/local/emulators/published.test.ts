import { describe, expect, it } from "vitest";
import { takePublished } from "#local/emulators/published.ts";

const texts = JSON.stringify({ default: "d", email: "e", sqs: "q" });

describe("a message published with a text for each protocol", () => {
  it("goes to queues as their own text, and keeps the others for those who send them", () => {
    const form = { Action: "Publish", TopicArn: "t", Subject: "s", Message: texts, MessageStructure: "json" };
    expect(takePublished(form)).toEqual([
      { topicArn: "t", subject: "s", texts: { default: "d", email: "e", sqs: "q" }, attributes: {} },
    ]);
    expect(form.Message).toBe("q");
  });

  it("goes to queues as the default when they have no text of their own", () => {
    const form = { Action: "Publish", TopicArn: "t", Message: '{"default":"d","email":"e"}', MessageStructure: "json" };
    takePublished(form);
    expect(form.Message).toBe("d");
  });

  it("is left alone without that structure, though it be JSON", () => {
    const form = { Action: "Publish", TopicArn: "t", Message: texts };
    expect(takePublished(form)[0]?.texts).toEqual({ default: texts });
    expect(form.Message).toBe(texts);
  });

  it("is understood in a batch, with its attributes", () => {
    const at = "PublishBatchRequestEntries.member.1.";
    const form = {
      Action: "PublishBatch",
      TopicArn: "t",
      [`${at}Id`]: "1",
      [`${at}Message`]: texts,
      [`${at}MessageStructure`]: "json",
      [`${at}MessageAttributes.entry.1.Name`]: "regency",
      [`${at}MessageAttributes.entry.1.Value.DataType`]: "String",
      [`${at}MessageAttributes.entry.1.Value.StringValue`]: "14.03",
    };
    expect(takePublished(form)[0]?.attributes).toEqual({ regency: { DataType: "String", StringValue: "14.03" } });
    expect(form[`${at}Message`]).toBe("q");
  });

  it.each([
    ["has no default", { Message: '{"email":"e"}', MessageStructure: "json" }],
    ["is no JSON", { Message: "e", MessageStructure: "json" }],
    ["has a subject that SNS refuses", { Message: "e", Subject: "Peringatan – turun" }],
    ["has a subject that is too long", { Message: "e", Subject: "x".repeat(101) }],
  ])("is refused when it %s", (_, form) => {
    expect(() => takePublished({ Action: "Publish", TopicArn: "t", ...form })).toThrow(RangeError);
  });

  it("is not looked for in other calls", () => {
    expect(takePublished({ Action: "Subscribe", TopicArn: "t" })).toEqual([]);
  });
});
