// What is said of coverage: how far it fell, rose again or lies below its target; which rosters and why. Rates only with the
// workforce figure, its year and source.
import type { LostEarlier, Nature } from "../../alert.ts";
import {
  countEn,
  dayNameEn,
  dayNameId,
  formatChangeEn,
  formatChangeId,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  monthNameEn,
  monthNameId,
  shortDayId,
  shortMonthId,
} from "../../format.ts";
import type { Bilingual } from "../../text.ts";
import { DENOMINATOR_NAMES, type Workforce } from "../../workforce.ts";
import { placeEn, placeId, rateLines, toComeEn, toComeId } from "./coverage-lines.ts";
import { partEn, partId } from "./part-words.ts";
import type { FactsOf, Words } from "./words.ts";

const NATURE_IN_WORDS: Readonly<Record<Nature, Bilingual | null>> = {
  real: null,
  data: {
    id: "Perhatian: penurunan ini mungkin hanya soal data (berkas jauh lebih pendek, baris ditolak, data yang dihapus, atau angka pekerja direvisi). Periksa berkas terakhirnya dahulu.",
    en: "Note: this may be a matter of data only (a much shorter file, rejected rows, erased data, or a revised workforce figure). Look at the newest file first.",
  },
};

export function droppedWords(alert: FactsOf<"coverage.dropped">, workforce: Workforce | null): Words {
  const { month, before, after, change, nature, earlier } = alert;
  const { id, en } = steppedText(alert, workforce, { id: "turun", en: "fell" }, NATURE_IN_WORDS[nature]);
  // Many small falls: what was lost on the way is more than what made them known.
  const isGradual = earlier !== null && earlier.level - before > -change;
  return {
    subject: isGradual
      ? `pekerja terlindungi turun ${formatNumberId(earlier.level - after)} ${sinceShortId(earlier)}`
      : `pekerja terlindungi turun ${formatNumberId(-change)} (${shortMonthId(month)})`,
    id: [...id, ...(earlier === null ? [] : earlierId(earlier, alert))],
    en: [...en, ...(earlier === null ? [] : earlierEn(earlier, alert))],
  };
}

type Step = Pick<FactsOf<"coverage.dropped">, "before" | "after">;

/** The month alone may say another level by now, where its list was cut on a later day. */
function sinceShortId({ asOf, month }: LostEarlier): string {
  return asOf === null ? `sejak data per ${shortMonthId(month)}` : `sejak ${shortDayId(asOf)}`;
}

function sinceId({ asOf, month }: LostEarlier): string {
  return asOf === null ? `sejak data per ${monthNameId(month)}` : `sejak perhitungan ${dayNameId(asOf)}`;
}

function sinceEn({ asOf, month }: LostEarlier): string {
  return asOf === null ? `the data as of ${monthNameEn(month)}` : `the count of ${dayNameEn(asOf)}`;
}

function earlierId(earlier: LostEarlier, { before, after }: Step): readonly string[] {
  const { level, parts } = earlier;
  return [
    "",
    `Sebelum itu sudah berkurang ${formatNumberId(level - before)} pekerja ${sinceId(earlier)} (saat itu ${formatNumberId(level)}), waktu itu terlalu sedikit untuk diberitahukan; seluruhnya ${formatChangeId(after - level)}:`,
    ...parts.map((part) => `* ${partId(part)}`),
  ];
}

function earlierEn(earlier: LostEarlier, { before, after }: Step): readonly string[] {
  const { level, parts } = earlier;
  return [
    "",
    `Before that ${formatNumberEn(level - before)} workers had been lost since ${sinceEn(earlier)} (${formatNumberEn(level)} then), too few to be told at the time; in all ${formatChangeEn(after - level)}:`,
    ...parts.map((part) => `* ${partEn(part)}`),
  ];
}

