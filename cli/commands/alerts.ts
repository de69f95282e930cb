// The alerts that were sent, oldest first: of the whole province its own too, e.g. of files whose key names no roster.
import { alert as alertSchema } from "#events/alert.ts";
import { regionOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { alertText } from "../render/alert-text.ts";
import { sentAlerts } from "../sent-alerts.ts";

export const alerts: Command = {
  name: "alerts",
  summary: { id: "peringatan yang sudah dikirim, yang terlama dahulu", en: "the alerts sent, oldest first" },
  positionals: ["[REGION]"],
  options: PROVINCE_OPTIONS,
  examples: ["alerts", "alerts 14.03 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const regency = regionOf(line.positionals[0], access.code);
      const oldestFirst = await sentAlerts(access, regency);
      output.answer(oldestFirst.map((one) => alertSchema.encode(one)));
      output.say(
        oldestFirst.length === 0 ? "Belum ada peringatan. / No alerts yet." : oldestFirst.map(alertText).join("\n\n"),
      );
      return EXIT.ok;
    }),
};
