// The highest wage on which JP is paid, rupiah a month: a new one every March, so January and February still have the one of the year before.
// Rule of PP 45/2015 art. 29: the ceiling before × (1 + growth of the year before), cut to the lower Rp 100.
import type { Month } from "../month.ts";
import { type Confidence, type Dated, dated, inForce } from "./dated.ts";

export const JP_CEILINGS: readonly Dated<number>[] = [
  dated(["2015-07", "2016-02"], 7_000_000, "PP 45/2015 art. 28", "press"),
  yearFrom("2016-03", "2017-02", 7_335_300, "press"),
  yearFrom("2017-03", "2018-02", 7_703_500, "press"),
  yearFrom("2018-03", "2019-02", 8_094_000, "press"),
  yearFrom("2019-03", "2020-02", 8_512_400, "press"),
  // Seen in payroll programs only; each is what the rule gives.
  yearFrom("2020-03", "2021-02", 8_939_700, "unverified"),
  yearFrom("2021-03", "2022-02", 8_754_600, "unverified"),
  yearFrom("2022-03", "2023-02", 9_077_600, "unverified"),
  yearFrom("2023-03", "2024-02", 9_559_600, "press"),
  yearFrom("2024-03", "2025-02", 10_042_300, "press"),
  yearFrom("2025-03", "2026-02", 10_547_400, "press"),
  // One source, which called the decision not yet final. It holds until the next one is added.
  yearFrom("2026-03", "", 11_086_300, "unverified"),
];

function yearFrom(from: string, until: string, rupiah: number, confidence: Confidence): Dated<number> {
  return dated([from, until], rupiah, "PP 45/2015 art. 29", confidence);
}

/** The JP wage ceiling of a month, rupiah; none before JP began in July 2015. */
export function jpCeiling(at: Month): number {
  return inForce(JP_CEILINGS, at)?.value ?? Number.POSITIVE_INFINITY;
}
