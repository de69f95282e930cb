// The occupation group of a free text, by the first of these words that it holds. Figures only: a text that none knows is `lainnya`.
import { type Occupation, occupationCode } from "../occupation.ts";

/** In order: the more specific first (`buruh tani` is a farmer, `buruh pelabuhan` a dock worker, any other `buruh` a day labourer). */
const WORDS: readonly (readonly [Occupation, RegExp])[] = [
  ["buruh-pelabuhan", /pelabuhan|tkbm|bongkar|dermaga|dock/],
  ["pekebun", /kebun|sawit|karet|kelapa|panen/],
  ["peternak", /ternak|gembala/],
  ["nelayan", /nelayan|\bikan\b|tambak|fisher/],
  ["guru-mengaji", /ngaji|mdta|tpq|tpa\b|imam|marbot|gharim|garim|bilal/],
  ["petani", /tani|sawah|ladang|farmer/],
  ["pekerja-rumah-tangga", /(asisten|pekerja) rumah tangga|\bprt\b|\bart\b|pembantu/],
  ["pengemudi", /sopir|supir|ojek|ojol|driver|kurir|becak|pengemudi/],
  ["pedagang-kecil", /dagang|jualan|warung|kios|kaki lima|umkm/],
  ["perangkat", /perangkat|kadus|kepala dusun|kaur|kasi\b|ketua rt|ketua rw|\brt\b|\brw\b|bpd|penghulu/],
  ["tukang", /tukang|bangunan|bengkel|\blas\b|jahit|mekanik/],
  ["staf-kantor", /staf|admin|kantor|operator|honorer|tenaga|pegawai|satpam|guru/],
  ["buruh-harian", /buruh|harian|\bbhl\b|kuli/],
];

/** Place in `OCCUPATIONS`. */
export function occupationOfText(text: string): number {
  const words = text
    .toLowerCase()
    .replace(/[_\-./]+/g, " ")
    .trim();
  if (words === "") return occupationCode("tidak-disebut");
  return occupationCode(WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? "lainnya");
}
