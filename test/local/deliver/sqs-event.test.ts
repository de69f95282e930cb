import { describe, expect, it } from "vitest";
import { failedMessages, sqsEvent } from "#local/deliver/sqs-event.ts";

const batch = [{ messageId: "a" }, { messageId: "b" }];

describe("what a function answers to a batch", () => {
  it.each([
    ["nothing", undefined, []],
    ["null", null, []],
    ["an empty list", { batchItemFailures: [] }, []],
    ["no list", {}, []],
    ["one that failed", { batchItemFailures: [{ itemIdentifier: "b" }] }, ["b"]],
    ["an id that was not in the batch", { batchItemFailures: [{ itemIdentifier: "z" }] }, ["a", "b"]],
    ["an empty id", { batchItemFailures: [{ itemIdentifier: "" }] }, ["a", "b"]],
    ["a list of other things", { batchItemFailures: [{ id: "a" }] }, ["a", "b"]],
    ["a text", "done", ["a", "b"]],
  ])("fails these messages: %s", (_, answer, expected) => {
    expect([...failedMessages(answer, batch)]).toEqual(expected);
  });
});

describe("the event of a batch", () => {
  it("has the fields of Lambda's", () => {
    const message = {
      messageId: "a",
      receiptHandle: "h",
      body: "{}",
      md5OfBody: "m",
      messageAttributes: { regency: { DataType: "String", StringValue: "14.03" } },
      sentTimestamp: 1,
      firstReceivedTimestamp: 2,
      receiveCount: 3,
    };
    expect(sqsEvent([message], "arn:aws:sqs:ap-southeast-3:0:q").Records).toEqual([
      {
        messageId: "a",
        receiptHandle: "h",
        body: "{}",
        md5OfBody: "m",
        attributes: {
          ApproximateReceiveCount: "3",
          SentTimestamp: "1",
          SenderId: "local",
          ApproximateFirstReceiveTimestamp: "2",
        },
        messageAttributes: {
          regency: {
            stringValue: "14.03",
            binaryValue: undefined,
            stringListValues: [],
            binaryListValues: [],
            dataType: "String",
          },
        },
        eventSource: "aws:sqs",
        eventSourceARN: "arn:aws:sqs:ap-southeast-3:0:q",
        awsRegion: "ap-southeast-3",
      },
    ]);
  });
});
