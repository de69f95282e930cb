// The small HTTP endpoint by which commands ask and move the running province. It serves this machine only: a request under
// another host name, as a web page could cause by rebinding a name, is refused, and so is one that a browser sent for a page.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { type Day, isDay } from "#shared/domain/day.ts";
import { close, listen, portOf } from "./emulators/loopback.ts";

export interface ControlledProvince {
  status(): unknown;
  moveDay(to: Day, onDay: (day: Day) => void): Promise<void>;
  idle(): Promise<void>;
  day(): Day;
}

export interface ControlEndpoint {
  readonly url: string;
  stop(): Promise<void>;
}

const dayRequest = z.object({ to: z.string().refine(isDay) });

/**
 * `GET /status`; `POST /idle` answers when the province is at rest; `POST /day {"to": "2024-01-01"}` answers line by line (NDJSON):
 * `{"day": …}` for each day that ran, at last `{"done": true, "day": …}` or `{"error": …}`.
 */
export async function startControl(port: number, province: ControlledProvince): Promise<ControlEndpoint> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.end(`${JSON.stringify({ error: reason })}\n`);
      else json(response, 500, { error: reason });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocal(request)) return json(response, 403, { error: "this endpoint serves commands on this machine only" });
    switch (`${request.method} ${request.url}`) {
      case "GET /status":
        return json(response, 200, province.status());
      case "POST /idle":
        await province.idle();
        return json(response, 200, { idle: true, day: province.day() });
      case "POST /day": {
        const asked = dayRequest.safeParse(parsed(await text(request)));
        if (!asked.success) return json(response, 400, { error: 'a body {"to": "yyyy-mm-dd"} was expected' });
        const { to } = asked.data;
        if (to < province.day())
          return json(response, 409, {
            error: `the province is at ${province.day()} already; days do not go back`,
            day: province.day(),
          });
        response.writeHead(200, { "content-type": "application/x-ndjson" });
        await province.moveDay(to, (day) => response.write(`${JSON.stringify({ day })}\n`));
        response.end(`${JSON.stringify({ done: true, day: province.day() })}\n`);
        return;
      }
      default:
        return json(response, 404, { error: `there is no ${request.method} ${request.url}` });
    }
  }

  await listen(server, port);
  return { url: `http://127.0.0.1:${portOf(server)}`, stop: () => close(server) };
}

function isLocal({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(headers.host ?? "") && headers.origin === undefined;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(`${JSON.stringify(body)}\n`);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
