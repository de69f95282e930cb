// The columns of an empty roster for one segment: their names as the reader knows them, and what to write in them, from the tables by which rows
// are checked.
import { OCCUPATIONS, type Occupation } from "../occupation.ts";
import { PROGRAMMES, type ProgrammeSet, programmeSet, programmesIn } from "../programme.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import type { Bilingual } from "../text.ts";

export interface TemplateColumn {
  readonly name: string;
  /** Whether a row cannot do without it. */
  readonly required: boolean;
  /** `text`: kept as it is typed; `rupiah`: a number. */
  readonly holds: "text" | "rupiah";
  readonly hint: Bilingual;
  /** What can be chosen; null: anything. */
  readonly choices: Choices | null;
}

interface Choices {
  readonly values: readonly string[];
  /** Whether other texts are taken as well. */
  readonly open: boolean;
}

/** Groups that no one would choose by name. */
const NOT_CHOSEN: readonly Occupation[] = ["tidak-disebut", "lainnya"];

export function templateColumns(segment: Segment): readonly TemplateColumn[] {
  const { minimum, payer, pricing } = SEGMENTS[segment];
  const text = { required: false, holds: "text", choices: null } as const;
  const columns: readonly (TemplateColumn | null)[] = [
    { ...text, name: "NIK", required: true, hint: NIK_HINT },
    { ...text, name: "NAMA_LENGKAP", hint: NAME_HINT },
    { ...text, name: "TGL_LAHIR", hint: BIRTH_HINT },
    { ...text, name: "JENIS_KELAMIN", hint: SEX_HINT, choices: { values: ["L", "P"], open: true } },
    {
      ...text,
      name: "PROGRAM",
      hint: programmesHint(minimum),
      choices: { values: programmeChoices(segment), open: false },
    },
    { ...text, name: "MULAI", hint: START_HINT },
    { ...text, name: "AKHIR", hint: END_HINT },
    pricing === "wage" || pricing === "bracket"
      ? { ...text, name: "UPAH", holds: "rupiah", hint: pricing === "wage" ? WAGE_HINT : INCOME_HINT }
      : null,
    payer === "employer" || payer === "state" ? { ...text, name: "NPP", hint: EMPLOYER_HINT } : null,
    {
      ...text,
      name: "JENIS_PEKERJAAN",
      hint: OCCUPATION_HINT,
      choices: { values: occupationChoices(), open: true },
    },
  ];
  return columns.filter((column) => column !== null);
}

/** All sets of programmes that the segment can have, the smallest first: `JKK,JKM`, `JKK,JKM,JHT`, … */
export function programmeChoices(segment: Segment): readonly string[] {
  const { minimum, possible } = SEGMENTS[segment];
  const optional = programmesIn(possible).filter((programme) => !programmesIn(minimum).includes(programme));
  const sets: ProgrammeSet[] = [minimum];
  for (const programme of optional) {
    sets.push(...sets.map((set) => programmeSet(...programmesIn(set), programme)));
  }
  return sets
    .sort((a, b) => programmesIn(a).length - programmesIn(b).length || a - b)
    .map((set) => programmesText(set));
}

function programmesText(set: ProgrammeSet): string {
  return PROGRAMMES.filter((programme) => programmesIn(set).includes(programme))
    .join(",")
    .toUpperCase();
}

function occupationChoices(): readonly string[] {
  return OCCUPATIONS.filter((occupation) => !NOT_CHOSEN.includes(occupation)).map((name) => name.replaceAll("-", " "));
}

function programmesHint(minimum: ProgrammeSet): Bilingual {
  const least = programmesText(minimum);
  return { id: `Pilih dari daftar. Kosong = ${least}.`, en: `Choose from the list. Empty = ${least}.` };
}

const NIK_HINT = { id: "16 angka, seperti pada KTP.", en: "16 digits, as on the identity card." };
const NAME_HINT = { id: "Untuk Anda sendiri; tidak dibaca.", en: "For yourself; it is not read." };
const BIRTH_HINT = { id: "dd-mm-yyyy, misalnya 31-12-1992.", en: "dd-mm-yyyy, e.g. 31-12-1992." };
const SEX_HINT = { id: "L (laki-laki) atau P (perempuan).", en: "L (man) or P (woman)." };
const START_HINT = {
  id: "Bulan pertama, yyyy-mm, misalnya 2024-01. Kosong = bulan unggah.",
  en: "First month, yyyy-mm, e.g. 2024-01. Empty = the month of upload.",
};
const END_HINT = {
  id: "Bulan terakhir, yyyy-mm, misalnya 2024-12. Kosong = tanpa akhir.",
  en: "Last month, yyyy-mm, e.g. 2024-12. Empty = no end.",
};
const WAGE_HINT = {
  id: "Upah sebulan dalam rupiah, angka saja; iuran dihitung darinya.",
  en: "Monthly wage in rupiah, digits only; the contribution is counted from it.",
};
const INCOME_HINT = {
  id: "Penghasilan sebulan dalam rupiah, angka saja. Kosong = golongan terendah.",
  en: "Monthly income in rupiah, digits only. Empty = the lowest bracket.",
};
const EMPLOYER_HINT = {
  id: "Nomor Pendaftaran Perusahaan pemberi kerja.",
  en: "Registration number of the employer.",
};
const OCCUPATION_HINT = {
  id: "Pilih dari daftar, atau tulis sendiri.",
  en: "Choose from the list, or write your own.",
};
