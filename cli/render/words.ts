// Figures as Indonesian readers write them: 82.126, 32,3 %, Rp 800.000.000, Feb 2023.
import { type Month, yearOf } from "#shared/domain/month.ts";

const WHOLE = new Intl.NumberFormat("id-ID");
const PERCENT = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"] as const;

export function figure(value: number): string {
  return WHOLE.format(value);
}

/** With its sign. */
export function change(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}

export function percent(rate: number | null): string {
  return rate === null ? "-" : `${PERCENT.format(rate * 100)} %`;
}

export function rupiah(value: number): string {
  return `Rp ${figure(value)}`;
}

/** Short, as tables need it. */
export function monthWord(at: Month): string {
  return `${MONTHS[at % 12]} ${yearOf(at)}`;
}
