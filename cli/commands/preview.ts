// What uploading a file would change in the running province, without uploading it.
import { alert as alertSchema } from "#events/alert.ts";
import { receipt as receiptSchema } from "#events/receipt.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { dayInJakarta, laterDay } from "#shared/domain/day.ts";
import { addMonths, monthOfDay } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { existingFile, regencyOf, rosterOf } from "../arguments.ts";
import { checkFile, receiptOfCheck } from "../checked-file.ts";
import { MONTHS_SHOWN_AHEAD } from "../coming-alerts.ts";
import { type Command, PROVINCE_OPTIONS, ROSTER_OPTION } from "../command.ts";
import { type ExitCode, exitCodeOf } from "../exit-codes.ts";
import { refuseWhileKeyIsChanged } from "../key-change.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import type { Output } from "../output.ts";
import { alertsOfRefusal, type PreviewedUpload, previewUpload } from "../previewed-upload.ts";
import { type FoundProvince, withProvince } from "../province.ts";
import { alertsAtOnceText, coverageSteps, previewText } from "../render/preview-text.ts";
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
      refuseWhileKeyIsChanged(admission);
      const { of: pseudonymise } = await access.pseudonyms();
      const { erased } = admission;
      const checked = await checkFile({
        path,
        roster,
        metadata: metadataOf(line, roster),
        receivedAt,
        pseudonymise,
        erased,
      });
      const today = dayInJakarta(receivedAt);
      const asOf = laterDay(today, (await access.reader.dayOf(regency)) ?? today);
      if (checked.kind === "read") return tell(output, await previewUpload(access, roster, checked, asOf));
      const receipt = receiptOfCheck(checked);
      return tellRefused(output, receipt, await alertsOfRefusal(access, receipt, asOf));
    }),
};

/** The province's own clock: on one machine it stands at the day that was reached there. */
function nowIn({ local }: FoundProvince): string {
  return (local === null ? new Date() : new Date(`${local.day}T08:00:00+07:00`)).toISOString();
}

function tellRefused(output: Output, receipt: Receipt, alerts: readonly Alert[]): ExitCode {
  output.answer({
    receipt: receiptSchema.encode(receipt),
    coverage: null,
    alerts: alerts.map((alert) => alertSchema.encode(alert)),
    comingAlerts: null,
  });
  output.say(checkedText(receipt));
  output.say(`\n${alertsAtOnceText(alerts)}`);
  return exitCodeOf(receipt);
}

function tell(output: Output, { receipt, before, after, alerts, comingAlerts }: PreviewedUpload): ExitCode {
  const now = monthOfDay(receipt.asOf);
  const coverage = coverageSteps(before, after, now, addMonths(now, MONTHS_SHOWN_AHEAD));
  output.answer({
    receipt: receiptSchema.encode(receipt),
    coverage,
    alerts: alerts.map((alert) => alertSchema.encode(alert)),
    comingAlerts: comingAlerts.map((alert) => alertSchema.encode(alert)),
  });
  output.say(checkedText(receipt));
  output.say(`\n${previewText(receipt, { coverage, alerts, comingAlerts })}`);
  return exitCodeOf(receipt);
}