export function recoveredWords(alert: FactsOf<"coverage.recovered">, workforce: Workforce | null): Words {
  const { month, before, after, clears, toCome, stillEnding } = alert;
  switch (clears) {
    case "coverage.dropped":
      return {
        subject: `pekerja terlindungi naik kembali ${formatNumberId(alert.change)} (${shortMonthId(month)})`,
        ...steppedText(alert, workforce, { id: "naik kembali", en: "has risen again" }, null),
      };
    case "coverage.lapsing":
      return {
        subject:
          toCome > 0
            ? `perlindungan ${shortMonthId(month)} menunggu daftar bulanan`
            : `perlindungan ${shortMonthId(month)} sudah diperpanjang${stillEnding > 0 ? `, ${formatNumberId(stillEnding)} tetap berakhir` : ""}`,
        id: [
          `Penurunan perlindungan Jamsostek ${placeId(alert)} yang diperkirakan mulai ${monthNameId(month)} ${
            stillEnding > 0
              ? `tidak lagi sebesar itu: perlindungan ${formatNumberId(stillEnding)} pekerja tetap berakhir`
              : "tidak terjadi lagi"
          }.`,
          `Diperkirakan semula ${formatNumberId(before)} pekerja; kini ${formatNumberId(after)} (${formatChangeId(alert.change)}).`,
          ...toComeId(alert),
        ],
        en: [
          `The fall of Jamsostek protection ${placeEn(alert)} that was foreseen from ${monthNameEn(month)} on is no longer ${
            stillEnding > 0 ? `as large: protection still ends for ${countEn(stillEnding, "worker")}` : "ahead"
          }.`,
          `Foreseen were ${countEn(before, "worker")}; now it is ${formatNumberEn(after)} (${formatChangeEn(alert.change)}).`,
          ...toComeEn(alert),
        ],
      };
    case "coverage.below-target":
      return {
        subject: "target perlindungan tercapai",
        id: [
          `Perlindungan Jamsostek ${placeId(alert)} mencapai target tahun ini: ${formatNumberId(after)} pekerja pada ${monthNameId(month)}.`,
        ],
        en: [
          `Jamsostek protection ${placeEn(alert)} has reached this year's target: ${countEn(after, "worker")} in ${monthNameEn(month)}.`,
        ],
      };
  }
}

export function belowTargetWords(alert: FactsOf<"coverage.below-target">): Words {
  const { month, covered, workforce, target, nature } = alert;
  const rate = covered / workforce.workers;
  const missing = Math.max(0, Math.ceil(target.share * workforce.workers) - covered);
  const note = NATURE_IN_WORDS[nature];
  return {
    subject: `cakupan ${formatPercentId(rate)}, target ${target.year} ${formatPercentId(target.share)}`,
    id: [
      `Cakupan Jamsostek ${placeId(alert)} pada ${monthNameId(month)}: ${formatPercentId(rate)}; target ${target.year}: ${formatPercentId(target.share)} (${target.source}).`,
      `Kurang ${formatNumberId(missing)} pekerja: terlindungi ${formatNumberId(covered)} dari ${formatNumberId(workforce.workers)} (${DENOMINATOR_NAMES[workforce.denominator].id}, ${workforce.year}; ${workforce.source}).`,
      ...(note === null ? [] : [note.id]),
    ],
    en: [
      `Jamsostek coverage ${placeEn(alert)} in ${monthNameEn(month)}: ${formatPercentEn(rate)}; target of ${target.year}: ${formatPercentEn(target.share)} (${target.source}).`,
      `${countEn(missing, "worker")} short: ${formatNumberEn(covered)} protected of ${formatNumberEn(workforce.workers)} (${DENOMINATOR_NAMES[workforce.denominator].en}, ${workforce.year}; ${workforce.source}).`,
      ...(note === null ? [] : [note.en]),
    ],
  };
}

function steppedText(
  alert: FactsOf<"coverage.dropped"> | FactsOf<"coverage.recovered">,
  workforce: Workforce | null,
  happened: Bilingual,
  note: Bilingual | null,
): Omit<Words, "subject"> {
  const { month, before, after, change, parts } = alert;
  return {
    id: [
      `Perlindungan Jamsostek ${placeId(alert)} ${happened.id} dari ${formatNumberId(before)} menjadi ${formatNumberId(after)} pekerja (${formatChangeId(change)}) pada ${monthNameId(month)}.`,
      ...rateLines(workforce, ({ workers, year, source }) => [
        `Kini ${formatPercentId(after / workers)} dari ${formatNumberId(workers)} pekerja (${year}) terlindungi; sebelumnya ${formatPercentId(before / workers)}. Sumber jumlah pekerja: ${source}.`,
      ]),
      ...(note === null ? [] : [note.id]),
      "",
      "Rincian perubahan:",
      ...parts.map((part) => `* ${partId(part)}`),
    ],
    en: [
      `Jamsostek protection ${placeEn(alert)} ${happened.en} from ${formatNumberEn(before)} to ${countEn(after, "worker")} (${formatChangeEn(change)}) in ${monthNameEn(month)}.`,
      ...rateLines(workforce, ({ workers, year, source }) => [
        `Protected now: ${formatPercentEn(after / workers)} of ${formatNumberEn(workers)} workers (${year}); before: ${formatPercentEn(before / workers)}. Source of the number of workers: ${source}.`,
      ]),
      ...(note === null ? [] : [note.en]),
      "",
      "What changed:",
      ...parts.map((part) => `* ${partEn(part)}`),
    ],
  };
}
