// Who is to be told, from the command line: one mail address, one queue or one HTTPS address.
import { isEmailAddress, isHttpsUrl, isQueueArn, type Protocol } from "#shared/domain/alerts/subscriber.ts";
import { concealed } from "#shared/domain/nik-in-text.ts";
import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { UsageError } from "./failures.ts";

export interface Subscriber {
  readonly protocol: Protocol;
  readonly endpoint: string;
}

interface Receiver {
  readonly protocol: string;
  readonly endpoint: string;
}

export const SUBSCRIBER_OPTIONS: Readonly<Record<"email" | "queue" | "url", OptionSpec>> = {
  email: { value: "ADDRESS", required: "one-of", help: { id: "ke alamat surel ini", en: "to this mail address" } },
  queue: {
    value: "ARN",
    required: "one-of",
    help: { id: "ke antrean SQS ini (JSON)", en: "to this SQS queue (JSON)" },
  },
  url: {
    value: "https://…",
    required: "one-of",
    help: { id: "ke alamat HTTPS ini (JSON)", en: "to this HTTPS address (JSON)" },
  },
};

const EXAMPLE_ARN = "arn:aws:sqs:ap-southeast-3:111122223333:example-dashboard";
/** As the audit trail keeps a receiver: an address that may hold a NIK is concealed, because nothing is ever deleted there. */
export function recorded({ protocol, endpoint }: Receiver): Receiver {
  return { protocol, endpoint: concealed(endpoint) };
}

/** @throws UsageError unless exactly one is named, and can be delivered to */
export function subscriberOf(line: CommandLine): Subscriber {
  const email = line.text("email");
  const queue = line.text("queue");
  const url = line.text("url");
  if ([email, queue, url].filter((one) => one !== null).length !== 1) {
    throw new UsageError({
      id: "Sebutkan satu penerima: --email ALAMAT, --queue ARN atau --url https://…",
      en: "Name one receiver: --email ADDRESS, --queue ARN or --url https://…",
    });
  }
  if (email !== null) return { protocol: "email", endpoint: checkedEmail(email) };
  if (queue !== null) return { protocol: "sqs", endpoint: checkedQueue(queue) };
  return { protocol: "https", endpoint: checkedUrl(url ?? "") };
}

function checkedEmail(text: string): string {
  if (isEmailAddress(text)) return text;
  throw new UsageError({
    id: `--email ${text} bukan satu alamat surel; mis. bupati@example.org`,
    en: `--email ${text} is not one mail address; e.g. regent@example.org`,
  });
}

function checkedQueue(text: string): string {
  if (isQueueArn(text)) return text;
  const meant = arnOfQueueUrl(text);
  if (meant !== null)
    throw new UsageError({
      id: `--queue memakai ARN antrean, bukan alamatnya; maksud Anda ${meant}?`,
      en: `--queue takes the queue's ARN, not its address; did you mean ${meant}?`,
    });
  if (text.endsWith(".fifo")) {
    throw new UsageError({
      id: `--queue ${text}: topik ini tidak mengirim ke antrean FIFO; pakai antrean biasa`,
      en: `--queue ${text}: these topics do not deliver to a FIFO queue; use a standard one`,
    });
  }
  throw new UsageError({
    id: `--queue ${text} bukan ARN sebuah antrean; mis. ${EXAMPLE_ARN}`,
    en: `--queue ${text} is not the ARN of a queue; e.g. ${EXAMPLE_ARN}`,
  });
}

function checkedUrl(text: string): string {
  if (isHttpsUrl(text)) return text;
  const meant = text.replace(/^(http:\/\/)?/, "https://");
  const isMeant = isHttpsUrl(meant) && meant.includes(".");
  throw new UsageError({
    id: `--url ${text}: hanya alamat https://${isMeant ? `; maksud Anda ${meant}?` : ""}`,
    en: `--url ${text}: only an https:// address${isMeant ? `; did you mean ${meant}?` : ""}`,
  });
}

/** `https://sqs.{region}.amazonaws.com/{account}/{name}` */
function arnOfQueueUrl(text: string): string | null {
  const [, region, account, name] =
    /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([\w-]+)$/.exec(text) ?? [];
  return name === undefined ? null : `arn:aws:sqs:${region}:${account}:${name}`;
}
