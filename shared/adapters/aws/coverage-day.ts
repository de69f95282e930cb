// Runs the daily evaluation as of a day, as the schedule does.
import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Day } from "#shared/domain/day.ts";

/** @throws Error when the function itself failed */
export async function startCoverageDay(lambda: LambdaClient, functionName: string, asOf: Day): Promise<void> {
  const time = new Date(`${asOf}T00:10:00+07:00`).toISOString();
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify({ time }) }),
  );
  if (FunctionError !== undefined) throw new Error(`${functionName}: ${FunctionError}`);
}
