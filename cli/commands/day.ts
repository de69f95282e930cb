// Moves the day: on this machine of the whole province, running each day in between; on AWS the daily evaluation is run as of that day.
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { dayOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { moveLocalDay } from "../local-control.ts";
import type { Output } from "../output.ts";
import { withProvince } from "../province.ts";
import { alertLine } from "../render/alert-text.ts";
import { sentAlerts } from "../sent-alerts.ts";

const DAYS_BETWEEN_LINES = 100;

export const day: Command = {
  name: "day",
  summary: { id: "majukan hari di provinsi ini", en: "move the province's day" },
  positionals: ["DAY"],
  options: PROVINCE_OPTIONS,
  examples: ["day 2024-02-01", "day 2024-02-01 --province 14"],

  run: (line, output) =>
    withProvince(line, async ({ access, local }) => {
      const to = dayOf(line.positionals[0] ?? "");
      if (local === null) {
        await access.startDay(to);
        output.answer({ day: to, alerts: null });
        output.say(`Evaluasi harian per ${to} dimulai.\nThe daily evaluation as of ${to} has been started.`);
      } else {
        const before = new Set((await sentAlerts(access)).map(({ alertId }) => alertId));
        await moveLocalDay(local.control, to, daysShown(output));
        output.progressHere("");
        const sent = (await sentAlerts(access)).filter(({ alertId }) => !before.has(alertId));
        output.answer({ day: to, alerts: sent.map((one) => alertSchema.encode(one)) });
        output.say(`Hari di provinsi ini sekarang ${to}.\nThe province's day is now ${to}.`);
        output.say(`\n${sentText(sent)}`);
      }
      return EXIT.ok;
    }),
};

/** Each day where a line can be written over, and now and then a line that stays. */
function daysShown(output: Output): (reached: string) => void {
  let days = 0;
  return (reached) => {
    days += 1;
    if (days % DAYS_BETWEEN_LINES === 0) output.progress(`${reached} (${days} hari / days)`);
    else output.progressHere(reached);
  };
}

function sentText(sent: readonly Alert[]): string {
  if (sent.length === 0)
    return "Tidak ada peringatan yang dikirim dalam hari-hari ini. / No alert was sent in these days.";
  return [
    "Peringatan yang dikirim dalam hari-hari ini / alerts sent in these days:",
    ...sent.map((one) => `  ${alertLine(one)}`),
  ].join("\n");
}
