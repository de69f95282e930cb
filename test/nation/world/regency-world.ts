// A made-up regency: which sources keep lists in it, with which agreements, and what is reported of its workforce.
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { SEGMENTS, type Segment } from "#shared/domain/segment.ts";
import { monthNumbered, type RegencyWorld } from "./history.ts";
import { type Scribe, scribeOf } from "./scribe.ts";
import {
  changesOnly,
  firstDayNumber,
  listByMonth,
  manySmallEnds,
  paidByMonth,
  project,
  type Source,
  sponsorByYear,
} from "./sources.ts";

interface Kind {
  readonly segment: Segment;
  readonly slug: string;
  readonly keep: (scribe: Scribe, source: Source) => void;
  /** Percent of the regency's size, from … to. */
  readonly share: readonly [number, number];
  /** Of a hundred regencies have it. */
  readonly present: number;
  /** Of a hundred have an agreement that wants a list every month. */
  readonly monthly: number;
}

const KINDS: readonly Kind[] = [
  { segment: "ppu", slug: "cabang", keep: listByMonth, share: [20, 45], present: 95, monthly: 50 },
  { segment: "ppu", slug: "pt-a", keep: changesOnly, share: [3, 15], present: 60, monthly: 0 },
  { segment: "ppu", slug: "pt-b", keep: listByMonth, share: [2, 10], present: 50, monthly: 30 },
  { segment: "rentan", slug: "apbd", keep: sponsorByYear, share: [15, 40], present: 80, monthly: 0 },
  { segment: "rentan", slug: "csr", keep: sponsorByYear, share: [2, 8], present: 40, monthly: 20 },
  { segment: "rentan", slug: "baznas", keep: manySmallEnds, share: [4, 15], present: 45, monthly: 0 },
  { segment: "non-asn", slug: "pemkab", keep: sponsorByYear, share: [8, 20], present: 75, monthly: 0 },
  { segment: "perangkat-desa", slug: "desa", keep: sponsorByYear, share: [2, 9], present: 70, monthly: 0 },
  { segment: "bpu", slug: "perisai", keep: paidByMonth, share: [3, 14], present: 60, monthly: 75 },
  { segment: "bpu", slug: "mandiri", keep: manySmallEnds, share: [3, 10], present: 40, monthly: 0 },
  { segment: "jakon", slug: "proyek", keep: project, share: [3, 9], present: 50, monthly: 0 },
];
/** Villages with a list of their own: too few workers each to be named in an alert. */
const VILLAGES = [sponsorByYear, changesOnly, listByMonth, paidByMonth] as const;

export function regencyWorld(regency: RegencyCode, seed: string, months: number): RegencyWorld {
  const scribe = scribeOf(regency, seed, months, firstDayNumber(months) - 1);
  const { random } = scribe;
  const size = random.chance(6) ? random.between(9000, 16_000) : random.between(700, 4500);
  for (const kind of KINDS) {
    if (!random.chance(kind.present)) continue;
    const source = sourceOf(regency, kind, Math.ceil((size * random.between(...kind.share)) / 100));
    kind.keep(scribe, source);
    const monthly = random.chance(kind.monthly);
    if (monthly || kind.keep === sponsorByYear) agree(scribe, source, monthly);
  }
  const keep = random.pick(VILLAGES);
  const monthly = random.chance(50);
  for (let village = random.between(0, 6); village > 0; village -= 1) {
    const source = sourceOf(regency, { segment: "bumdes", slug: `desa-${village}` }, random.between(15, 80));
    keep(scribe, source);
    if (monthly && (keep === listByMonth || keep === paidByMonth)) agree(scribe, source, true);
  }
  reportWorkforce(scribe, size);
  return { regency, people: scribe.people, events: scribe.events() };
}

function sourceOf(regency: RegencyCode, { segment, slug }: Pick<Kind, "segment" | "slug">, size: number): Source {
  return { roster: rosterId(`${regency}/${segment}/${slug}`), size };
}

/** An agreement of one to four periods, some left out or of half a year only; its budget may be too small. */
function agree(scribe: Scribe, { roster, size }: Source, monthly: boolean): void {
  const { random } = scribe;
  const periods: Agreement["periods"][number][] = [];
  const [, segment = "ppu", slug = ""] = roster.split("/") as [string, Segment, string];
  for (let year = 0; year * 12 < scribe.months; year += 1) {
    if (random.chance(monthly ? 8 : 15)) continue;
    const length = monthly && random.chance(20) ? 6 : 12;
    const budget = Math.round(size * length * 16_800 * (random.between(80, 130) / 100));
    periods.push({
      first: monthNumbered(year * 12),
      last: monthNumbered(year * 12 + length - 1),
      plannedWorkers: size,
      budgetRupiah: SEGMENTS[segment].pricing === "bracket" ? budget : null,
      budgetSource: "APBD",
      legalBasis: [],
      source: "made up",
    });
    scribe.reference({
      day: Math.max(0, firstDayNumber(year * 12) + random.between(-40, 30)),
      note: `agreement for year ${year}`,
      agreement: {
        regency: scribe.regency,
        slug,
        sponsor: "made up",
        segment,
        programmes: ["jkk", "jkm"],
        rosters: [roster],
        reporting: monthly ? "monthly" : null,
        contact: { office: "made up", email: null },
        periods: [...periods],
      },
    });
  }
}

/** Yearly figures, some of them revised, and targets in most regencies. */
function reportWorkforce(scribe: Scribe, size: number): void {
  const { random } = scribe;
  const targets = random.chance(70)
    ? [2022, 2023, 2024].map((year) => ({
        year,
        share: random.between(25, 50) / 100,
        denominator: "penduduk-bekerja" as const,
        source: "made up",
      }))
    : [];
  const workforces: { workers: number; denominator: "penduduk-bekerja"; year: number; source: string }[] = [];
  for (let year = 2021; (year - 2022) * 12 < scribe.months; year += 1) {
    const say = (day: number, note: string): void => {
      const workers = Math.round(size * (random.between(200, 330) / 100));
      const others = workforces.filter((one) => one.year !== year);
      workforces.splice(0, workforces.length, ...others, {
        workers,
        denominator: "penduduk-bekerja",
        year,
        source: "made up",
      });
      scribe.reference({ day, note, figures: { workforces: [...workforces], targets } });
    };
    const day = Math.max(0, firstDayNumber((year - 2021) * 12) + random.between(-30, 90));
    say(day, `workforce of ${year}`);
    if (random.chance(30)) say(day + random.between(30, 200), `workforce of ${year}, revised`);
  }
}
