// The AWS services of the province on this machine, all plain HTTP on 127.0.0.1, usable by the AWS CLI and the SDKs with any credentials.
import { startDynamodb } from "./emulators/dynamodb.ts";
import { type MessagingListeners, startMessaging } from "./emulators/messaging.ts";
import type { EmulatedQueue } from "./emulators/queue.ts";
import { startLambda } from "./lambda-endpoint.ts";
import type { Endpoints } from "./province-file.ts";
import { startSecrets } from "./secrets-endpoint.ts";
import type { ProvinceTemplate } from "./template/province-template.ts";

export const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" } as const;

/** A port left out, or 0, is any free one. */
export interface EmulatorPorts {
  readonly messaging?: number;
  readonly dynamodb?: number;
  readonly secrets?: number;
  readonly lambda?: number;
}

export interface EmulatorListeners extends MessagingListeners {
  /** A function is to be started by a caller that does not wait; false when none of that name runs here. */
  onInvoke(functionName: string, input: unknown): boolean;
}

export interface Emulators {
  readonly endpoints: Endpoints;
  /** Makes what the template says. */
  build(template: ProvinceTemplate): Promise<void>;
  queue(arn: string): EmulatedQueue;
  stop(): Promise<void>;
}

export async function startEmulators(
  region: string,
  ports: EmulatorPorts,
  listeners: EmulatorListeners,
): Promise<Emulators> {
  const [messaging, dynamodb, secrets, lambda] = await Promise.all([
    startMessaging(ports.messaging ?? 0, region, listeners),
    startDynamodb(ports.dynamodb ?? 0, region),
    startSecrets(ports.secrets ?? 0),
    startLambda(ports.lambda ?? 0, listeners.onInvoke),
  ]);
  return {
    endpoints: {
      s3: messaging.endpoint,
      sqs: messaging.endpoint,
      sns: messaging.endpoint,
      dynamodb: dynamodb.endpoint,
      secretsmanager: secrets.endpoint,
      lambda: lambda.endpoint,
    },
    build: async (template) => {
      messaging.build(template);
      secrets.build(template.secrets);
      for (const table of template.tables) await dynamodb.createTable(table);
    },
    queue: messaging.queue,
    stop: async () => {
      await Promise.all([messaging.stop(), dynamodb.stop(), secrets.stop(), lambda.stop()]);
    },
  };
}

/** The environment by which the SDK in a function, or a program of the same machine, finds the emulators and nothing else. */
export function emulatorEnvironment(endpoints: Endpoints, region: string): Readonly<Record<string, string>> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    // What the person of this machine has in ~/.aws belongs to other things.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsmanager,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
  };
}
