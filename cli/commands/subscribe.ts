// Subscribes somebody to the alerts, or to one digest a day.
import type { SubscribeOutcome } from "#shared/adapters/aws/sns-subscriptions.ts";
import { SEVERITIES } from "#shared/domain/alert.ts";
import { type AlertFilter, filterPolicyOf } from "#shared/domain/alerts/alert-filter.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { AS_OPTION, actingPerson } from "../acting-person.ts";
import { alertKindOf, checkedRegency, checkedSegment, regencyOf, severityOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { CannotDo, UsageError } from "../failures.ts";
import { timeIn, withProvince } from "../province.ts";
import { filterText } from "../render/subscription-text.ts";
import { queueStatement, subscriberSteps } from "../report/subscriber-steps.ts";
import { recorded, SUBSCRIBER_OPTIONS, type Subscriber, subscriberOf } from "../subscriber.ts";
import { refuseUnusableQueue } from "../unusable-queue.ts";

export const subscribe: Command = {
  name: "subscribe",
  summary: {
    id: "daftarkan penerima peringatan, atau ringkasan sekali sehari",
    en: "subscribe somebody to alerts, or to one digest a day",
  },
  positionals: [],
  options: {
    ...SUBSCRIBER_OPTIONS,
    regency: {
      value: "14.03",
      repeats: true,
      help: {
        id: "hanya kabupaten ini; tanpa ini semua, juga yang menyangkut provinsi",
        en: "only these regencies; without it all, and the province as a whole",
      },
    },
    kind: {
      value: "KIND",
      repeats: true,
      help: {
        id: "hanya jenis ini dan kabar pulihnya, mis. coverage.dropped",
        en: "only these kinds and their recovery, e.g. coverage.dropped",
      },
    },
    segment: {
      value: "SEGMENT",
      repeats: true,
      help: {
        id: "hanya segmen ini, dan yang menyangkut seluruh kabupaten",
        en: "only these segments, and what concerns a whole regency",
      },
    },
    severity: {
      value: "SEVERITY",
      repeats: true,
      help: { id: `hanya tingkat ini: ${SEVERITIES.join(", ")}`, en: "only these severities" },
    },
    digest: {
      value: null,
      help: {
        id: "satu ringkasan sehari (07.00 WIB) dari semua peringatan provinsi",
        en: "one digest a day (07:00 in Jakarta) of all alerts of the province",
      },
    },
    replace: {
      value: null,
      help: {
        id: "ganti saringan penerima yang sudah terdaftar",
        en: "change the filter of a receiver that is there already",
      },
    },
    ...AS_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "subscribe --email bupati@example.org --regency 14.03 --severity critical",
    "subscribe --email sekda@example.org --digest --province 14",
    "subscribe --queue arn:aws:sqs:ap-southeast-3:111122223333:dashboard --province 14",
  ],

  run: (line, output) => {
    const subscriber = subscriberOf(line);
    const wanted = filterAskedFor(line);
    const topic = line.flag("digest") ? "digest" : "alerts";
    if (topic === "digest" && Object.keys(wanted).length > 0) throw digestIsWhole();
    return withProvince(line, async (province) => {
      const { access, local } = province;
      for (const regency of wanted.regencies ?? []) regencyOf(regency, access.code);
      const topicArn = access.subscriptions.topicArn(topic);
      if (subscriber.protocol === "sqs") await refuseUnusableQueue({ access, local }, subscriber.endpoint, topicArn);
      const filter = filterPolicyOf(access.code, wanted);
      const act = { kind: "subscription", at: await timeIn(province), by: actingPerson(line) } as const;
      const outcome = await access.subscriptions.subscribe(
        { ...subscriber, topic, filter },
        {
          replace: line.flag("replace"),
          changing: () => access.audit.record(access.code, { ...act, topic, ...recorded(subscriber), filter }),
        },
      );
      const arn = arnOf(outcome, subscriber);
      const steps = subscriberSteps({ ...subscriber, topicArn, localMails: local?.mails ?? null });
      const queuePolicy =
        subscriber.protocol === "sqs" && local === null ? queueStatement(subscriber.endpoint, topicArn) : null;
      output.answer({
        outcome: outcome.kind,
        subscriptionArn: arn,
        topic,
        topicArn,
        ...subscriber,
        filter,
        toDo: steps,
        queuePolicy,
      });
      const done = DONE[outcome.kind === "replaced" || outcome.kind === "unchanged" ? outcome.kind : "subscribed"];
      output.say(`${subscriber.endpoint}: ${done.id} / ${done.en} (${topic}; ${filterText(filter)})`);
      output.say(`\n${steps.id}\n${steps.en}`);
      if (queuePolicy !== null) output.say(`\n${JSON.stringify(queuePolicy, null, 2)}`);
      return EXIT.ok;
    });
  },
};

const DONE: Readonly<Record<"subscribed" | "unchanged" | "replaced", Bilingual>> = {
  subscribed: { id: "didaftarkan", en: "subscribed" },
  unchanged: { id: "sudah terdaftar seperti ini", en: "is subscribed like this already" },
  replaced: {
    id: "saringan diganti; AWS memerlukan hingga 15 menit",
    en: "has this filter now; AWS takes up to 15 minutes",
  },
};

function filterAskedFor(line: CommandLine): AlertFilter {
  const regencies = line.texts("regency").map(checkedRegency);
  const kinds = line.texts("kind").map(alertKindOf);
  const segments = line.texts("segment").map(checkedSegment);
  const severities = line.texts("severity").map(severityOf);
  return {
    ...(regencies.length > 0 ? { regencies } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(segments.length > 0 ? { segments } : {}),
    ...(severities.length > 0 ? { severities } : {}),
  };
}

function digestIsWhole(): UsageError {
  return new UsageError({
    id: "Ringkasan harian memuat semua peringatan provinsi dan tidak disaring; hapus --digest, atau hapus saringannya.",
    en: "The daily digest tells all alerts of the province and is not filtered; leave out --digest, or the filters.",
  });
}

/** @throws UsageError when the receiver is there with another filter and was left alone, CannotDo as long as it is not confirmed */
function arnOf(outcome: SubscribeOutcome, { endpoint }: Subscriber): string | null {
  switch (outcome.kind) {
    case "other-filter":
      throw new UsageError({
        id: `${endpoint} sudah terdaftar dengan saringan lain (${filterText(outcome.filter)}); AWS menyimpan satu per penerima. Ulangi dengan --replace untuk menggantinya.`,
        en: `${endpoint} is subscribed already with another filter (${filterText(outcome.filter)}); AWS keeps one for a receiver. Add --replace to change it.`,
      });
    case "other-filter-unconfirmed":
      throw new CannotDo({
        id: `${endpoint} sudah didaftarkan dengan saringan lain dan belum dikonfirmasi. Konfirmasi dahulu, lalu ulangi dengan --replace.`,
        en: `${endpoint} has been subscribed with another filter and not confirmed yet. Confirm it first, then add --replace.`,
      });
    default:
      return outcome.arn;
  }
}
