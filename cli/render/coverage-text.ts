// The coverage of one regency in one month, and of all regencies of a province.
import { type OverlapPair, type RosterInMonth, stepAt } from "#shared/domain/coverage.ts";
import type { CoverageView } from "#shared/domain/coverage-view.ts";
import type { Day } from "#shared/domain/day.ts";
import {
  countEn,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  formatRupiahId,
  monthNameId,
} from "#shared/domain/format.ts";
import type { Freshness } from "#shared/domain/freshness.ts";
import { type Month, month } from "#shared/domain/month.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { SEGMENTS, type Segment } from "#shared/domain/segment.ts";
import { columns, table, wrapped } from "./table.ts";

const WIDTH = 96;

const LAST_KNOWN = "seperti terakhir diketahui sebelum ditutup / as last known before it was closed";

/** A roster in one month. */
export interface ShownRoster extends RosterInMonth {
  /** null for a closed month, of which it is not kept. */
  readonly version: number | null;
}

/** Of which day the figures of a month are. */
export function sinceText(asOf: Day | undefined, frozen: boolean): string {
  return frozen ? LAST_KNOWN : `per ${asOf ?? "-"}`;
}

/** Figures as they stood then, whatever has come in since. */
export function knownOnText(day: Day): string {
  return `Seperti diketahui pada akhir ${day}; yang diunggah sesudahnya tidak dihitung, kecuali jumlah pekerja (penyebut), yang seperti dikenal sekarang. /\nAs known at the end of ${day}; what was uploaded since is not counted, but for the workforce, which is as known now.`;
}

/** Headline, segments, programmes, occupations. */
export function coverageText(view: CoverageView, frozen: boolean): string {
  const title = `${view.regency} ${view.name}, ${monthNameId(month(view.month))}`;
  const since = `(${sinceText(view.asOf, frozen)})`;
  return [
    ...(frozen ? [title, since] : [`${title} ${since}`]),
    "",
    ...headline(view),
    ...(Object.keys(view.segments).length === 0 ? [] : ["", segmentsTable(view)]),
    "",
    columns([
      ...(Object.keys(view.programmes).length === 0
        ? []
        : [["Program / programmes", listed(view.programmes, (name) => name.toUpperCase())] as const]),
      ["Pemberi kerja / employers", formatNumberId(view.employers)],
      ["Pekerjaan / occupations", listed(view.occupations, (name) => name) || "-"],
      ["Ganda antar daftar / overlap", formatNumberId(view.overlap)],
      ["Iuran bulan ini / contribution", formatRupiahId(view.contributionRupiah)],
    ]),
  ].join("\n");
}

function headline({ covered, workforce, rate }: CoverageView): readonly string[] {
  if (workforce === null || rate === null) {
    return [
      `${formatNumberId(covered)} pekerja terlindungi / workers protected`,
      "Jumlah pekerja tidak diketahui: tanpa persentase. / The number of workers is not known: no rate.",
    ];
  }
  return [
    `${formatNumberId(covered)} terlindungi dari ${formatNumberId(workforce.workers)} pekerja (${workforce.year}) = ${rateText({ covered, rate }, formatPercentId)}`,
    `${formatNumberEn(covered)} protected of ${countEn(workforce.workers, "worker")} (${workforce.year}) = ${rateText({ covered, rate }, formatPercentEn)}`,
    ...wrapped(`Sumber / source: ${workforce.source}`, WIDTH),
    ...(rate > 1 ? MORE_THAN_ALL : []),
  ];
}

/** Shown as it is, for both figures may be right: they count other people. */
const MORE_THAN_ALL = [
  "! Lebih dari 100 %: yang terlindungi lebih banyak daripada pekerja menurut sumber itu. Periksa tahun dan penyebutnya.",
  "! More than 100 %: more are protected than there are workers by that source. Look at its year and whom it counts.",
];

/** Somebody is never shown as nobody. */
function rateText(
  { covered, rate }: { readonly covered: number; readonly rate: number },
  format: (share: number) => string,
): string {
  return covered > 0 && rate < 0.0005 ? `< ${format(0.001)}` : format(rate);
}

