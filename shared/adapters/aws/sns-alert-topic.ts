// Alerts on the topic coverage-alerts: mails get the text, queues and HTTPS endpoints the JSON; the attributes are what subscribers filter on.
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { alertSubject } from "#shared/domain/alerts/alert-words.ts";
import type { AlertTopic } from "#shared/ports.ts";

export class SnsAlertTopic implements AlertTopic {
  readonly #sns: SNSClient;
  readonly #topic: string;

  constructor(sns: SNSClient, topic: string) {
    this.#sns = sns;
    this.#topic = topic;
  }

  async publish(alert: Alert): Promise<void> {
    const json = JSON.stringify(alertSchema.encode(alert));
    const mail = `${alert.message.id}\n\n---\n\n${alert.message.en}\n\n${alert.alertId}\n`;
    await this.#sns.send(
      new PublishCommand({
        TopicArn: this.#topic,
        Subject: alertSubject(alert),
        MessageStructure: "json",
        Message: JSON.stringify({ default: json, email: mail, sqs: json, https: json, http: json }),
        MessageAttributes: {
          province: attribute(alert.province),
          ...(alert.regency === null ? {} : { regency: attribute(alert.regency) }),
          kind: attribute(alert.kind),
          severity: attribute(alert.severity),
          ...(alert.segment === null ? {} : { segment: attribute(alert.segment) }),
        },
      }),
    );
  }
}

const attribute = (value: string) => ({ DataType: "String", StringValue: value });
