// How to fill in an empty roster: what stands on its second sheet, in both languages.
import { PROGRAMME_NAMES, programmesIn } from "../programme.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import type { Bilingual } from "../text.ts";
import { templateColumns } from "./columns.ts";

/** Each line: a word of what it is about, and the text. An empty line stands between parts. */
export interface InstructionLine {
  readonly about: string;
  readonly text: Bilingual;
  readonly heading?: true;
}

export function instructionLines(segment: Segment): readonly InstructionLine[] {
  const { label, possible } = SEGMENTS[segment];
  const columns = templateColumns(segment).map(({ name, hint, required }) => ({
    about: `${COLUMN_MARK} ${name}`,
    text: required ? { id: `${hint.id} Wajib diisi.`, en: `${hint.en} Required.` } : hint,
  }));
  const programmes = programmesIn(possible).map((programme) => ({
    about: programme.toUpperCase(),
    text: PROGRAMME_NAMES[programme],
  }));
  return [
    heading({ id: `Petunjuk Pengisian: ${label.id}`, en: `How to fill in: ${label.en}` }),
    ...STEPS.map((text, index) => ({ about: String(index + 1), text })),
    EMPTY,
    heading({ id: "Kolom", en: "Columns" }),
    ...columns,
    EMPTY,
    heading({ id: "Program", en: "Programmes" }),
    ...programmes,
  ];
}

/** Keeps the sheet from being taken for a roster: the names of columns alone would be a header. */
const COLUMN_MARK = "Kolom";

const EMPTY: InstructionLine = { about: "", text: { id: "", en: "" } };

function heading(text: Bilingual): InstructionLine {
  return { about: "", text, heading: true };
}

const STEPS: readonly Bilingual[] = [
  {
    id: "Isi lembar pertama: satu baris untuk satu pekerja, di bawah judul kolom. Jangan mengubah judul kolom; urutannya boleh.",
    en: "Fill in the first sheet: one row for one worker, below the headers. Do not change the headers; their order you may.",
  },
  {
    id: "Kolom-kolomnya sudah berformat Teks, supaya Excel tidak mengubah NIK dan bulan. Kalau menempel dari berkas lain, tempel sebagai nilai saja (Paste Values).",
    en: "The columns are formatted as Text already, so that Excel does not change NIK and months. When you paste from another file, paste values only.",
  },
  {
    id: "Kirim daftar yang lengkap: pekerja yang tidak disebut lagi, berakhir perlindungannya. Untuk menambah saja, akhiri nama berkas dengan .add.xlsx, misalnya mei.add.xlsx; untuk mengakhiri yang disebut saja, dengan .end.xlsx.",
    en: "Send the whole list: the protection of workers who are no longer named ends. To add only, end the file's name with .add.xlsx, e.g. may.add.xlsx; to end only those named, with .end.xlsx.",
  },
  {
    id: "Simpan sebagai Excel (.xlsx), lalu unggah. Tanda terima menyebut baris yang perlu diperbaiki.",
    en: "Save as Excel (.xlsx), then upload. The receipt names the rows that are to be mended.",
  },
];
