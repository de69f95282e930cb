// What the sources of an agreement's money are called.
import type { Bilingual } from "../text.ts";
import type { BudgetSource } from "./agreement.ts";

export const BUDGET_SOURCE_NAMES: Readonly<Record<BudgetSource, Bilingual>> = {
  APBN: { id: "APBN", en: "state budget, APBN" },
  APBD: { id: "APBD", en: "regional budget, APBD" },
  "APBD-P": { id: "APBD Perubahan", en: "revised regional budget, APBD-P" },
  "DBH Sawit": { id: "DBH Sawit", en: "palm oil revenue share, DBH Sawit" },
  DESA: { id: "anggaran desa/kampung", en: "village budget" },
  CSR: { id: "CSR", en: "corporate social responsibility" },
  BAZNAS: { id: "BAZNAS", en: "BAZNAS" },
  employer: { id: "pemberi kerja", en: "the employer" },
  worker: { id: "pekerja sendiri", en: "the worker" },
};
