// Moves the day: on this machine of the whole province, running each day in between; on AWS the daily evaluation is run as of that day.

import { dayOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { moveLocalDay } from "../local-control.ts";
import { withProvince } from "../province.ts";

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
        output.say(`Evaluasi harian per ${to} dimulai.\nThe daily evaluation as of ${to} has been started.`);
      } else {
        await moveLocalDay(local.control, to, (reached) => output.progressHere(reached));
        output.progressHere("");
        output.say(`Hari di provinsi ini sekarang ${to}.\nThe province's day is now ${to}.`);
      }
      output.answer({ day: to });
      return EXIT.ok;
    }),
};
