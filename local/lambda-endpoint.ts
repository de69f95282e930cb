// Lambda on this machine, as far as commands need it: Invoke by a caller that does not wait, which Lambda answers with 202 before the function runs.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { close, listen, portOf } from "./emulators/loopback.ts";

export interface LambdaEndpoint {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** @param invoke starts the function; false when there is none of that name that runs here */
export async function startLambda(
  port: number,
  invoke: (functionName: string, input: unknown) => boolean,
): Promise<LambdaEndpoint> {
  const answer = (method: string, url: string, invocationType: unknown, body: string): Answer => {
    const [, name] = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/.exec(url) ?? [];
    if (method !== "POST" || name === undefined || invocationType !== "Event")
      return refusal(400, "InvalidParameterValueException", `${method} ${url} is not built on this machine`);
    const input = parsed(body);
    if (input === undefined) return refusal(400, "InvalidRequestContentException", "the payload is not JSON");
    return invoke(decodeURIComponent(name), input)
      ? { status: 202, type: null, message: "" }
      : refusal(404, "ResourceNotFoundException", `no function ${name} runs on this machine`);
  };
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const { status, type, message } = answer(method, url, headers["x-amz-invocation-type"], await text(request));
    response.writeHead(status, {
      "content-type": "application/json",
      ...(type === null ? {} : { "x-amzn-errortype": type }),
    });
    response.end(type === null ? "" : JSON.stringify({ Type: "User", Message: message }));
  });
  await listen(server, port);
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, stop: () => close(server) };
}

interface Answer {
  readonly status: number;
  /** null: no error. */
  readonly type: string | null;
  readonly message: string;
}

function refusal(status: number, type: string, message: string): Answer {
  return { status, type, message };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
