// What can be wrong with the metadata that come with an object.
import { error } from "./entry.ts";

export const METADATA_PROBLEMS = {
  "metadata-month": error((name: string) => ({
    id: `Metadata "${name}" bukan sebuah bulan. Tulis yyyy-mm, misalnya 2023-01, atau hilangkan, lalu unggah lagi.`,
    en: `The metadata "${name}" is not a month. Write yyyy-mm, e.g. 2023-01, or leave it out, and upload again.`,
  })),
  "metadata-end-before-start": error(() => ({
    id: 'Metadata "akhir" lebih awal daripada "mulai". Perbaiki salah satunya lalu unggah lagi.',
    en: 'The metadata "akhir" is before "mulai". Correct one of them and upload again.',
  })),
  "metadata-mode": error(() => ({
    id: 'Metadata "mode" tidak dikenal. Pakai "full" (daftar lengkap), "add" (tambahan) atau "end" (yang berakhir), atau hilangkan, lalu unggah lagi.',
    en: 'The metadata "mode" is not known. Use "full" (the whole roster), "add" (additions) or "end" (those who leave), or leave it out, and upload again.',
  })),
  "metadata-programme": error((segment: string, least: string, most: string) => ({
    id: `Metadata "program" tidak sesuai untuk segmen ${segment}: sedikitnya ${least}, dan hanya dari ${most}. Perbaiki atau hilangkan, lalu unggah lagi.`,
    en: `The metadata "program" does not fit the segment ${segment}: at least ${least}, and only out of ${most}. Correct it or leave it out, and upload again.`,
  })),
};
