// What AWS asks of the receiver of a subscription before anything arrives.
import type { Bilingual } from "#shared/domain/text.ts";
import type { Subscriber } from "../subscriber.ts";

export interface Subscribed extends Subscriber {
  readonly topicArn: string;
  /** Where the province on this machine writes mails; null on AWS. */
  readonly localMails: string | null;
}

export function subscriberSteps({ protocol, endpoint, topicArn, localMails }: Subscribed): Bilingual {
  switch (protocol) {
    case "email":
      return localMails === null ? confirmMail(endpoint) : readFolder(localMails);
    case "https":
      return localMails === null ? confirmUrl(endpoint) : notHere(endpoint);
    case "sqs":
      if (localMails !== null) return { id: "Siap menerima.", en: "Ready to receive." };
      return accountOf(endpoint) === accountOf(topicArn) ? ALLOW_QUEUE : both(ALLOW_QUEUE, CONFIRM_QUEUE);
  }
}

/** What the policy of the queue must say: SNS may send, from this topic only. */
export function queueStatement(queueArn: string, topicArn: string): Readonly<Record<string, unknown>> {
  return {
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  };
}

function confirmMail(address: string): Bilingual {
  return {
    id: `AWS mengirim surel "AWS Notification - Subscription Confirmation" ke ${address}; sebelum tautan di dalamnya diklik, tidak ada yang sampai. Periksa juga folder spam.`,
    en: `AWS sends a mail "AWS Notification - Subscription Confirmation" to ${address}; nothing arrives before the link in it has been clicked. Look into the spam folder as well.`,
  };
}

function readFolder(folder: string): Bilingual {
  return {
    id: `Di komputer ini tidak perlu konfirmasi; surel ditulis ke ${folder}.`,
    en: `Nothing to confirm on this machine; mails are written to ${folder}.`,
  };
}

function confirmUrl(url: string): Bilingual {
  return {
    id: `AWS mengirim POST ke ${url} (kepala x-amz-sns-message-type: SubscriptionConfirmation); bukalah SubscribeURL di dalamnya, sebelum itu tidak ada yang sampai. Setelah itu peringatan ada di Message, dan tanda tangan AWS dapat diperiksa.`,
    en: `AWS posts to ${url} (header x-amz-sns-message-type: SubscriptionConfirmation); open the SubscribeURL in it, nothing arrives before. Alerts then come as Message, with a signature of AWS that can be checked.`,
  };
}

function notHere(url: string): Bilingual {
  return {
    id: `Provinsi di komputer ini tidak mengirim ke alamat HTTPS; ${url} tercatat saja.`,
    en: `The province on this machine posts to no HTTPS address; ${url} is only noted.`,
  };
}

const ALLOW_QUEUE: Bilingual = {
  id: "Kebijakan antrean harus memuat pernyataan di bawah ini. Bila antrean dienkripsi dengan kunci KMS sendiri, kebijakan kunci itu harus mengizinkan sns.amazonaws.com (kms:GenerateDataKey, kms:Decrypt).",
  en: "The queue's policy must have the statement below. Where the queue is encrypted with a KMS key of its own, that key's policy must let sns.amazonaws.com in (kms:GenerateDataKey, kms:Decrypt).",
};

const CONFIRM_QUEUE: Bilingual = {
  id: "Antrean ini milik akun lain: AWS menaruh pesan konfirmasi di dalamnya; bukalah SubscribeURL di pesan itu, sebelum itu tidak ada yang sampai.",
  en: "The queue belongs to another account: AWS puts a request for confirmation into it; open the SubscribeURL in that message, nothing arrives before.",
};

/** `arn:aws:sqs:{region}:{account}:{name}` */
function accountOf(arn: string): string | undefined {
  return arn.split(":")[4];
}

function both(one: Bilingual, other: Bilingual): Bilingual {
  return { id: `${one.id} ${other.id}`, en: `${one.en} ${other.en}` };
}
