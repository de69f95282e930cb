// What a person can do with the province that now runs on this machine.
import type { LocalProvince } from "#local/local-province.ts";
import { BENGKALIS_VULNERABLE } from "#local/replay/history.ts";
import { addDays } from "#shared/domain/day.ts";
import { OUTPUTS, ROSTERS_PREFIX } from "#shared/names.ts";
import { columns } from "../render/table.ts";

type RunningProvince = Pick<
  LocalProvince,
  "province" | "clock" | "endpoints" | "controlUrl" | "outputs" | "region" | "files"
>;

export function nextSteps({ province, clock, endpoints, controlUrl, outputs, region, files }: RunningProvince): string {
  const today = clock.day();
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
    `  npx cakupan upload FILE --roster ${BENGKALIS_VULNERABLE}`,
    `  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=${region} \\`,
    `    aws --endpoint-url ${endpoints.s3} s3 cp FILE s3://${bucket}/${ROSTERS_PREFIX}${BENGKALIS_VULNERABLE}/FILE`,
    "",
    "Lihat hasilnya, majukan hari / see the outcome, move the day:",
    "  npx cakupan coverage 14.03        npx cakupan alerts        npx cakupan status",
    `  npx cakupan day ${addDays(today, 30)}`,
    "",
    "Ctrl-C menghentikan provinsi ini; isinya tidak disimpan. / Ctrl-C stops this province; nothing of it is kept.",
  ].join("\n");
}
