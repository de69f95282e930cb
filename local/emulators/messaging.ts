// S3, SQS and SNS on this machine: fauxqs with the buckets, queues, topics and subscriptions of the template.
import { buildApp, type SpyMessage } from "fauxqs";
import * as z from "zod";
import type { ProvinceTemplate } from "../template/province-template.ts";
import { createFauxqsStores } from "./fauxqs-internals.ts";
import { portOf } from "./loopback.ts";
import { type PublishedMessage, takePublished } from "./published.ts";
import { type EmulatedQueue, openQueue } from "./queue.ts";
import { queueText, undeliverable } from "./undeliverable.ts";

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
}

export interface MessagingListeners {
  /** An object was put, copied or completed from parts. */
  onObject(object: StoredObject): void;
  /** A message is about to lie in a queue, or to leave it. */
  onQueue(): void;
  /** A message was published; the addresses are those of e-mail subscribers whose filter lets it through. */
  onPublished(message: PublishedMessage, addresses: readonly string[]): void;
}

export interface MessagingEmulator {
  readonly endpoint: string;
  build(template: Pick<ProvinceTemplate, "buckets" | "queues" | "topics" | "subscriptions">): void;
  /** @throws Error when there is no such queue */
  queue(arn: string): EmulatedQueue;
  stop(): Promise<void>;
}

const formShape = z.record(z.string(), z.string());

export async function startMessaging(
  port: number,
  region: string,
  listeners: MessagingListeners,
): Promise<MessagingEmulator> {
  const { passesFilter, newMessage, ...stores } = await createFauxqsStores(tellOf);
  const { sqsStore, snsStore, s3Store } = stores;

  let toldJustNow: string | null = null;
  function tellOf(event: SpyMessage): void {
    if (event.service === "sqs") listeners.onQueue();
    if (event.service !== "s3" || event.status !== "uploaded") return;
    // A file that a form has posted is told twice in one go.
    const told = `${event.bucket}/${event.key}`;
    if (told === toldJustNow) return;
    toldJustNow = told;
    queueMicrotask(() => {
      toldJustNow = null;
    });
    const { contentLength, etag } = s3Store.headObject(event.bucket, event.key);
    listeners.onObject({ bucket: event.bucket, key: event.key, size: contentLength, etag: etag.replaceAll('"', "") });
  }

  function emailAddresses({ topicArn, texts, attributes }: PublishedMessage): readonly string[] {
    return subscriptionsOf(topicArn)
      .filter(({ protocol }) => protocol === "email" || protocol === "email-json")
      .filter((it) => passesFilter(it.attributes, texts.email ?? texts.default, attributes))
      .map(({ endpoint }) => endpoint);
  }

  /** What cannot be delivered goes to the dead-letter queue of its subscription; one that is gone as well loses it. */
  function keepUndelivered(message: PublishedMessage): void {
    const wanted = subscriptionsOf(message.topicArn).filter((it) =>
      passesFilter(it.attributes, queueText(message), message.attributes),
    );
    const isThere = (arn: string): boolean => sqsStore.getQueueByArn(arn) !== undefined;
    for (const { deadLetterArn, body, attributes } of undeliverable(message, wanted, isThere))
      sqsStore.getQueueByArn(deadLetterArn)?.enqueue(newMessage(body, attributes));
  }

  /** Those of the template and those made since; the store gives a hundred at a time. */
  function subscriptionsOf(topicArn: string): ReturnType<typeof snsStore.listSubscriptionsByTopic>["subscriptions"] {
    let page = snsStore.listSubscriptionsByTopic(topicArn);
    const all = [...page.subscriptions];
    while (page.nextToken !== undefined) {
      page = snsStore.listSubscriptionsByTopic(topicArn, page.nextToken);
      all.push(...page.subscriptions);
    }
    return all;
  }

  const app = buildApp({ logger: false, host: "", defaultRegion: region, stores });
  app.addHook("preHandler", async (request, reply) => {
    if (
      request.method !== "POST" ||
      request.url !== "/" ||
      !(request.headers["content-type"] ?? "").includes("form-urlencoded")
    )
      return;
    const form = formShape.parse(request.body);
    try {
      const published = takePublished(form);
      request.body = form;
      for (const message of published) {
        listeners.onPublished(message, emailAddresses(message));
        keepUndelivered(message);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const body = `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${error.message}</Message></Error></ErrorResponse>`;
      return reply.status(400).header("content-type", "text/xml").send(body);
    }
  });
  const postOrigins = new Map<string, readonly string[]>();
  app.addHook("onRequest", async (request, reply) => {
    const [, bucket = ""] = request.url.split(/[/?]/);
    // A page that posts a file may read the answer where the bucket says so; any origin is the only one that is used.
    if (request.headers.origin !== undefined && postOrigins.get(bucket)?.includes("*") === true)
      reply.header("access-control-allow-origin", "*");
  });
  await app.listen({ port, host: "127.0.0.1" });

  const opened = new Map<string, EmulatedQueue>();
  return {
    endpoint: `http://127.0.0.1:${portOf(app.server)}`,
    build: (template) => {
      for (const { name, postOrigins: origins } of template.buckets) {
        s3Store.createBucket(name);
        postOrigins.set(name, origins);
      }
      for (const { name, url, arn, attributes } of template.queues)
        sqsStore.createQueue(name, url, arn, { ...attributes });
      for (const { name } of template.topics) snsStore.createTopic(name, undefined, undefined, region);
      for (const { topicArn, protocol, endpoint, attributes } of template.subscriptions) {
        snsStore.subscribe(topicArn, protocol, endpoint, { ...attributes });
      }
    },
    queue: (arn) => {
      const known = opened.get(arn);
      if (known !== undefined) return known;
      const queue = sqsStore.getQueueByArn(arn);
      if (queue === undefined) throw new Error(`there is no queue ${arn} on this machine`);
      const view = openQueue(queue, sqsStore, newMessage);
      opened.set(arn, view);
      return view;
    },
    stop: () => app.close(),
  };
}
