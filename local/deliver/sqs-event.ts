// The event by which Lambda hands a batch of messages to a function, and what it makes of the function's answer.
import * as z from "zod";
import type { ReceivedMessage } from "../emulators/queue.ts";

interface SqsEvent {
  readonly Records: readonly Readonly<Record<string, unknown>>[];
}

export function sqsEvent(messages: readonly ReceivedMessage[], queueArn: string): SqsEvent {
  const region = queueArn.split(":")[3];
  return {
    Records: messages.map((message) => ({
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        SentTimestamp: String(message.sentTimestamp),
        SenderId: "local",
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedTimestamp),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.messageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            stringValue: StringValue,
            binaryValue: BinaryValue,
            stringListValues: [],
            binaryListValues: [],
            dataType: DataType,
          },
        ]),
      ),
      md5OfBody: message.md5OfBody,
      eventSource: "aws:sqs",
      eventSourceARN: queueArn,
      awsRegion: region,
    })),
  };
}

const answerShape = z
  .looseObject({ batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * The ids of the messages that failed. An answer that is missing, or has no list, is a complete success; one that is malformed or names an id
 * that was not in the batch is a complete failure. Both are what Lambda does.
 */
export function failedMessages(
  answer: unknown,
  messages: readonly { readonly messageId: string }[],
): ReadonlySet<string> {
  const batch = new Set(messages.map(({ messageId }) => messageId));
  const read = answerShape.safeParse(answer);
  if (!read.success) return batch;
  const failed = (read.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((id) => batch.has(id)) ? new Set(failed) : batch;
}
