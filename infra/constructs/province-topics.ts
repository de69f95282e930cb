// What the province tells the world: alerts to those who must act, one by one or once a day, and receipts to those who uploaded.
import { Construct } from "constructs";
import { ENV } from "#shared/names.ts";
import type { DataKey } from "./data-key.ts";
import { EncryptedTopic } from "./encrypted-topic.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

export class ProvinceTopics extends Construct {
  readonly alerts: EncryptedTopic;
  readonly digest: EncryptedTopic;
  readonly receipts: EncryptedTopic;

  constructor(scope: Construct, province: string, key: DataKey) {
    super(scope, "Topics");
    this.alerts = new EncryptedTopic(this, "coverage-alerts", { province, key, displayName: `Cakupan ${province}` });
    this.digest = new EncryptedTopic(this, "coverage-digest", { province, key, displayName: `Cakupan ${province}` });
    this.receipts = new EncryptedTopic(this, "roster-receipts", { province, key, displayName: `Cakupan ${province}` });
  }

  grantPublishAlerts(to: PipelineFunction): void {
    grantPublish(this.alerts, to, ENV.alertsTopic);
  }

  grantPublishDigest(to: PipelineFunction): void {
    grantPublish(this.digest, to, ENV.digestTopic);
  }

  grantPublishReceipts(to: PipelineFunction): void {
    grantPublish(this.receipts, to, ENV.receiptsTopic);
  }
}

function grantPublish(topic: EncryptedTopic, to: PipelineFunction, variable: string): void {
  to.allow(["sns:Publish"], topic.topicArn);
  to.allowKeyThrough("sns");
  to.addEnvironment(variable, topic.topicArn);
}
