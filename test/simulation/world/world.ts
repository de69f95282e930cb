// A province in virtual time. EventBridge, SQS and Lambda do here what they promise and no more: messages come at least once, in any order, in
// batches; a function may fail in any of its effects, and what it did not finish comes again when its time is over.
import { createHash } from "node:crypto";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { FEEDS, STEPS } from "#infra/pipeline-steps.ts";
import { MemoryRosterObjects } from "#shared/adapters/memory/memory-roster-objects.ts";
import { removeExpired } from "#shared/adapters/memory/memory-slices.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import type { HoldDecision } from "#shared/domain/receipt.ts";
import type { Log } from "#shared/lambda/log.ts";
import { uploadIdOf } from "#shared/upload-id.ts";
import { Clock } from "./clock.ts";
import { type Feed, functionOf, type RosterFiles } from "./functions.ts";
import { type Fault, Lane } from "./lane.ts";
import { rememberingReader } from "./remembering-reader.ts";
import { BUCKET } from "./settings.ts";
import { type Message, SimulatedQueue } from "./simulated-queue.ts";
import { copyOf, emptyStores, type Stores } from "./stores.ts";

export const ALL_FEEDS = [
  "roster-uploads",
  "enrolment-events",
  "coverage-updates",
  "coverage-changes",
  "coverage-days",
] as const satisfies readonly Feed[];

const CONSUMER = {
  "roster-uploads": "validate-roster",
  "enrolment-events": "apply-enrolments",
  "coverage-updates": "update-coverage",
  "coverage-changes": "emit-alerts",
  "coverage-days": "start-coverage-day",
} as const;

const EFFECT_MS = 20;
const MAX_RECEIVES = 5;
/** Lambda itself tries an event of a schedule three times. */
const MAX_TRIES_OF_A_DAY = 3;

/** A file as it was put, with all that its event says. */
export interface PutFile {
  readonly uploadId: string;
  readonly key: string;
  readonly body: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly at: string;
  readonly sequencer: string;
  /** The event as it lies in roster-uploads. */
  readonly event: string;
}

export interface NewFile {
  readonly key: string;
  readonly body: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An invocation that is under way. */
export interface Running {
  readonly feed: Feed;
  readonly messages: readonly Message[];
  readonly lane: Lane<SQSBatchResponse>;
  readonly deadline: number;
}

export interface WorldSettings {
  readonly stores?: Stores;
  /** By default uploaded files lie in the bucket that the stores have. */
  readonly files?: RosterFiles;
  /** Whether all that ever lay in the queues can be looked at. */
  readonly keepsHistory?: boolean;
}

export class World {
  readonly clock: Clock;
  readonly stores: Stores;
  readonly queues: Readonly<Record<Feed, SimulatedQueue>>;
  readonly files: PutFile[] = [];
  /** Every line that a function logged. */
  readonly logged: string[] = [];
  readonly #throttled = new Map<string, number>();
  /** How many effects there were. */
  effects = 0;
  /** What goes wrong with an effect; by default nothing. */
  faultOf: (effect: string, number: number) => Fault | null = () => null;

  readonly #settings: WorldSettings;

  constructor(start: string, { stores = emptyStores(), files, keepsHistory = true }: WorldSettings = {}) {
    this.clock = new Clock(start);
    this.stores = stores;
    this.#settings = { stores, keepsHistory, ...(files && { files }) };
    const queue = (feed: Feed): SimulatedQueue =>
      new SimulatedQueue(
        {
          name: feed,
          visibilityMs: 6 * STEPS[CONSUMER[feed]].timeoutSeconds * 1000,
          keepsHistory,
          maxReceives: feed === "coverage-days" ? MAX_TRIES_OF_A_DAY : MAX_RECEIVES,
        },
        this.clock,
      );
    this.queues = {
      "roster-uploads": queue("roster-uploads"),
      "enrolment-events": queue("enrolment-events"),
      "coverage-updates": queue("coverage-updates"),
      "coverage-changes": queue("coverage-changes"),
      "coverage-days": queue("coverage-days"),
    };
  }

