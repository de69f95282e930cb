// What is under way, what waits for a person, what is not counted yet, and which monthly lists do not come.
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { isToMend, provinceStatus } from "../province-status.ts";
import { statusText } from "../render/status-text.ts";

export const status: Command = {
  name: "status",
  summary: {
    id: "apa yang sedang berjalan dan apa yang perlu dilihat (keluar 1: pesan gagal, ganti kunci)",
    en: "what is under way and what needs a look (exits 1: dead letters, key change)",
  },
  positionals: [],
  options: PROVINCE_OPTIONS,
  examples: ["status", "status --json"],

  run: (line, output) =>
    withProvince(line, async ({ access, local }) => {
      const found = await provinceStatus(access);
      output.answer({
        ...found,
        local: local === null ? null : { day: local.day, endpoints: local.endpoints, control: local.control },
      });
      output.say(statusText(found));
      if (local !== null) output.say(`\nDi komputer ini / on this machine: hari/day ${local.day}, ${local.control}`);
      return isToMend(found) ? EXIT.notMended : EXIT.ok;
    }),
};
