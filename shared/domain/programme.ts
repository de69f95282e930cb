// The five programmes, and sets of them as bits, as they stand in a packed enrolment.
import type { Brand } from "./brand.ts";
import type { Bilingual } from "./text.ts";

export const PROGRAMMES = ["jkk", "jkm", "jht", "jp", "jkp"] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** Their names in full. */
export const PROGRAMME_NAMES: Readonly<Record<Programme, Bilingual>> = {
  jkk: { id: "Jaminan Kecelakaan Kerja", en: "work accident" },
  jkm: { id: "Jaminan Kematian", en: "death" },
  jht: { id: "Jaminan Hari Tua", en: "old-age savings" },
  jp: { id: "Jaminan Pensiun", en: "pension" },
  jkp: { id: "Jaminan Kehilangan Pekerjaan", en: "loss of employment" },
};

/** Bit n stands for `PROGRAMMES[n]`; 5 bits. */
export type ProgrammeSet = Brand<number, "ProgrammeSet">;

export function programmeSet(...programmes: readonly Programme[]): ProgrammeSet {
  return programmes.reduce((bits, programme) => bits | (1 << PROGRAMMES.indexOf(programme)), 0) as ProgrammeSet;
}

export function programmesIn(set: ProgrammeSet): readonly Programme[] {
  return PROGRAMMES.filter((_, index) => (set & (1 << index)) !== 0);
}

export function isProgramme(text: string): text is Programme {
  return (PROGRAMMES as readonly string[]).includes(text);
}

export function includesAll(set: ProgrammeSet, wanted: ProgrammeSet): boolean {
  return (set & wanted) === wanted;
}

/** What counts as protected: at least work accident and death. */
export const JKK_JKM = programmeSet("jkk", "jkm");
