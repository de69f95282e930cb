// What the emulator has not, as SNS answers it: subscriptions that nobody has confirmed yet, or that have just ended.
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { close, listen, portOf } from "#local/emulators/loopback.ts";
import { SnsSubscriptions } from "#shared/adapters/aws/sns-subscriptions.ts";

const UNDELIVERED = "arn:aws:sqs:ap-southeast-3:111122223333:undelivered";
let server: Server;
let subscriptions: SnsSubscriptions;
let asked: URLSearchParams[] = [];
let members = "";
let refusesSecond = false;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    asked.push(form);
    const { status, body } = answerTo(form);
    response.writeHead(status, { "content-type": "text/xml" }).end(body);
  });
  await listen(server, 0);
  const sns = new SNSClient({
    region: "ap-southeast-3",
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  subscriptions = new SnsSubscriptions(sns, { alerts: "arn:alerts", digest: "arn:digest", undelivered: UNDELIVERED });
});
afterAll(() => close(server));
beforeEach(() => {
  told = [];
  asked = [];
  members = "";
  refusesSecond = false;
});

function answerTo(form: URLSearchParams): { readonly status: number; readonly body: string } {
  const action = form.get("Action");
  if (action === "Subscribe" && refusesSecond) {
    const reason = "Invalid parameter: Attributes Reason: Subscription already exists with different attributes";
    const error = `<Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${reason}</Message></Error>`;
    return { status: 400, body: `<ErrorResponse>${error}</ErrorResponse>` };
  }
  const inner =
    action === "Subscribe"
      ? "<SubscriptionArn>pending confirmation</SubscriptionArn>"
      : `<Subscriptions>${form.get("TopicArn") === "arn:alerts" ? members : ""}</Subscriptions>`;
  return { status: 200, body: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>` };
}

function member(arn: string, endpoint: string): string {
  return `<member><SubscriptionArn>${arn}</SubscriptionArn><Protocol>email</Protocol><Endpoint>${endpoint}</Endpoint></member>`;
}

/** How often SNS had been asked when it was told that something is about to change. */
let told: number[] = [];
const asking = (replace: boolean) => ({
  replace,
  changing: async () => void told.push(asked.filter((one) => one.get("Action") === "Subscribe").length),
});
const wanted = { topic: "alerts", protocol: "email", endpoint: "bupati@example.org", filter: null } as const;

test("one that is not confirmed is listed without a name by which it could be ended, one that has ended is not", async () => {
  members = member("PendingConfirmation", "bupati@example.org") + member("Deleted", "lama@example.org");
  expect(await subscriptions.list()).toEqual([{ ...wanted, arn: null }]);
});

test("asked for again before it is confirmed, SNS is asked again, which sends the request for confirmation anew", async () => {
  members = member("PendingConfirmation", "bupati@example.org");
  expect(await subscriptions.subscribe(wanted, asking(false))).toEqual({ kind: "subscribed", arn: null });
  refusesSecond = true;
  expect(await subscriptions.subscribe({ ...wanted, filter: { severity: ["info"] } }, asking(true))).toEqual({
    kind: "other-filter-unconfirmed",
  });
  expect(told).toEqual([0, 1]);
});

test.each([
  ["email", { FilterPolicy: '{"regency":["14.03"]}' }],
  ["sqs", { FilterPolicy: '{"regency":["14.03"]}', RawMessageDelivery: "true", RedrivePolicy: redrive() }],
  ["https", { FilterPolicy: '{"regency":["14.03"]}', RedrivePolicy: redrive() }],
] as const)(
  "%s is subscribed with its filter, and what it does not take is kept where it can be",
  async (protocol, attributes) => {
    await subscriptions.subscribe({ ...wanted, protocol, filter: { regency: ["14.03"] } }, asking(false));
    const form = asked.find((one) => one.get("Action") === "Subscribe");
    const given = [1, 2, 3].map((n) => [`key`, `value`].map((part) => form?.get(`Attributes.entry.${n}.${part}`)));
    expect(Object.fromEntries(given.filter(([key]) => key != null))).toEqual(attributes);
  },
);

function redrive(): string {
  return JSON.stringify({ deadLetterTargetArn: UNDELIVERED });
}
