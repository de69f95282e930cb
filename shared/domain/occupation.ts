// Occupation groups, for the figures only. The code of a group is its place in this list: append, never reorder.
export const OCCUPATIONS = [
  "tidak-disebut",
  "petani",
  "nelayan",
  "buruh-pelabuhan",
  "pekebun",
  "peternak",
  "pedagang-kecil",
  "pengemudi",
  "tukang",
  "buruh-harian",
  "pekerja-rumah-tangga",
  "guru-mengaji",
  "perangkat",
  "staf-kantor",
  "lainnya",
] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

export function occupationCode(occupation: Occupation): number {
  return OCCUPATIONS.indexOf(occupation);
}

export function occupationOf(code: number): Occupation {
  return OCCUPATIONS[code] ?? "lainnya";
}
