// Moves the day: on this machine of the whole province, running each day in between; on AWS the daily evaluation is run as of that day.
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { type Day, dayInJakarta, daysBetween } from "#shared/domain/day.ts";
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import { dayOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { moveLocalDay } from "../local-control.ts";
import type { Output } from "../output.ts";
import { timeIn, withProvince } from "../province.ts";
import { alertLine } from "../render/alert-text.ts";
import { sentAlerts } from "../sent-alerts.ts";

/** More than a year, and less than any slip in the year. */
const MOST_DAYS = 400;
const DAYS_BETWEEN_LINES = 100;

export const day: Command = {
  name: "day",
  summary: { id: "majukan hari di provinsi ini", en: "move the province's day" },
  positionals: ["DAY"],
  options: {
    force: {
      value: null,
      help: {
        id: `juga bila melompati lebih dari ${MOST_DAYS} hari`,
        en: `even when it skips more than ${MOST_DAYS} days`,
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: ["day 2024-02-01", "day 2024-02-01 --province 14"],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const { access, local } = province;
      const to = dayOf(line.positionals[0] ?? "");
      if (!line.flag("force")) refuseLeap(dayInJakarta(await timeIn(province)), to);
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

/** There is no way back from a day: one that nobody meant, 2034 for 2024, would be the province's for good. @throws UsageError */
function refuseLeap(now: Day, to: Day): void {
  const days = daysBetween(now, to);
  if (days <= MOST_DAYS) return;
  throw new UsageError({
    id: `${to} masih ${formatNumberId(days)} hari dari ${now}, dan hari tidak dapat mundur lagi. Bila memang itu maksudnya, tambahkan --force.`,
    en: `${to} is ${countEn(days, "day")} after ${now}, and days do not go back. If that is meant, add --force.`,
  });
}

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
