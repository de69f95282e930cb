// The agreements that are known: who pays for whom, from when to when, with which money.
import { agreementFile } from "#events/agreement-file.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import { regencyOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { agreementText } from "../render/agreement-text.ts";

export const agreements: Command = {
  name: "agreements",
  summary: {
    id: "perjanjian: siapa membayar untuk siapa, sampai kapan",
    en: "agreements: who pays for whom, until when",
  },
  positionals: ["[REGENCY]"],
  options: PROVINCE_OPTIONS,
  examples: ["agreements", "agreements 14.03 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const [asked] = line.positionals;
      const regencies = asked === undefined ? regenciesOf(access.code) : [regencyOf(asked, access.code)];
      const known = await Promise.all(regencies.map((regency) => access.reference.ofRegency(regency)));
      const all = known.flatMap((one) => one.agreements);
      output.answer(all.map(encoded));
      output.say(all.length === 0 ? "Belum ada perjanjian. / No agreements yet." : all.map(agreementText).join("\n\n"));
      return EXIT.ok;
    }),
};

function encoded({ regency, slug, ...content }: Agreement) {
  return { regency, slug, ...agreementFile.encode(content) };
}