  /** A world of its own that goes on from here; nothing may be under way. */
  fork(): World {
    const fork = new World(this.clock.stamp, { ...this.#settings, stores: copyOf(this.stores) });
    fork.clock.reach(this.clock.now);
    for (const feed of ALL_FEEDS) fork.queues[feed].copyFrom(this.queues[feed]);
    fork.files.push(...this.files);
    fork.logged.push(...this.logged);
    return fork;
  }

  /** Every effect whose name begins so fails for a while. */
  throttle(effects: string, forMs: number): void {
    this.#throttled.set(effects, this.clock.now + forMs);
  }

  stopThrottling(): void {
    this.#throttled.clear();
  }

  #isThrottled(effect: string): boolean {
    for (const [effects, until] of this.#throttled)
      if (effect.startsWith(effects) && this.clock.now < until) return true;
    return false;
  }

  /** Puts a file; its event arrives after a while, or (null) when somebody sends it. */
  put({ key, body, metadata = {} }: NewFile, delayMs: number | null = 0): PutFile {
    const { etag, versionId } = this.stores.rosters.put(key, body, { metadata });
    const sequencer = (this.files.length + 1).toString(16).padStart(4, "0").toUpperCase();
    const object = { key, size: Buffer.byteLength(body), etag, "version-id": versionId, sequencer };
    const event = JSON.stringify({
      version: "0",
      "detail-type": "Object Created",
      source: "aws.s3",
      time: this.clock.stamp,
      detail: { version: "0", bucket: { name: BUCKET }, object, reason: "PutObject" },
    });
    const file = { uploadId: uploadIdOf(object), key, body, metadata, at: this.clock.stamp, sequencer, event };
    this.files.push(file);
    if (delayMs !== null) this.queues["roster-uploads"].send(event, delayMs);
    return file;
  }

  decide({ key, uploadId }: PutFile, decision: HoldDecision): void {
    const roster = key.split("/").slice(1, 4).join("/");
    this.queues["roster-uploads"].send(JSON.stringify({ type: "decide-held", roster, uploadId, decision }));
  }

  /** The daily run is due now. What expired before today is gone. */
  startDay(): void {
    const time = this.clock.stamp;
    removeExpired(this.stores.slices, dayInJakarta(time));
    this.queues["coverage-days"].send(JSON.stringify({ time }));
  }

  /** Hands messages to the function of a feed; null when all of them went to the dead letters. */
  async start(feed: Feed, messages: readonly Message[], again = false): Promise<Running | null> {
    const queue = this.queues[feed];
    const taken = queue.receive(messages.slice(0, batchSizeOf(feed)), again);
    if (taken.length === 0) return null;
    const deadline = this.clock.now + STEPS[CONSUMER[feed]].timeoutSeconds * 1000;
    const context = { getRemainingTimeInMillis: () => deadline - this.clock.now } as Context;
    const log: Log = (level, event, fields) => void this.logged.push(JSON.stringify({ level, event, ...fields }));
    const { rosters } = this.stores;
    const files = this.#settings.files ?? {
      objects: (effect) => new MemoryRosterObjects(rosters, effect),
      reader: rememberingReader,
    };
    const surroundings = { stores: this.stores, queues: this.queues, log, files };
    const lane = new Lane((effect) => functionOf(feed, surroundings, effect)(eventOf(taken, feed), context));
    await lane.ready;
    return { feed, messages: taken, lane, deadline };
  }

  /** Lets the next effect of an invocation happen. True when the invocation is over. */
  async advance(running: Running): Promise<boolean> {
    const { lane, deadline } = running;
    if (lane.next !== null) {
      this.effects += 1;
      this.clock.pass(EFFECT_MS);
      const late = this.clock.now >= deadline;
      const fault = late ? "hangs" : this.#isThrottled(lane.next) ? "fails" : this.faultOf(lane.next, this.effects);
      if (fault === "hangs") this.clock.reach(deadline);
      await lane.advance(fault);
    }
    if (lane.finished) this.#settle(running);
    return lane.finished;
  }

  /** As Lambda does with the answer of a function: what did not fail is deleted, the rest stays hidden until its time is over. */
  #settle({ feed, messages, lane }: Running): void {
    if (lane.answer === null) return;
    const failed = new Set(lane.answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const { id } of messages) if (!failed.has(id)) this.queues[feed].delete(id);
  }

  /** Hands out what is visible, oldest first and one invocation after another, until every queue is empty; time passes where nothing else can happen. */
  async drain(): Promise<void> {
    for (;;) {
      const feed = ALL_FEEDS.find((name) => this.queues[name].visible().length > 0);
      if (feed !== undefined) {
        const running = await this.start(feed, this.queues[feed].visible());
        while (running !== null && !(await this.advance(running)));
        continue;
      }
      const due = ALL_FEEDS.flatMap((name) => this.queues[name].nextDue() ?? []);
      if (due.length === 0) return;
      this.clock.reach(Math.min(...due));
    }
  }

  /** What a person does with the dead letters: back with all that is a message at all. */
  redriveAll(): number {
    return ALL_FEEDS.reduce((sum, feed) => sum + this.queues[feed].redrive(isNoPoison), 0);
  }
}

export const POISON = '{"nonsense":true}';
const isNoPoison = (body: string): boolean => body !== POISON;

function batchSizeOf(feed: Feed): number {
  return feed === "coverage-days" ? 1 : FEEDS[feed].batchSize;
}

function eventOf(messages: readonly Message[], feed: Feed): SQSEvent {
  return { Records: messages.map((message) => recordOf(message, feed)) };
}

function recordOf({ id, body, receives }: Message, feed: Feed): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives + 1),
      SentTimestamp: "0",
      SenderId: "simulation",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: createHash("md5").update(body).digest("hex"),
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:ap-southeast-3:000000000000:${feed}`,
    awsRegion: "ap-southeast-3",
  };
}
