// Lines that several alerts about coverage have: where, at what rate, and who is only counted on.
import type { CoverageLapsing } from "../../alert.ts";
import { countEn, formatNumberEn, formatNumberId } from "../../format.ts";
import { SEGMENTS } from "../../segment.ts";
import type { Workforce } from "../../workforce.ts";
import type { FactsOf } from "./words.ts";

type CountedOn = Pick<CoverageLapsing, "after" | "toCome">;

export function toComeId({ after, toCome }: CountedOn): readonly string[] {
  if (toCome === 0) return [];
  return [
    `Di antaranya ${formatNumberId(toCome)} pekerja dari daftar bulanan yang belum datang, tetapi diharapkan datang lagi selama perjanjiannya berjalan; tanpa daftar itu ${formatNumberId(after - toCome)}.`,
  ];
}

export function toComeEn({ after, toCome }: CountedOn): readonly string[] {
  if (toCome === 0) return [];
  return [
    `This counts on ${countEn(toCome, "worker")} of monthly lists that have not come yet, but are expected again while their agreement runs; without those lists it is ${formatNumberEn(after - toCome)}.`,
  ];
}

/** A rate of a whole regency only: a segment's workers are not known, and a province's figure is no sum of those of its regencies. */
export function rateLines(
  workforce: Workforce | null,
  lines: (known: Workforce) => readonly string[],
): readonly string[] {
  return workforce === null || workforce.workers === 0 ? [] : lines(workforce);
}

export function placeId({ name, segment }: Pick<FactsOf<"coverage.dropped">, "name" | "segment">): string {
  return segment === null ? `di ${name}` : `di ${name}, segmen ${SEGMENTS[segment].label.id.toLowerCase()},`;
}

export function placeEn({ name, segment }: Pick<FactsOf<"coverage.dropped">, "name" | "segment">): string {
  return segment === null ? `in ${name}` : `in ${name}, segment ${SEGMENTS[segment].label.en.toLowerCase()},`;
}
