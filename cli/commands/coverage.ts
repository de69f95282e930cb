// How many workers are protected: all regencies of the province in a month, or one of them in full.
import { type Steps, stepAt } from "#shared/domain/coverage.ts";
import type { CoverageView } from "#shared/domain/coverage-view.ts";
import { monthNameId } from "#shared/domain/format.ts";
import { addMonths, type Month, monthOfDay, monthText } from "#shared/domain/month.ts";
import { provinceName, regenciesOf, regencyName } from "#shared/domain/region.ts";
import { monthOf, regencyOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { CannotDo } from "../failures.ts";
import { isFrozen, type KnownRegency, knownRegency, monthsFrom, viewOf } from "../known-months.ts";
import type { Output } from "../output.ts";
import { type FoundProvince, withProvince } from "../province.ts";
import {
  coverageText,
  NO_ROSTERS_KEPT,
  overlapsText,
  provinceText,
  rostersText,
  sinceText,
} from "../render/coverage-text.ts";
import { monthsText } from "../render/months-text.ts";

const MONTHS_SHOWN_BACK = 6;
const MONTHS_SHOWN_AHEAD = 12;

export const coverage: Command = {
  name: "coverage",
  summary: {
    id: "berapa pekerja terlindungi: semua kabupaten/kota, atau satu",
    en: "how many workers are protected: all regencies, or one",
  },
  positionals: ["[REGENCY]"],
  options: {
    month: {
      value: "yyyy-mm",
      help: {
        id: "bulan; tanpa ini: bulan ini di provinsi itu",
        en: "the month; without it the province's present one",
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: ["coverage", "coverage 14.03 --month 2023-02", "coverage 14.03 --json"],

  run: (line, output) =>
    withProvince(line, (province) => {
      const month = monthOf(line, "month");
      const [asked] = line.positionals;
      return asked === undefined ? allRegencies(province, month, output) : oneRegency(province, asked, month, output);
    }),
};

async function allRegencies({ access }: FoundProvince, asked: Month | null, output: Output): Promise<ExitCode> {
  const regencies = regenciesOf(access.code);
  const known = await Promise.all(regencies.map((regency) => knownRegency(access, regency)));
  const days = known.flatMap((one) => one?.asOf ?? []).sort();
  const asOf = days.at(-1);
  const at = asked ?? (asOf === undefined ? null : monthOfDay(asOf));
  if (at === null)
    throw new CannotDo({ id: "Belum ada daftar di provinsi ini.", en: "There is no roster in this province yet." });
  const rows = regencies.map((regency, index) => {
    const one = known[index] ?? null;
    return { regency, name: regencyName(regency), view: one === null ? null : viewOf(one, at) };
  });
  const shown = known.filter((one) => one !== null);
  const frozen = shown.length > 0 && shown.every((one) => isFrozen(one, at));
  output.answer(
    rows.map(({ regency, name, view }, index) => {
      const one = known[index] ?? null;
      if (view === null || one === null) return { regency, name, month: monthText(at), covered: null };
      return dated(view, isFrozen(one, at));
    }),
  );
  const head = `Provinsi ${provinceName(access.code)} (${access.code}), ${monthNameId(at)}`;
  output.say(`${head} (${sinceText(asOf, frozen)})\n`);
  output.say(provinceText(rows));
  output.say(
    "\nJumlah menghitung orang yang terdaftar di dua kabupaten/kota dua kali.\nThe sum counts a person enrolled in two regencies twice.",
  );
  return EXIT.ok;
}

async function oneRegency(
  { access }: FoundProvince,
  code: string,
  asked: Month | null,
  output: Output,
): Promise<ExitCode> {
  const regency = regencyOf(code, access.code);
  const known = await knownRegency(access, regency);
  const at = asked ?? (known === null ? null : monthOfDay(known.asOf));
  const view = known === null || at === null ? null : viewOf(known, at);
  if (known === null || at === null || view === null) {
    const when = at === null ? "" : `, ${monthNameId(at)}`;
    throw new CannotDo({
      id: `Tidak ada data: ${regencyName(regency)}${when}.`,
      en: `Nothing is known of ${regencyName(regency)}${when}.`,
    });
  }
  const { rosters, overlaps } = known.stored.coverage;
  const months = monthsFrom(known, addMonths(at, -MONTHS_SHOWN_BACK), addMonths(at, MONTHS_SHOWN_AHEAD));
  const frozen = isFrozen(known, at);
  output.answer({
    ...dated(view, frozen),
    rosters: rosters.map(({ roster, version, ...steps }) => ({ roster, version, ...inMonth(known, at, steps) })),
    overlaps: overlaps.map(({ rosters: pair, workers }) => ({ rosters: pair, workers: stepAt(workers, at) })),
    months: months.map((one) => ({ month: monthText(one.month), covered: one.covered })),
  });
  output.say(coverageText(view, frozen));
  if (isInWindow(known, at)) {
    output.say(`\n${rostersText(rosters, at)}`);
    const shared = overlapsText(overlaps, at);
    if (shared !== null) output.say(`\n${shared}`);
  } else output.say(`\n${NO_ROSTERS_KEPT}`);
  output.say(`\n${monthsText(months)}`);
  return EXIT.ok;
}

/** The figures of a closed month are of no day that is known any more. */
function dated(view: CoverageView, frozen: boolean) {
  return { ...view, asOf: frozen ? null : view.asOf, frozen };
}

/** Figures per roster are kept for the window only. */
function isInWindow({ stored }: KnownRegency, at: Month): boolean {
  return at >= stored.window.first && at <= stored.window.last;
}

function inMonth(
  known: KnownRegency,
  at: Month,
  steps: { readonly workers: Steps; readonly contributionRupiah: Steps },
) {
  return isInWindow(known, at)
    ? { workers: stepAt(steps.workers, at), contributionRupiah: stepAt(steps.contributionRupiah, at) }
    : { workers: null, contributionRupiah: null };
}
