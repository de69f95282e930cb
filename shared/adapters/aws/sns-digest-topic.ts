// Digests on the topic coverage-digest: mails get the text, all others the JSON, which stands in the message once.
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { digest as digestSchema } from "#events/digest.ts";
import type { Digest } from "#shared/domain/digest/digest.ts";
import { digestSubject, digestText } from "#shared/domain/digest/digest-message.ts";
import type { DigestTopic } from "#shared/ports.ts";

/** What SNS takes: the texts of all protocols together, as JSON. */
export function digestMessage(digest: Digest): string {
  return JSON.stringify({ default: JSON.stringify(digestSchema.encode(digest)), email: digestText(digest) });
}

export class SnsDigestTopic implements DigestTopic {
  readonly #sns: SNSClient;
  readonly #topic: string;

  constructor(sns: SNSClient, topic: string) {
    this.#sns = sns;
    this.#topic = topic;
  }

  async publish(digest: Digest): Promise<void> {
    await this.#sns.send(
      new PublishCommand({
        TopicArn: this.#topic,
        Subject: digestSubject(digest),
        MessageStructure: "json",
        Message: digestMessage(digest),
        MessageAttributes: { province: { DataType: "String", StringValue: digest.province } },
      }),
    );
  }
}
