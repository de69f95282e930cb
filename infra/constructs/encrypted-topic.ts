// A topic under the province's key that takes messages over TLS only.
import { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";

interface EncryptedTopicProps {
  readonly province: string;
  readonly key: DataKey;
  /** What mails show as their sender. */
  readonly displayName: string;
}

export class EncryptedTopic extends Topic {
  constructor(scope: Construct, name: string, { province, key, displayName }: EncryptedTopicProps) {
    super(scope, name, { topicName: `cakupan-${province}-${name}`, displayName, masterKey: key, enforceSSL: true });
  }
}
