// Regency codes that were given up when their regions went to a new province: in which year, and by which law. A NIK that begins with one stays valid
// for ever, for it names the place of first registration; as the place of a roster such a code is refused.

export interface RetiredRegencies {
  readonly codes: readonly string[];
  /** Of the law. */
  readonly year: number;
  readonly law: string;
  /** Code of the province that the regions went to; null where they went to several. */
  readonly province: string | null;
}

const PAPUA_2022 =
  "91.01 91.02 91.04 91.07 91.08 91.09 91.12 91.13 91.14 91.16 91.17 91.18 91.21 91.22 91.23 91.24 91.25 91.26 91.27 91.28";

export const RETIRED_REGENCIES: readonly RetiredRegencies[] = [
  { codes: "64.04 64.05 64.06 64.10 64.73".split(" "), year: 2012, law: "UU 20/2012", province: "65" },
  { codes: PAPUA_2022.split(" "), year: 2022, law: "UU 14, 15 dan 16/2022", province: null },
  {
    codes: "92.01 92.04 92.05 92.09 92.10 92.71".split(" "),
    year: 2022,
    law: "UU 29/2022",
    province: "96",
  },
];

/** null for a code that is in force or never was one. */
export function retirementOf(code: string): RetiredRegencies | null {
  return RETIRED_REGENCIES.find(({ codes }) => codes.includes(code)) ?? null;
}
