// A queue that is to be told of alerts must be there: SNS subscribes any name and then delivers nothing. And it must be none of the pipeline's own, whose
// functions would take every alert for a message that does not fit.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { stackName } from "#shared/names.ts";
import { UsageError } from "./failures.ts";
import type { FoundProvince } from "./province.ts";

/** @throws UsageError when it is not there, with the way to make it, or is one of the pipeline's. Of another account on AWS it cannot be told: that one has to confirm. */
export async function refuseUnusableQueue(
  {
    access,
    local,
  }: { readonly access: Pick<ProvinceAccess, "code" | "hasQueue">; readonly local: FoundProvince["local"] },
  queueArn: string,
  topicArn: string,
): Promise<void> {
  const [queue, topic] = [placeOf(queueArn), placeOf(topicArn)];
  const isOwn = queue.region === topic.region && queue.account === topic.account;
  if (!isOwn && local === null) return;
  if (!isOwn) throw elsewhere(queueArn, `arn:aws:sqs:${topic.region}:${topic.account}:${queue.name}`);
  if (queue.name.startsWith(`${stackName(access.code)}-`)) throw new UsageError(ofThePipeline(queue.name));
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

function ofThePipeline(name: string): Bilingual {
  return {
    id: `${name} adalah antrean Cakupan sendiri, yang isinya diproses oleh fungsinya; sebutkan antrean Anda sendiri`,
    en: `${name} is a queue of Cakupan itself, and a function works on what is in it; name a queue of your own`,
  };
}

function notThere(queueArn: string, make: string): Bilingual {
  return {
    id: `Tidak ada antrean ${queueArn}; buat dahulu:\n  ${make}`,
    en: `There is no queue ${queueArn}; make it first:\n  ${make}`,
  };
}
