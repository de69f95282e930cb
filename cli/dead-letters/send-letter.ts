// How a dead letter is sent once more. A queue's goes to the queue. A daily run's starts its function as the schedule would. What a subscriber did not take
// has no queue to go back to: published again it would reach everybody else a second time, so it goes only to the queue that is named.
import { alert } from "#events/alert.ts";
import { dayStarted } from "#events/day-started.ts";
import { digest } from "#events/digest.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { AlertTopicName, KnownSubscription } from "#shared/adapters/aws/sns-subscriptions.ts";
import { type Attributes, letsThrough } from "#shared/domain/alerts/lets-through.ts";
import { type DailyRunName, type DeadLettersName, QUEUES, type QueueName } from "#shared/names.ts";
import { CannotDo, UsageError } from "../failures.ts";

/** False: the letter cannot be sent, and stays. */
export type SendLetter = (letter: { readonly body: string }) => Promise<boolean>;

export interface Sending {
  readonly name: DeadLettersName;
  /** ARN of a subscribed queue; null: not said. */
  readonly to: string | null;
  readonly onThisMachine: boolean;
}

/** @throws CannotDo, with the way out, where sending again is not the repair; UsageError for a receiver that is none */
export async function senderOf(access: ProvinceAccess, { name, to, onThisMachine }: Sending): Promise<SendLetter> {
  if (name === "alert-delivery") return senderTo(access, to);
  if (to !== null)
    throw new UsageError({
      id: "--to hanya untuk alert-delivery: yang lain tahu sendiri ke mana kembalinya",
      en: "--to goes with alert-delivery: all others know where they belong",
    });
  if (isQueue(name)) {
    return async ({ body }) => {
      await access.sendAgain(name, body);
      return true;
    };
  }
  if (name === "reconciliation" && onThisMachine) throw reconcileHere();
  return runStarter(access, name);
}

export function isQueue(name: DeadLettersName): name is QueueName {
  return QUEUES.some((queue) => queue === name);
}

/** A letter that tells no time would start a run of no day. */
function runStarter(access: ProvinceAccess, name: DailyRunName): SendLetter {
  return async ({ body }) => {
    const due = dayStarted.safeParse(parsed(body));
    if (due.success) await access.startRun(name, JSON.stringify(dayStarted.encode(due.data)));
    return due.success;
  };
}

async function senderTo(access: ProvinceAccess, to: string | null): Promise<SendLetter> {
  const queues = (await access.subscriptions.list()).filter(({ protocol }) => protocol === "sqs");
  if (to === null) throw noWayBack(queues);
  const receiving = queues.filter(({ endpoint }) => endpoint === to);
  if (receiving.length === 0) throw notSubscribed(to, queues);
  return async ({ body }) => {
    const message = publishedIn(body);
    const isTheirs =
      message !== null &&
      receiving.some(({ topic, filter }) => topic === message.topic && letsThrough(filter, message.attributes));
    if (isTheirs) await access.sendTo(to, body);
    return isTheirs;
  };
}

interface Published {
  readonly topic: AlertTopicName;
  readonly attributes: Attributes;
}

/** null: neither an alert nor a digest as a queue gets it, but e.g. what was meant for an HTTPS address. */
function publishedIn(body: string): Published | null {
  const message = parsed(body);
  const ofAlert = alert.safeParse(message);
  if (ofAlert.success) {
    const { province, regency, kind, severity, segment } = ofAlert.data;
    return { topic: "alerts", attributes: { province, regency, kind, severity, segment } };
  }
  const ofDigest = digest.safeParse(message);
  return ofDigest.success ? { topic: "digest", attributes: { province: ofDigest.data.province } } : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function noWayBack(queues: readonly KnownSubscription[]): CannotDo {
  const [first] = queues;
  const arn = first?.endpoint ?? "ARN";
  return new CannotDo({
    id: [
      "Pesan ini tidak diterima antrean atau alamat HTTPS seorang pelanggan; diterbitkan lagi, semua yang lain menerimanya dua kali.",
      "Perbaiki penerimanya dahulu (`npx cakupan subscriptions`), lalu:",
      `  antrean: npx cakupan redrive alert-delivery --to ${arn}`,
      "  HTTPS: serahkan `npx cakupan alerts --json` kepada pemiliknya, lalu buang dengan --discard ID",
    ].join("\n"),
    en: [
      "A subscriber's queue or HTTPS address did not take these; published again, everybody else would get them twice.",
      "Mend the receiver first (`npx cakupan subscriptions`), then:",
      `  a queue: npx cakupan redrive alert-delivery --to ${arn}`,
      "  HTTPS: hand over `npx cakupan alerts --json` to its owner, then throw them away with --discard ID",
    ].join("\n"),
  });
}

function notSubscribed(to: string, queues: readonly KnownSubscription[]): UsageError {
  const known = queues.length === 0 ? "-" : queues.map(({ endpoint }) => endpoint).join(", ");
  return new UsageError({
    id: `--to ${to} bukan antrean yang berlangganan; yang ada: ${known}`,
    en: `--to ${to} is not a queue that is subscribed; there are: ${known}`,
  });
}

function reconcileHere(): CannotDo {
  return new CannotDo({
    id: "Di komputer ini pencocokan malam tidak berjalan: jalankan `npx cakupan reconcile`, lalu buang pesan ini dengan --discard ID.",
    en: "On this machine the nightly comparison does not run: run `npx cakupan reconcile`, then throw these away with --discard ID.",
  });
}
