// Where the money of an agreement comes from, as the workbook says it: in Indonesian, where the contract's own word is an English one.
import { BUDGET_SOURCES, type BudgetSource } from "../agreement.ts";

const WRITTEN: Readonly<Partial<Record<BudgetSource, string>>> = { employer: "pemberi kerja", worker: "pekerja" };

/** What can be chosen. */
export const BUDGET_SOURCE_CHOICES: readonly string[] = BUDGET_SOURCES.map((source) => WRITTEN[source] ?? source);

/** Both words are read; null: neither is it. */
export function readBudgetSource(text: string): BudgetSource | null {
  const isMeant = (word: string | undefined): boolean => word?.toLowerCase() === text.toLowerCase();
  return BUDGET_SOURCES.find((source) => isMeant(source) || isMeant(WRITTEN[source])) ?? null;
}
