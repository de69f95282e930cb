// The parts of fauxqs 2.4.1 that its package does not export. They are reached for three reasons: `startFauxqs` listens on every network
// address, and rosters hold NIK, so this province listens on 127.0.0.1 only; queues are read in process instead of over HTTP, which the replay's
// hundreds of days need; and S3 sends no notifications, but its stores report every upload to a spy.
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import type { BuildAppOptions, MessageAttributeValue, SpyMessage } from "fauxqs";

type Stores = NonNullable<BuildAppOptions["stores"]>;
export type SqsStore = Stores["sqsStore"];
type SnsStore = Stores["snsStore"];
type S3Store = Stores["s3Store"];
export type SqsQueue = NonNullable<ReturnType<SqsStore["getQueueByArn"]>>;
export type NewMessage = (
  body: string,
  attributes?: Record<string, MessageAttributeValue>,
) => Parameters<SqsQueue["enqueue"]>[0];
type Spy = NonNullable<SqsStore["spy"]>;
type MatchesFilter = (policy: Record<string, unknown>, attributes: Record<string, MessageAttributeValue>) => boolean;
type MatchesBody = (policy: Record<string, unknown>, body: string) => boolean;

export interface FauxqsStores extends Stores {
  readonly newMessage: NewMessage;
  /** Does the filter policy of a subscription let the message through? */
  readonly passesFilter: (
    attributes: Readonly<Record<string, string>>,
    message: string,
    named: Record<string, MessageAttributeValue>,
  ) => boolean;
}

/** New, empty stores; `onEvent` is told of each message and object, before the call that caused it returns. */
export async function createFauxqsStores(onEvent: (event: SpyMessage) => void): Promise<FauxqsStores> {
  const packageFile = findPackageJSON("fauxqs", import.meta.url);
  if (packageFile === undefined) throw new Error("fauxqs is not installed");
  const part = (path: string): string => new URL(`dist/${path}`, pathToFileURL(packageFile)).href;
  const { MessageSpy }: { MessageSpy: new () => Spy } = await import(part("spy.js"));
  const { SqsStore }: { SqsStore: (new () => SqsStore) & { createMessage: NewMessage } } = await import(
    part("sqs/sqsStore.js")
  );
  const { SnsStore }: { SnsStore: new () => SnsStore } = await import(part("sns/snsStore.js"));
  const { S3Store }: { S3Store: new () => S3Store } = await import(part("s3/s3Store.js"));
  const {
    matchesFilterPolicy,
    matchesFilterPolicyOnBody,
  }: { matchesFilterPolicy: MatchesFilter; matchesFilterPolicyOnBody: MatchesBody } = await import(
    part("sns/filter.js")
  );

  // The spy's own buffer would keep the last bodies and search itself for waiters; nobody waits here.
  const spy = new MessageSpy();
  spy.addMessage = onEvent;
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  for (const store of Object.values(stores)) store.spy = spy;
  // With a host of its own fauxqs would write queue URLs such as sqs.{region}.localhost, which not every machine resolves.
  stores.sqsStore.host = "";
  return {
    ...stores,
    newMessage: (body, attributes) => SqsStore.createMessage(body, attributes),
    passesFilter: ({ FilterPolicy, FilterPolicyScope }, message, named) => {
      if (FilterPolicy === undefined) return true;
      const policy: Record<string, unknown> = JSON.parse(FilterPolicy);
      return FilterPolicyScope === "MessageBody"
        ? matchesFilterPolicyOnBody(policy, message)
        : matchesFilterPolicy(policy, named);
    },
  };
}
