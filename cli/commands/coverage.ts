// How many workers are protected: all regencies of the province in a month, or one of them in full; as it is known now, or as it was known on a day.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import type { CoverageView } from "#shared/domain/coverage-view.ts";
import type { Day } from "#shared/domain/day.ts";
import { monthNameId } from "#shared/domain/format.ts";
import { judgedOn } from "#shared/domain/freshness.ts";
import { addMonths, type Month, monthOfDay, monthText } from "#shared/domain/month.ts";
import { provinceName, type RegencyCode, regenciesOf, regencyName } from "#shared/domain/region.ts";
import { dayOf, monthOf, regionOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { type ErasedSince, erasedSince } from "../erased-since.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { CannotDo } from "../failures.ts";
import { isFrozen, type KnownRegency, knownRegency, monthsFrom, viewOf } from "../known-months.ts";
import { type GoneVersion, knownThen, type RewrittenSince, refuseComingDay } from "../known-then.ts";
import { noRosterYet, nothingKnown } from "../nothing-known.ts";
import type { Output } from "../output.ts";
import { type FoundProvince, withProvince } from "../province.ts";
import {
  coverageText,
  knownOnText,
  overlapsText,
  provinceText,
  rostersText,
  type ShownRoster,
  sinceText,
} from "../render/coverage-text.ts";
import { goneText } from "../render/gone-text.ts";
import { monthsText } from "../render/months-text.ts";
import { rewrittenText } from "../render/rewritten-text.ts";
import { rosterReports } from "../roster-reports.ts";

const MONTHS_SHOWN_BACK = 6;
const MONTHS_SHOWN_AHEAD = 12;

interface Asked {
  readonly month: Month | null;
  /** null: as it is known now. */
  readonly knownOn: Day | null;
}

export const coverage: Command = {
  name: "coverage",
  summary: {
    id: "berapa pekerja terlindungi: semua kabupaten/kota, atau satu",
    en: "how many workers are protected: all regencies, or one",
  },
  positionals: ["[REGION]"],
  options: {
    month: {
      value: "yyyy-mm",
      help: {
        id: "bulan; tanpa ini: bulan ini di provinsi itu",
        en: "the month; without it the province's present one",
      },
    },
    "known-on": {
      value: "yyyy-mm-dd",
      help: {
        id: "seperti diketahui pada akhir hari itu",
        en: "as it was known at the end of that day",
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "coverage 14",
    "coverage 14.03 --month 2023-02",
    "coverage 14.03 --month 2023-02 --known-on 2023-03-01",
    "coverage 14.03 --json",
  ],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const then = line.text("known-on");
      const asked = { month: monthOf(line, "month"), knownOn: then === null ? null : dayOf(then) };
      const regency = regionOf(line.positionals[0], province.access.code);
      if (asked.knownOn !== null) await refuseComingDay(province, asked.knownOn);
      return regency === null ? allRegencies(province, asked, output) : oneRegency(province, regency, asked, output);
    }),
};

interface ShownRegency {
  readonly regency: RegencyCode;
  readonly known: KnownRegency | null;
  /** Rosters whose version of then is no longer kept, and why. */
  readonly gone: readonly GoneVersion[];
  /** Versions that hold for the day, but were made after it. */
  readonly rewritten: readonly RewrittenSince[];
}

async function allRegencies({ access }: FoundProvince, { month, knownOn }: Asked, output: Output): Promise<ExitCode> {
  const shown: ShownRegency[] = [];
  for (const regency of regenciesOf(access.code))
    shown.push(await shownRegency({ access }, regency, { month, knownOn }));
  const asOf =
    knownOn ??
    shown
      .flatMap(({ known }) => known?.asOf ?? [])
      .sort()
      .at(-1);
  const at = month ?? (asOf === undefined ? null : monthOfDay(asOf));
  if (at === null) throw noRosterYet();
  const rows = shown.map(({ regency, known }) => ({
    regency,
    name: regencyName(regency),
    view: known === null ? null : viewOf(known, at),
  }));
  const lost = shown.flatMap(({ gone }) => gone);
  if (lost.length === 0 && rows.every(({ view }) => view === null))
    throw nothingKnown({ name: `Provinsi ${provinceName(access.code)}`, month: at, knownOn });
  const found = shown.flatMap(({ known }) => known ?? []);
  const frozen = found.length > 0 && found.every((one) => isFrozen(one, at));
  output.answer(
    shown.map(({ regency, known, gone }, index) => {
      const { name, view } = rows[index] ?? { name: regencyName(regency), view: null };
      const missing = gone.length === 0 ? {} : { gone };
      if (view === null || known === null)
        return { regency, name, month: monthText(at), covered: null, ...missing, ...thenOf(knownOn) };
      return { ...dated(view, isFrozen(known, at)), ...thenOf(knownOn) };
    }),
  );
  const head = `Provinsi ${provinceName(access.code)} (${access.code}), ${monthNameId(at)}`;
  output.say(`${head} (${sinceText(asOf, frozen)})\n`);
  if (knownOn !== null) output.say(`${knownOnText(knownOn)}\n`);
  sayRewritten(output, knownOn, await erasedAfter(access, knownOn), []);
  output.say(provinceText(rows));
  output.say(
    "\nJumlah menghitung orang yang terdaftar di dua kabupaten/kota dua kali.\nThe sum counts a person enrolled in two regencies twice.",
  );
  if (knownOn === null || lost.length === 0) return EXIT.ok;
  const { id, en } = goneText(knownOn, lost);
  output.say(`\n${id}\n${en}`);
  return EXIT.failed;
}

async function oneRegency(
  { access }: Pick<FoundProvince, "access">,
  regency: RegencyCode,
  { month, knownOn }: Asked,
  output: Output,
): Promise<ExitCode> {
  const { known, gone, rewritten } = await shownRegency({ access }, regency, { month, knownOn });
  if (knownOn !== null && gone.length > 0) throw new CannotDo(goneText(knownOn, gone));
  const at = month ?? (known === null ? null : monthOfDay(known.asOf));
  const view = known === null || at === null ? null : viewOf(known, at);
  if (known === null || at === null || view === null)
    throw nothingKnown({ name: regencyName(regency), month: at, knownOn });
  const { overlaps } = known.stored.coverage;
  const rosters = rostersIn(known, at);
  const months = monthsFrom(known, addMonths(at, -MONTHS_SHOWN_BACK), addMonths(at, MONTHS_SHOWN_AHEAD));
  const frozen = isFrozen(known, at);
  const erased = await erasedAfter(access, knownOn);
  const reports = knownOn === null ? await rosterReports(access, regency, judgedOn(at, known.asOf)) : null;
  output.answer({
    ...dated(view, frozen),
    ...thenOf(knownOn),
    ...(knownOn === null ? {} : { erasedSince: erased }),
    rosters: rosters.map((one) => ({ ...one, ...reports?.get(one.roster), ...madeLater(rewritten, one) })),
    overlaps: overlaps.map(({ rosters: pair, workers }) => ({ rosters: pair, workers: stepAt(workers, at) })),
    months: months.map((one) => ({ month: monthText(one.month), covered: one.covered })),
  });
  output.say(coverageText(view, frozen));
  if (knownOn !== null) output.say(`\n${knownOnText(knownOn)}`);
  sayRewritten(output, knownOn, erased, rewritten);
  output.say(`\n${rostersText(rosters, reports, new Map(rewritten.map(({ roster, on }) => [roster, on])))}`);
  const shared = isInWindow(known, at) ? overlapsText(overlaps, at) : null;
  if (shared !== null) output.say(`\n${shared}`);
  output.say(`\n${monthsText(months)}`);
  return EXIT.ok;
}

async function shownRegency(
  { access }: Pick<FoundProvince, "access">,
  regency: RegencyCode,
  { month, knownOn }: Asked,
): Promise<ShownRegency> {
  if (knownOn === null) return { regency, known: await knownRegency(access, regency), gone: [], rewritten: [] };
  const then = await knownThen(access, regency, knownOn, {
    at: month ?? monthOfDay(knownOn),
    back: MONTHS_SHOWN_BACK,
    ahead: MONTHS_SHOWN_AHEAD,
  });
  return {
    regency,
    known: then.kind === "known" ? then.known : null,
    gone: then.kind === "gone" ? then.rosters : [],
    rewritten: then.kind === "known" ? then.rewritten : [],
  };
}

async function erasedAfter({ admissions, code }: ProvinceAccess, day: Day | null): Promise<readonly ErasedSince[]> {
  return day === null ? [] : erasedSince(await admissions.keptOut(code), day);
}

/** When a version of another day than that of its figures was made. */
function madeLater(rewritten: readonly RewrittenSince[], { roster }: ShownRoster) {
  const found = rewritten.find((one) => one.roster === roster);
  return found === undefined ? {} : { rewritten: { cause: found.cause, on: found.on, base: found.base } };
}

function sayRewritten(
  output: Output,
  knownOn: Day | null,
  erased: readonly ErasedSince[],
  rewritten: readonly RewrittenSince[],
): void {
  const text = knownOn === null ? null : rewrittenText(knownOn, erased, rewritten);
  if (text !== null) output.say(`\n${text}`);
}

function thenOf(knownOn: Day | null) {
  return knownOn === null ? {} : { knownOn };
}

/** The figures of a closed month are of no day that is known any more. */
function dated(view: CoverageView, frozen: boolean) {
  return { ...view, asOf: frozen ? null : view.asOf, frozen };
}

/** Overlaps per pair of rosters, and which version it was, are kept for the window only. */
function isInWindow({ stored }: KnownRegency, at: Month): boolean {
  return at >= stored.window.first && at <= stored.window.last;
}

function rostersIn(known: KnownRegency, at: Month): readonly ShownRoster[] {
  if (!isInWindow(known, at)) {
    const closed = known.closed.find(({ month }) => month === at)?.rosters ?? [];
    return closed.map((one) => ({ version: null, ...one }));
  }
  return known.stored.coverage.rosters.map(({ roster, version, workers, contributionRupiah }) => ({
    roster,
    version,
    workers: stepAt(workers, at),
    contributionRupiah: stepAt(contributionRupiah, at),
  }));
}
