// A queue that is to be told of alerts must be there: SNS subscribes any name and then delivers nothing.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { UsageError } from "./failures.ts";
import type { FoundProvince } from "./province.ts";

/** @throws UsageError when it is not there, with the way to make it. Of another account on AWS it cannot be told: that one has to confirm. */
export async function refuseMissingQueue(
  { access, local }: { readonly access: Pick<ProvinceAccess, "hasQueue">; readonly local: FoundProvince["local"] },
  queueArn: string,
  topicArn: string,
): Promise<void> {
  const [queue, topic] = [placeOf(queueArn), placeOf(topicArn)];
  const isOwn = queue.region === topic.region && queue.account === topic.account;
  if (!isOwn && local === null) return;
  if (!isOwn) throw elsewhere(queueArn, `arn:aws:sqs:${topic.region}:${topic.account}:${queue.name}`);
  if ((await access.hasQueue(queue.name)) !== false) return;
  const make = `aws sqs create-queue --queue-name ${queue.name} --region ${topic.region}`;
  const here = local === null ? make : `${LOCAL_CREDENTIALS} ${make} --endpoint-url ${local.endpoints.sqs}`;
  throw new UsageError(notThere(queueArn, here));
}

/** What the emulators ask for. */
const LOCAL_CREDENTIALS = "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local";

/** `arn:aws:sqs:{region}:{account}:{name}` */
function placeOf(arn: string): { readonly region: string; readonly account: string; readonly name: string } {
  const [, , , region = "", account = "", name = ""] = arn.split(":");
  return { region, account, name };
}

function elsewhere(queueArn: string, meant: string): UsageError {
  return new UsageError({
    id: `Provinsi di komputer ini tidak dapat mengirim ke ${queueArn}; maksud Anda ${meant}?`,
    en: `The province on this machine cannot send to ${queueArn}; did you mean ${meant}?`,
  });
}

function notThere(queueArn: string, make: string): Bilingual {
  return {
    id: `Tidak ada antrean ${queueArn}; buat dahulu:\n  ${make}`,
    en: `There is no queue ${queueArn}; make it first:\n  ${make}`,
  };
}
