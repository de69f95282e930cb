// Money as people write it: 5.000.000,00 and 5,000,000.00, 5000000.00, Rp 5.000.000,-, or a number cell. Three digits after a single sign are
// thousands (1.592 is one thousand five hundred and ninety-two), one or two are decimals; halves are rounded up.
import { type Cell, isBlank, textOf } from "./cell.ts";

export type RupiahReading = { readonly rupiah: number } | "empty" | "unreadable";

const PLAIN = /^\d+$/;
const INDONESIAN = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;
const WITH_DECIMALS = /^\d+[.,]\d{1,2}$/;

export function readRupiah(cell: Cell | undefined): RupiahReading {
  if (typeof cell === "number") return cell >= 0 ? { rupiah: Math.round(cell) } : "unreadable";
  const text = textOf(cell);
  if (isBlank(text)) return "empty";
  if (PLAIN.test(text)) return { rupiah: Number(text) };
  const bare = text
    .replace(/^(?:rp|idr)\.?\s*/i, "")
    .replace(/[.,]-+$/, "")
    .replace(/\s+/g, "");
  if (PLAIN.test(bare)) return { rupiah: Number(bare) };
  if (INDONESIAN.test(bare)) return { rupiah: Math.round(Number(bare.replaceAll(".", "").replace(",", "."))) };
  if (ENGLISH.test(bare)) return { rupiah: Math.round(Number(bare.replaceAll(",", ""))) };
  return WITH_DECIMALS.test(bare) ? { rupiah: Math.round(Number(bare.replace(",", "."))) } : "unreadable";
}
