// How to fill in the workbook of an agreement: what stands on its third sheet, in both languages.
import type { InstructionLine } from "../../roster-template/instructions.ts";
import type { Bilingual } from "../../text.ts";
import { AGREEMENT_FIELDS, AGREEMENT_SHEET, type AgreementField, PERIOD_FIELDS, PERIOD_SHEET } from "./fields.ts";

export function agreementInstructions(): readonly InstructionLine[] {
  return [
    heading({ id: "Petunjuk Pengisian: perjanjian", en: "How to fill in: an agreement" }),
    ...STEPS.map((text, index) => ({ about: String(index + 1), text })),
    EMPTY,
    heading({ id: `Lembar ${AGREEMENT_SHEET}`, en: `Sheet ${AGREEMENT_SHEET}` }),
    ...Object.values(AGREEMENT_FIELDS).map(lineOf),
    EMPTY,
    heading({ id: `Lembar ${PERIOD_SHEET}`, en: `Sheet ${PERIOD_SHEET}` }),
    ...Object.values(PERIOD_FIELDS).map(lineOf),
  ];
}

const EMPTY: InstructionLine = { about: "", text: { id: "", en: "" } };

function heading(text: Bilingual): InstructionLine {
  return { about: "", text, heading: true };
}

function lineOf({ name, hint, required }: AgreementField): InstructionLine {
  const text = required ? { id: `${hint.id} Wajib diisi.`, en: `${hint.en} Required.` } : hint;
  return { about: name, text };
}

const STEPS: readonly Bilingual[] = [
  {
    id: `Isi lembar ${AGREEMENT_SHEET} di kolom kedua, dan lembar ${PERIOD_SHEET} satu baris untuk satu masa. Jangan mengubah nama lembar dan judulnya.`,
    en: `Fill in the sheet ${AGREEMENT_SHEET} in its second column, and the sheet ${PERIOD_SHEET} with a row for each period. Do not change the names of sheets and headers.`,
  },
  {
    id: "Perpanjangan adalah masa baru: cukup kirim masa yang baru, yang lama tetap tersimpan. Masa yang dikirim lagi dengan bulan mulai yang sama menggantikan masa itu saja.",
    en: "A renewal is a new period: send the new one only, the old ones stay. A period sent again with the same first month takes the place of that one only.",
  },
  {
    id: "Kosongkan apa yang tidak disebut dalam dokumen; jangan menaksir. Anggaran adalah untuk seluruh masa.",
    en: "Leave empty what the document does not state; estimate nothing. The budget is for the whole period.",
  },
  {
    id: "Simpan sebagai Excel (.xlsx) lalu kirim ke agreements/{kode kabupaten}/{nama perjanjian}.xlsx, atau dengan npx cakupan reference.",
    en: "Save as Excel (.xlsx) and send it to agreements/{regency code}/{agreement name}.xlsx, or with npx cakupan reference.",
  },
];
