// What a person can do with the province that now runs on this machine.
import type { LocalProvince } from "#local/local-province.ts";
import { addDays } from "#shared/domain/day.ts";
import { provinceCode, regenciesOf } from "#shared/domain/region.ts";
import { OUTPUTS, ROSTERS_PREFIX } from "#shared/names.ts";
import { columns } from "../render/table.ts";

/** A regency of which something is known after the start; elsewhere the province's first. */
const EXAMPLES: Readonly<Record<string, string>> = { "14": "14.03" };

type RunningProvince = Pick<
  LocalProvince,
  "province" | "clock" | "endpoints" | "controlUrl" | "outputs" | "region" | "files"
>;

export function nextSteps({ province, clock, endpoints, controlUrl, outputs, region, files }: RunningProvince): string {
  const today = clock.day();
  const regency = EXAMPLES[province] ?? regenciesOf(provinceCode(province))[0] ?? "";
  const roster = `${regency}/rentan/apbd-${today.slice(0, 4)}`;
  const bucket = outputs[OUTPUTS.rostersBucket];
  return [
    `Provinsi ${province} berjalan di komputer ini; di sana hari ini ${today}.`,
    `Province ${province} runs on this machine; its day is ${today}.`,
    "",
    columns([
      ["S3, SQS, SNS", endpoints.s3],
      ["DynamoDB", endpoints.dynamodb],
      ["Kendali / control", controlUrl],
      ["Surat / mails", files.mails],
    ]),
    "",
    "Unggah berkas sendiri / upload a file of your own:",
    `  npx cakupan upload FILE --roster ${roster}`,
    `  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=${region} \\`,
    `    aws --endpoint-url ${endpoints.s3} s3 cp FILE s3://${bucket}/${ROSTERS_PREFIX}${roster}/FILE`,
    "",
    "Lihat hasilnya, majukan hari / see the outcome, move the day:",
    `  npx cakupan coverage ${regency}        npx cakupan alerts        npx cakupan status`,
    `  npx cakupan day ${addDays(today, 30)}`,
    "",
    "Ctrl-C menghentikan provinsi ini; isinya tidak disimpan. / Ctrl-C stops this province; nothing of it is kept.",
  ].join("\n");
}
