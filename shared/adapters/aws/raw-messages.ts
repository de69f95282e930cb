// Messages sent on as they are: to a queue of the pipeline, to somebody else's queue, or to a function as its schedule would start it.
import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { GetQueueUrlCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";

export async function sendBody(sqs: SQSClient, url: string, body: string): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
}

/** @throws Error when there is no such queue, or it takes nothing from here */
export async function sendBodyTo(sqs: SQSClient, queueArn: string, body: string): Promise<void> {
  const [, , , , account, name] = queueArn.split(":");
  const { QueueUrl = "" } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }),
  );
  await sendBody(sqs, QueueUrl, body);
}

/** Returns when Lambda has taken it: what fails is tried again and then kept with the dead letters, as if the schedule had started it. */
export async function startFunction(lambda: LambdaClient, functionName: string, payload: string): Promise<void> {
  await lambda.send(new InvokeCommand({ FunctionName: functionName, InvocationType: "Event", Payload: payload }));
}