function segmentsTable({ segments, covered, overlap }: CoverageView): string {
  const rows = Object.entries(segments).map(([segment, workers]) => {
    const label = SEGMENTS[segment as Segment].label;
    return [segment, `${label.id} / ${label.en}`, formatNumberId(workers)];
  });
  return table({
    head: ["Segmen", "", "Pekerja / workers"],
    rows,
    align: ["left", "left", "right"],
    foot: [
      "",
      overlap > 0 ? "Orang, masing-masing sekali / people, each once" : "Jumlah / sum",
      formatNumberId(covered),
    ],
  });
}

function listed(counts: Readonly<Record<string, number>>, label: (name: string) => string): string {
  return Object.entries(counts)
    .map(([name, workers]) => `${label(name)} ${formatNumberId(workers)}`)
    .join(", ");
}

/**
 * What each roster says for itself in the month, and when it last said anything.
 * @param reports null: of an earlier day, of which that is not known
 * @param madeOn versions that were made after the day of the figures, and when; null: not kept
 */
export function rostersText(
  rosters: readonly ShownRoster[],
  reports: ReadonlyMap<RosterId, Freshness> | null,
  madeOn: ReadonlyMap<RosterId, Day | null> = new Map(),
): string {
  return table({
    head: [
      "Daftar / roster",
      "Versi",
      "Pekerja / workers",
      "Iuran / contribution",
      ...(reports === null ? [] : ["Laporan / reported"]),
    ],
    rows: rosters.map(({ roster, version, workers, contributionRupiah }) => [
      roster,
      version === null ? "-" : `${version}${madeOn.has(roster) ? ` (${madeOn.get(roster) ?? "?"})` : ""}`,
      formatNumberId(workers),
      formatRupiahId(contributionRupiah),
      ...(reports === null ? [] : [freshnessText(reports.get(roster))]),
    ]),
    align: ["left", "right", "right", "right"],
  });
}

/** `2023-11-20`; `! 2023-11-20 tidak segar / not fresh` where a monthly list is missing for too long. */
export function freshnessText(freshness: Freshness | undefined): string {
  const day = freshness?.reportedOn ?? "-";
  return freshness?.overdue === true ? `! ${day} tidak segar / not fresh` : day;
}

/** null when no two rosters share a worker in the month. */
export function overlapsText(overlaps: readonly OverlapPair[], at: Month): string | null {
  const rows = overlaps
    .map(({ rosters: [a, b], workers }) => ({ cells: [a, b], workers: stepAt(workers, at) }))
    .filter(({ workers }) => workers > 0)
    .sort((a, b) => b.workers - a.workers)
    .map(({ cells, workers }) => [...cells, formatNumberId(workers)]);
  return rows.length === 0
    ? null
    : table({
        head: ["Terlindungi dua kali / protected twice", "", "Pekerja"],
        rows,
        align: ["left", "left", "right"],
      });
}

export interface RegencyRow {
  readonly regency: string;
  readonly name: string;
  /** null when the regency has no roster. */
  readonly view: CoverageView | null;
}

/** All regencies; the last line is their sum, and says that it is one. */
export function provinceText(rows: readonly RegencyRow[]): string {
  const cells = rows.map(({ regency, name, view }) => [
    regency,
    name,
    ...(view === null
      ? ["-", "-", "-", "-"]
      : [
          formatNumberId(view.covered),
          view.workforce === null ? "-" : `${formatNumberId(view.workforce.workers)} (${view.workforce.year})`,
          view.rate === null
            ? "-"
            : `${view.rate > 1 ? "! " : ""}${rateText({ covered: view.covered, rate: view.rate }, formatPercentId)}`,
          formatRupiahId(view.contributionRupiah),
        ]),
  ]);
  const sum = rows.reduce((total, { view }) => total + (view?.covered ?? 0), 0);
  const paid = rows.reduce((total, { view }) => total + (view?.contributionRupiah ?? 0), 0);
  return table({
    head: ["Kode", "Kabupaten/kota", "Terlindungi", "Pekerja (tahun)", "%", "Iuran / contribution"],
    rows: cells,
    align: ["left", "left", "right", "right", "right", "right"],
    foot: ["", "Jumlah kabupaten/kota (sum)", formatNumberId(sum), "", "", formatRupiahId(paid)],
  });
}
