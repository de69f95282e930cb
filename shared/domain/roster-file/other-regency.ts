// A list that was sent to another regency than its own: nearly all NIK begin with the number of that one. A NIK tells where somebody was first registered,
// so this is told and rejects nothing.
import type { Problem } from "../problem.ts";
import { isRegencyCode, type RegencyCode, regencyName } from "../region.ts";
import { problem } from "./problems.ts";

/** Beginnings of four digits that there may be. */
export const REGIONS = 10_000;
const FEW_WORKERS = 100;
const NEARLY_ALL = 0.8;
const HARDLY_ANY = 0.05;

/** @param byRegion accepted rows by the first four digits of the NIK */
export function ofOtherRegency(regency: RegencyCode, byRegion: Uint32Array, rows: number): readonly Problem[] {
  if (rows < FEW_WORKERS) return [];
  const most = byRegion.reduce((best, count, region) => (count > (byRegion[best] ?? 0) ? region : best), 0);
  const digits = String(most).padStart(4, "0");
  const other = `${digits.slice(0, 2)}.${digits.slice(2)}`;
  const count = byRegion[most] ?? 0;
  const own = byRegion[Number(regency.replace(".", ""))] ?? 0;
  if (!isRegencyCode(other) || count < rows * NEARLY_ALL || own > rows * HARDLY_ANY) return [];
  return [
    problem(
      "perhaps-other-regency",
      count,
      rows,
      `${other} (${regencyName(other)})`,
      `${regency} (${regencyName(regency)})`,
    ),
  ];
}
