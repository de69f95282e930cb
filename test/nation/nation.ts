// Plays the whole nation: `npm run nation -- [--provinces 14,21] [--months 36] [--seed N] [--json]`. Exit code 1 when anything was missed, false, repeated
// or wrong; the smallest history that shows it is printed.
import { parseArgs } from "node:util";
import { allProvinces, provinceCode, regenciesOf } from "#shared/domain/region.ts";
import { NATION_RULES } from "./rules.ts";
import { type ProvinceOutcome, playProvince } from "./run/play-province.ts";
import { eventLine, smallestHistory } from "./shrink.ts";
import { tallyOf, tallyText } from "./tally.ts";
import { dayNumbered } from "./world/history.ts";
import { regencyWorld } from "./world/regency-world.ts";

const SHRINK_MS = 60_000;

const { values } = parseArgs({
  options: {
    provinces: { type: "string" },
    months: { type: "string", default: String(NATION_RULES.months) },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const rules = { ...NATION_RULES, months: Number(values.months) };
const provinces = values.provinces?.split(",").map(provinceCode) ?? allProvinces();
const began = performance.now();
const outcomes: ProvinceOutcome[] = [];
let shown = false;

for (const [place, province] of provinces.entries()) {
  const worlds = regenciesOf(province).map((regency) => regencyWorld(regency, values.seed, rules.months));
  const outcome = playProvince(province, worlds, rules);
  // What was told is counted; worlds and alerts of a province are not kept any longer than needed.
  outcomes.push(outcome);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stderr.write(`${place + 1}/${provinces.length} ${province} ${worlds.length} regencies, ${seconds} s\n`);
  for (const { sort, day, where, what } of outcome.findings) {
    process.stderr.write(`  ${sort} ${where} ${dayNumbered(day)}: ${what}\n`);
  }
  const fault = outcome.findings.find(({ sort }) => sort !== "open");
  if (fault !== undefined && !shown) {
    shown = true;
    const until = performance.now() + SHRINK_MS;
    const { finding, events } = smallestHistory(province, worlds, fault, rules, () => performance.now() < until);
    process.stderr.write(`the smallest history that shows ${finding.sort} ${finding.where}, ${finding.what}:\n`);
    for (const event of events) process.stderr.write(`  ${dayNumbered(event.day)} ${eventLine(event)}\n`);
    process.stderr.write(`  ${dayNumbered(finding.day)} ${finding.sort}\n`);
  }
}

const tally = tallyOf(outcomes, rules.months);
process.stdout.write(`${values.json ? JSON.stringify({ seed: values.seed, ...tally }) : tallyText(tally)}\n`);
const { open: _, ...faults } = tally.findings;
process.exitCode = Object.values(faults).some((count) => count > 0) ? 1 : 0;
