// Whether a queue is there, in the account and region of the client.
import { GetQueueUrlCommand, QueueDoesNotExist, type SQSClient, SQSServiceException } from "@aws-sdk/client-sqs";

/** null: whoever asks may not know (`sqs:GetQueueUrl`). */
export async function queueExists(sqs: SQSClient, name: string): Promise<boolean | null> {
  try {
    await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    return true;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return false;
    if (error instanceof SQSServiceException && /AccessDenied/.test(error.name)) return null;
    throw error;
  }
}
