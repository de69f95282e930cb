// An agreement as a workbook: the sheet "Perjanjian" with a field a row, the sheet "Masa" with a period a row. One table for the reader, the template
// and its instructions.
import { PROGRAMMES } from "../../programme.ts";
import { SEGMENT_CODES } from "../../segment.ts";
import type { Bilingual } from "../../text.ts";
import { BUDGET_SOURCE_CHOICES } from "./budget-source.ts";

export const AGREEMENT_SHEET = "Perjanjian";
export const PERIOD_SHEET = "Masa";

export interface AgreementField {
  readonly name: string;
  readonly required: boolean;
  /** Both together fit into what Excel shows beside a cell: 225 characters. */
  readonly hint: Bilingual;
  /** What can be chosen; null: anything. */
  readonly choices: readonly string[] | null;
}

export const MONTHLY = "bulanan";

export const AGREEMENT_FIELDS = {
  sponsor: {
    name: "SPONSOR",
    required: true,
    hint: {
      id: "Siapa yang membayar, misalnya Pemerintah Kabupaten Siak.",
      en: "Who pays, e.g. the regency's government.",
    },
    choices: null,
  },
  segment: {
    name: "SEGMEN",
    required: true,
    hint: { id: "Siapa yang dilindungi: pilih dari daftar.", en: "Who is protected: choose from the list." },
    choices: SEGMENT_CODES,
  },
  programmes: {
    name: "PROGRAM",
    required: true,
    hint: { id: "Misalnya JKK,JKM.", en: "E.g. JKK,JKM." },
    choices: null,
  },
  rosters: {
    name: "DAFTAR",
    required: false,
    hint: {
      id: "Daftar yang dibayar, mis. 14.08/non-asn/pemkab-siak; beberapa dengan titik koma. Kosong: daftar bernama perjanjian ini.",
      en: "Rosters paid for, several with semicolons. Empty: the one of this agreement's name.",
    },
    choices: null,
  },
  reporting: {
    name: "LAPORAN",
    required: false,
    hint: {
      id: `"${MONTHLY}" bila daftar dikirim setiap bulan. Kosong: bila ada perubahan.`,
      en: `"${MONTHLY}" where a list comes every month. Empty: when something changes.`,
    },
    choices: [MONTHLY],
  },
  office: {
    name: "KANTOR",
    required: true,
    hint: { id: "Kantor yang dapat ditanya, bukan nama orang.", en: "The office to ask, no person." },
    choices: null,
  },
  email: {
    name: "SUREL",
    required: false,
    hint: { id: "Surel kantor itu.", en: "That office's e-mail." },
    choices: null,
  },
} as const satisfies Readonly<Record<string, AgreementField>>;

export const PERIOD_FIELDS = {
  first: {
    name: "MULAI",
    required: true,
    hint: { id: "Bulan pertama, yyyy-mm, misalnya 2022-11.", en: "First month, yyyy-mm, e.g. 2022-11." },
    choices: null,
  },
  last: {
    name: "AKHIR",
    required: false,
    hint: {
      id: "Bulan terakhir yang dilindungi, misalnya 2023-12. Kosong: tanpa batas akhir.",
      en: "Last protected month, e.g. 2023-12. Empty: without an end.",
    },
    choices: null,
  },
  plannedWorkers: {
    name: "JUMLAH_PEKERJA",
    required: false,
    hint: { id: "Rencana jumlah pekerja. Kosong: tidak disebut.", en: "Planned number of workers. Empty: not stated." },
    choices: null,
  },
  budgetRupiah: {
    name: "ANGGARAN",
    required: false,
    hint: {
      id: "Rupiah untuk seluruh masa ini, bukan sebulan. Kosong: tidak disebut.",
      en: "Rupiah for all of this period, not for a month. Empty: not stated.",
    },
    choices: null,
  },
  budgetSource: {
    name: "SUMBER_DANA",
    required: true,
    hint: { id: "Pilih dari daftar.", en: "Choose from the list." },
    choices: BUDGET_SOURCE_CHOICES,
  },
  legalBasis: {
    name: "DASAR_HUKUM",
    required: false,
    hint: {
      id: "Misalnya Perbup Bengkalis 65/2022; beberapa dipisahkan dengan titik koma, keraguan dalam kurung.",
      en: "E.g. Perbup Bengkalis 65/2022; several are parted by semicolons, a doubt stands in brackets.",
    },
    choices: null,
  },
  source: {
    name: "SUMBER",
    required: true,
    hint: {
      id: "Dari mana hal ini diketahui: dokumen atau berita.",
      en: "Where this is known from: a document or report.",
    },
    choices: null,
  },
} as const satisfies Readonly<Record<string, AgreementField>>;

export const PROGRAMME_LIST = PROGRAMMES.join(",").toUpperCase();
