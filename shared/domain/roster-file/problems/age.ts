// What is said of a worker's age at the start of the protection; never the age itself. See `age-rules.ts`.
import { warning } from "./entry.ts";

export const AGE_PROBLEMS = {
  "age-below-15": warning(() => ({
    id: "Menurut tanggal lahirnya pekerja ini belum 15 tahun saat perlindungan mulai. Periksa tanggal lahir di KTP.",
    en: "By the birth date this worker is not yet 15 when the protection starts. See the birth date on the identity card.",
  })),
  "age-above-65": warning(() => ({
    id: "Menurut tanggal lahirnya pekerja ini lebih dari 65 tahun saat perlindungan mulai; BPJS Ketenagakerjaan mungkin menolak pendaftaran baru. Periksa tanggal lahirnya, atau tanyakan ke BPJS.",
    en: "By the birth date this worker is over 65 when the protection starts; BPJS Ketenagakerjaan may refuse a new registration. See the birth date, or ask BPJS.",
  })),
  "age-above-jkp": warning(() => ({
    id: "Menurut tanggal lahirnya pekerja ini sudah 54 tahun atau lebih saat perlindungan mulai; JKP hanya untuk yang didaftarkan sebelum 54 tahun. Periksa PROGRAM dan tanggal lahirnya.",
    en: "By the birth date this worker is 54 or older when the protection starts; JKP is only for those registered before 54. See PROGRAM and the birth date.",
  })),
  "age-above-jp": warning(() => ({
    id: "Menurut tanggal lahirnya pekerja ini sudah mencapai usia pensiun saat perlindungan mulai; JP berhenti sebulan sebelumnya. Periksa PROGRAM dan tanggal lahirnya.",
    en: "By the birth date this worker has reached pension age when the protection starts; JP stops a month before. See PROGRAM and the birth date.",
  })),
};
