// Whatever is told to a person is told in both languages: Indonesian first, English below.

/** One message in Indonesian (`id`) and English (`en`). */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}
