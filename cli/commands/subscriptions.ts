// Who is subscribed to alerts and digests.
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { subscriptionsText } from "../render/subscription-text.ts";

export const subscriptions: Command = {
  name: "subscriptions",
  summary: { id: "siapa yang menerima peringatan dan ringkasan", en: "who gets alerts and digests" },
  positionals: [],
  options: PROVINCE_OPTIONS,
  examples: ["subscriptions", "subscriptions --province 14 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const known = await access.subscriptions.list();
      output.answer(
        known.map(({ arn, topic, protocol, endpoint, filter }) => ({
          subscriptionArn: arn,
          confirmed: arn !== null,
          topic,
          protocol,
          endpoint,
          filter,
        })),
      );
      output.say(subscriptionsText(known));
      return EXIT.ok;
    }),
};
