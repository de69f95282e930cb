// What uploading a file would change in the running province, without uploading it.
import { alert as alertSchema } from "#events/alert.ts";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { receiptOfReading } from "#functions/validate-roster/receipts-of-upload.ts";
import { refuseWhileKeyChanges } from "#shared/domain/admission.ts";
import { dayInJakarta, laterDay } from "#shared/domain/day.ts";
import { addMonths, monthOfDay } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { existingFile, regencyOf, rosterOf } from "../arguments.ts";
import { type CheckedFile, checkFile, receiptOfCheck } from "../checked-file.ts";
import { MONTHS_SHOWN_AHEAD } from "../coming-alerts.ts";
import { type Command, PROVINCE_OPTIONS, ROSTER_OPTION } from "../command.ts";
import { type ExitCode, exitCodeOf } from "../exit-codes.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import type { Output } from "../output.ts";
import { type PreviewedUpload, previewUpload, type ReadFile } from "../previewed-upload.ts";
import { type FoundProvince, withProvince } from "../province.ts";
import { coverageSteps, previewText } from "../render/preview-text.ts";
import { checkedText } from "../render/receipt-text.ts";

export const preview: Command = {
  name: "preview",
  summary: {
    id: "apa yang akan berubah bila berkas diunggah (di AWS: bagi pemegang izin kunci)",
    en: "what uploading a file would change (on AWS: for who may read the key)",
  },
  positionals: ["FILE"],
  options: { ...ROSTER_OPTION, ...METADATA_OPTIONS, ...PROVINCE_OPTIONS },
  examples: ["preview pekerja.xlsx --roster 14.03/rentan/apbd-2022"],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const { access } = province;
      const roster = rosterOf(line);
      const regency = regencyOf(rosterParts(roster).regency, access.code);
      const path = existingFile(line.positionals[0] ?? "");
      const receivedAt = nowIn(province);
      const admission = await access.admissions.read(access.code);
      refuseWhileKeyChanges(admission);
      const { of: pseudonymise } = await access.pseudonyms();
      const { erased } = admission;
      const checked = await checkFile({ path, roster, metadata: metadataOf(line), receivedAt, pseudonymise, erased });
      if (checked.kind === "refused") return tellRefused(checked, output);
      const today = dayInJakarta(receivedAt);
      const asOf = laterDay(today, (await access.reader.dayOf(regency)) ?? today);
      const previewed = await previewUpload(access, roster, checked, asOf);
      return tell(output, previewed, receiptOfPreview(checked, previewed));
    }),
};

/** The province's own clock: on one machine it stands at the day that was reached there. */
function nowIn({ local }: FoundProvince): string {
  return (local === null ? new Date() : new Date(`${local.day}T08:00:00+07:00`)).toISOString();
}

function tellRefused(checked: CheckedFile, output: Output): ExitCode {
  const receipt = receiptOfCheck(checked);
  output.answer({ receipt: receiptSchema.encode(receipt), coverage: null, alerts: null, comingAlerts: null });
  output.say(checkedText(receipt));
  return exitCodeOf(receipt);
}

function receiptOfPreview({ file }: ReadFile, { reading, plan }: PreviewedUpload): Receipt {
  const status = plan.changes.withheld > 0 ? "held" : "planned";
  return receiptOfReading(file, reading, { status, version: null, changes: plan.changes, decision: null });
}

function tell(output: Output, previewed: PreviewedUpload, receipt: Receipt): ExitCode {
  const now = monthOfDay(receipt.asOf);
  const coverage = coverageSteps(previewed.before, previewed.after, now, addMonths(now, MONTHS_SHOWN_AHEAD));
  output.answer({
    receipt: receiptSchema.encode(receipt),
    coverage,
    alerts: previewed.alerts.map((alert) => alertSchema.encode(alert)),
    comingAlerts: previewed.comingAlerts.map((alert) => alertSchema.encode(alert)),
  });
  output.say(checkedText(receipt));
  output.say(`\n${previewText(receipt, { coverage, ...previewed })}`);
  return exitCodeOf(receipt);
}
