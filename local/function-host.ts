// Runs one function of the template as Lambda does, with one instance at a time: its bundle in a worker thread with its own environment, warm between
// invocations. A crash, an unhandled rejection or the timeout ends the worker and fails the invocation; the next one starts a fresh worker.
import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { InvocationAnswer, InvocationMessage, WorkerInput, WorkerOutput } from "./invocation.ts";

export interface HostedFunction extends WorkerInput {
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

export interface FunctionHost {
  readonly name: string;
  /** What the function returned. @throws Error when it failed, crashed or took too long */
  invoke(event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

interface Instance {
  readonly worker: Worker;
  /** Set while an invocation waits for its answer. */
  waiting: { readonly id: number; readonly settle: (answer: InvocationAnswer) => void } | null;
}

/** `log` takes what the function writes to its standard output and error, and why it failed, as whole lines. */
export function hostFunction(fn: HostedFunction, log: (line: string) => void): FunctionHost {
  let instance: Instance | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let invocations = 0;

  function start(): Instance {
    const { environment, timeoutSeconds: _, ...workerData } = fn;
    const worker = new Worker(new URL("./function-worker.ts", import.meta.url), {
      workerData,
      env: { ...environment },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: fn.memoryMb },
    });
    const started: Instance = { worker, waiting: null };
    const write = lineSplitter(log);
    worker.on("message", (answer: InvocationAnswer | WorkerOutput) => {
      if ("written" in answer) write(answer.written);
      else if (answer.id === started.waiting?.id) started.waiting.settle(answer);
    });
    // Only when it has ended, everything that it wrote has come: an error may overtake that.
    let fault: string | null = null;
    worker.on("error", (error: unknown) => {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    });
    worker.on("exit", (code) => {
      if (instance === started) instance = null;
      const reason = fault ?? `the function's process ended with ${code}`;
      started.waiting?.settle({ id: started.waiting.id, ok: false, reason });
    });
    return started;
  }

  async function run(event: unknown): Promise<unknown> {
    instance ??= start();
    const current = instance;
    const id = ++invocations;
    const timeoutMs = fn.timeoutSeconds * 1000;
    const answer = await new Promise<InvocationAnswer>((settle) => {
      const timer = setTimeout(() => {
        instance = null;
        settle({ id, ok: false, reason: `Task timed out after ${fn.timeoutSeconds} seconds` });
        void current.worker.terminate();
      }, timeoutMs);
      current.waiting = {
        id,
        settle: (it) => {
          clearTimeout(timer);
          settle(it);
        },
      };
      const message: InvocationMessage = {
        id,
        payload: JSON.stringify(event),
        deadline: Date.now() + timeoutMs,
        requestId: randomUUID(),
      };
      current.worker.postMessage(message);
    });
    current.waiting = null;
    if (answer.ok) return answer.payload === undefined ? undefined : JSON.parse(answer.payload);
    log(
      JSON.stringify({
        level: "error",
        function: fn.functionName,
        message: "invocation failed",
        reason: answer.reason,
      }),
    );
    throw new Error(`${fn.functionName}: ${answer.reason}`);
  }

  return {
    name: fn.functionName,
    invoke: (event) => {
      const invocation = last.then(() => run(event));
      last = invocation.catch(() => undefined);
      return invocation;
    },
    stop: async () => {
      await instance?.worker.terminate();
    },
  };
}

/** Cuts pieces of text into whole lines. */
function lineSplitter(log: (line: string) => void): (piece: string) => void {
  let rest = "";
  return (piece) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) log(line);
  };
}
