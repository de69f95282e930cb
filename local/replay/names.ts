// Invented names, put together from parts that are common in Riau. Whoever bears one of them is not meant.
import type { Chance } from "./random.ts";

// biome-ignore format: a list of words reads better in lines
const MEN = [
  "Abdul", "Ahmad", "Andri", "Arifin", "Bambang", "Budi", "Darmawan", "Dedi", "Edi", "Fauzan", "Hamdan", "Hendra", "Herman", "Idris", "Irwan",
  "Jefri", "Joko", "Khairul", "Mardianto", "Muhammad", "Nasrul", "Rahmat", "Ramli", "Ridwan", "Rinaldi", "Roni", "Safrizal", "Samsul", "Suhardi",
  "Sutrisno", "Syahrial", "Tengku", "Usman", "Wahyu", "Yusuf", "Zainal", "Zulkifli",
] as const;
// biome-ignore format: a list of words reads better in lines
const WOMEN = [
  "Aminah", "Asmawati", "Aisyah", "Darmawati", "Desi", "Dewi", "Eka", "Elvi", "Ernawati", "Fatimah", "Fitri", "Halimah", "Hasnah", "Indah", "Juliana",
  "Kartini", "Latifah", "Lestari", "Maimunah", "Marlina", "Mega", "Murni", "Novita", "Nur'aini", "Nurhayati", "Putri", "Rahmawati", "Ratna", "Rosmiati",
  "Rohani", "Salmah", "Siti", "Sri", "Susilawati", "Wahyuni", "Yuliana", "Zubaidah",
] as const;
// biome-ignore format: a list of words reads better in lines
const SECOND = [
  "", "", "Ananda", "Azhar", "Batubara", "Chaniago", "Effendi", "Firmansyah", "Gunawan", "Harahap", "Hasibuan", "Hidayat", "Ismail", "Kurniawan", "Lubis",
  "Manurung", "Nasution", "Nugroho", "Pratama", "Purba", "Putra", "Rangkuti", "Ritonga", "Saputra", "Setiawan", "Siagian", "Simanjuntak", "Siregar",
  "Sitorus", "Tambunan", "Tanjung", "Wijaya", "Yusra",
] as const;
/** A comma in a name is what quotes in a CSV are for. */
const DEGREES = ["S.E.", "S.Pd.", "S.Kom.", "A.Md."] as const;
const ONE_IN_WITH_DEGREE = 40;

export function inventedName(sex: "L" | "P", luck: Chance): string {
  const name = [luck.pick(sex === "L" ? MEN : WOMEN), luck.pick(SECOND)].filter((part) => part !== "").join(" ");
  return luck.below(ONE_IN_WITH_DEGREE) === 0 ? `${name}, ${luck.pick(DEGREES)}` : name;
}
