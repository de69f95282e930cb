// The agreements that are known: who pays for whom, from when to when, with which money.
import { agreementFile } from "#events/agreement-file.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { freshnessOf } from "#shared/domain/freshness.ts";
import { monthText } from "#shared/domain/month.ts";
import { type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import { agreementMoney } from "#shared/domain/report/agreement-lines.ts";
import { regionOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { dayIn, knownRosters, stepsOfAgreement } from "../known-agreements.ts";
import { withProvince } from "../province.ts";
import { agreementText, type ShownAgreement } from "../render/agreement-text.ts";

export const agreements: Command = {
  name: "agreements",
  summary: {
    id: "perjanjian: siapa membayar untuk siapa, sampai kapan",
    en: "agreements: who pays for whom, until when",
  },
  positionals: ["[REGION]"],
  options: PROVINCE_OPTIONS,
  examples: ["agreements", "agreements 14.03 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const regency = regionOf(line.positionals[0], access.code);
      const regencies = regency === null ? regenciesOf(access.code) : [regency];
      const all = (await Promise.all(regencies.map((regency) => shownAgreements(access, regency)))).flat();
      output.answer(all.map(encoded));
      output.say(all.length === 0 ? "Belum ada perjanjian. / No agreements yet." : all.map(agreementText).join("\n\n"));
      return EXIT.ok;
    }),
};

async function shownAgreements(access: ProvinceAccess, regency: RegencyCode): Promise<readonly ShownAgreement[]> {
  const { agreements: known } = await access.reference.ofRegency(regency);
  if (known.length === 0) return [];
  const rosters = await knownRosters(access, regency);
  const on = await dayIn(access, regency);
  const { rules } = access.settings();
  return known.map((agreement) => {
    const steps = stepsOfAgreement(agreement, rosters);
    const reports = steps.reports.map((report) => ({
      roster: report.roster,
      ...freshnessOf(report, [agreement], on, rules),
    }));
    return { steps, reports };
  });
}

/** As its file says it; besides, what is due of each period and how its rosters report. */
function encoded({ steps, reports }: ShownAgreement) {
  const { regency, slug, ...content } = steps.agreement;
  const money = content.periods.map((period) => ({ first: monthText(period.first), ...agreementMoney(steps, period) }));
  return { regency, slug, ...agreementFile.encode(content), money, reports };
}
