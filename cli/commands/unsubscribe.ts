// Ends a subscription, named by its ARN, or all of a receiver.
import type { KnownSubscription } from "#shared/adapters/aws/sns-subscriptions.ts";
import { AS_OPTION, actingPerson } from "../acting-person.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { CannotDo, UsageError } from "../failures.ts";
import { meantBy } from "../meant.ts";
import { timeIn, withProvince } from "../province.ts";
import { recorded } from "../subscriber.ts";

export const unsubscribe: Command = {
  name: "unsubscribe",
  summary: {
    id: "hentikan langganan: ARN-nya, atau semua dari satu penerima",
    en: "end a subscription by its ARN, or all of a receiver",
  },
  positionals: ["ARN|ADDRESS"],
  options: { ...AS_OPTION, ...PROVINCE_OPTIONS },
  examples: ["unsubscribe bupati@example.org", "unsubscribe https://dashboard.example.org/alerts --province 14"],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const { access } = province;
      const [named = ""] = line.positionals;
      const known = await access.subscriptions.list();
      const ended = endable(named, known);
      const act = { kind: "unsubscription", at: await timeIn(province), by: actingPerson(line) } as const;
      for (const one of ended) {
        await access.audit.record(access.code, { ...act, topic: one.topic, ...recorded(one), filter: one.filter });
        await access.subscriptions.unsubscribe(one.arn);
      }
      output.answer(ended.map(({ arn, topic, endpoint }) => ({ subscriptionArn: arn, topic, endpoint })));
      for (const { endpoint, topic } of ended) output.say(`${endpoint}: dihentikan / ended (${topic})`);
      return EXIT.ok;
    }),
};

type Confirmed = KnownSubscription & { readonly arn: string };

/** @throws UsageError when there is none, CannotDo when none is confirmed */
function endable(named: string, known: readonly KnownSubscription[]): readonly Confirmed[] {
  const found = known.filter(({ arn, endpoint }) => arn === named || endpoint === named);
  const confirmed = found.filter((one): one is Confirmed => one.arn !== null);
  if (confirmed.length > 0) return confirmed;
  if (found.length > 0) {
    throw new CannotDo({
      id: `${named} belum mengonfirmasi; AWS menghapusnya sendiri bila tidak dikonfirmasi.`,
      en: `${named} has not confirmed yet; AWS drops it by itself when nobody does.`,
    });
  }
  const meant = meantBy(
    named,
    known.map(({ endpoint }) => endpoint),
  );
  throw new UsageError({
    id: `Tidak ada langganan ${named}${meant === null ? "; lihat `npx cakupan subscriptions`" : `; maksud Anda ${meant}?`}`,
    en: `There is no subscription of ${named}${meant === null ? "; see `npx cakupan subscriptions`" : `; did you mean ${meant}?`}`,
  });
}
