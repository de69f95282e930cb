// A message that can never work goes straight to the dead-letter queue, with its reason as an attribute.
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

/** The attribute of a dead letter that can never work: why. */
export const DEAD_LETTER_REASON = "reason";

export function sendToDeadLetters(sqs: SQSClient, url: string): (body: string, reason: string) => Promise<void> {
  return async (body, reason) => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: body,
        MessageAttributes: { [DEAD_LETTER_REASON]: { DataType: "String", StringValue: reason.slice(0, 256) } },
      }),
    );
  };
}
