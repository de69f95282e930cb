// The inside of a function's worker thread: loads the bundle once, then answers one invocation after the other, as Lambda's runtime does.
import { parentPort, workerData } from "node:worker_threads";
import type { InvocationAnswer, InvocationMessage, WorkerInput, WorkerOutput } from "./invocation.ts";

const input: WorkerInput = workerData;
const port = parentPort;
if (port === null) throw new Error("this file runs in a worker thread only");

// What the function writes goes the way of its answers, so that it is there before them; a worker's own streams are later than its messages.
type Written = (error?: Error | null) => void;
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Written, done?: Written): boolean => {
    const text: WorkerOutput = { written: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString() };
    port.postMessage(text);
    (typeof encoding === "function" ? encoding : done)?.();
    return true;
  };
}

const bundle: Readonly<Record<string, unknown>> = await import(input.file);
const handler = bundle[input.exportName];
if (typeof handler !== "function") throw new Error(`${input.file} exports no function named ${input.exportName}`);

port.on("message", async ({ id, payload, deadline, requestId }: InvocationMessage) => {
  const context = {
    callbackWaitsForEmptyEventLoop: true,
    functionName: input.functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: input.functionArn,
    memoryLimitInMB: String(input.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${input.functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  port.postMessage(await answer(id, () => handler(JSON.parse(payload), context)));
});

async function answer(id: number, run: () => unknown): Promise<InvocationAnswer> {
  try {
    return { id, ok: true, payload: JSON.stringify(await run()) };
  } catch (error) {
    return { id, ok: false, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
