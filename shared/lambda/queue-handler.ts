// How every function reads its queue: parse each message once, at the edge; one that can never work goes to the dead-letter queue with its reason;
// any other failure leaves just that message to be tried again. The answer starts from "all failed" and strikes off what is done.
import middy from "@middy/core";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import { errorFields, type Log, type LogFields } from "./log.ts";

/** Share of a function's time that is kept back: what has not begun by then is left for the next invocation. */
const RESERVED_SHARE = 0.2;

export interface QueueHandlerParts<Message> {
  readonly schema: z.ZodType<Message>;
  /** Handles messages in the order given, and calls `done` for each that needs no further try. */
  readonly handle: (
    messages: readonly Message[],
    done: (message: Message) => void,
    hasTime: () => boolean,
  ) => Promise<void>;
  /** Puts a message that can never work where a person will find it. */
  readonly reject: (body: string, reason: string) => Promise<void>;
  readonly log: Log;
}

export function queueHandler<Message>(parts: QueueHandlerParts<Message>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(
    async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
      const open = new Set(event.Records.map((record) => record.messageId));
      const idOf = new Map<Message, string>();
      for (const record of event.Records) {
        const parsed = parse(parts.schema, record);
        if (parsed.ok) idOf.set(parsed.message, record.messageId);
        else if (await putAside(parts, record, parsed.reason)) open.delete(record.messageId);
      }
      const reserved = context.getRemainingTimeInMillis() * RESERVED_SHARE;
      try {
        await parts.handle(
          [...idOf.keys()],
          (message) => open.delete(idOf.get(message) ?? ""),
          () => context.getRemainingTimeInMillis() > reserved,
        );
      } catch (error) {
        parts.log("error", "batch-failed", errorFields(error));
      }
      return { batchItemFailures: [...open].map((itemIdentifier) => ({ itemIdentifier })) };
    },
  );
}

/** Whether a message that can never work lies with the dead letters now; one that does not is tried again. */
async function putAside<Message>(
  parts: QueueHandlerParts<Message>,
  record: SQSRecord,
  reason: string,
): Promise<boolean> {
  parts.log("error", "message-rejected", { messageId: record.messageId, code: reason });
  try {
    await parts.reject(record.body, reason);
    return true;
  } catch (error) {
    parts.log("error", "reject-failed", errorFields(error));
    return false;
  }
}

/**
 * Handles one message after another; a failure leaves only that message for another try.
 * @param about what of a message may be logged, so that a failure is found by its upload
 */
export function oneByOne<Message>(
  handle: (message: Message) => Promise<void>,
  log: Log,
  about: (message: Message) => LogFields = () => ({}),
): QueueHandlerParts<Message>["handle"] {
  return async (messages, done, hasTime) => {
    for (const message of messages) {
      if (!hasTime()) return;
      try {
        await handle(message);
        done(message);
      } catch (error) {
        log("error", "message-failed", { ...about(message), ...errorFields(error) });
      }
    }
  };
}

function parse<Message>(
  schema: z.ZodType<Message>,
  record: SQSRecord,
): { readonly ok: true; readonly message: Message } | { readonly ok: false; readonly reason: string } {
  let body: unknown;
  try {
    body = JSON.parse(record.body);
  } catch {
    return { ok: false, reason: "not-json" };
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, message: parsed.data };
  const place = parsed.error.issues[0]?.path.join(".") ?? "";
  return { ok: false, reason: place === "" ? "wrong-shape" : `wrong-shape at ${place}` };
}
