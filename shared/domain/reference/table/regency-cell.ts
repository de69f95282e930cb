// Which regency a row is about: by its code; the name beside it is only held against it, because the same digits name another regency at BPS.
import type { Problem } from "../../problem.ts";
import { isRegencyCode, type ProvinceCode, type RegencyCode, regenciesOf, regencyName } from "../../region.ts";
import { type Cell, isBlank, textOf } from "../../roster-file/cell.ts";
import { referenceProblem } from "../problems.ts";
import { regencyProblem } from "../reference-key.ts";

export type RegencyReading =
  | { readonly regency: RegencyCode }
  | { readonly problem: Problem; readonly at: "code" | "name" };

export function readRegency(code: Cell | undefined, name: Cell | undefined, province: ProvinceCode): RegencyReading {
  const text = textOf(code);
  const problem = regencyProblem(text, province);
  if (problem !== null) return { problem, at: "code" };
  if (!isRegencyCode(text)) throw new Error("a code without a problem is a regency's");
  const other = otherNamed(textOf(name), text, province);
  return other === undefined
    ? { regency: text }
    : { problem: referenceProblem("name-of-other-regency", text, regencyName(text), regencyName(other)), at: "name" };
}

/** Another regency of the province that has just this name. */
function otherNamed(name: string, regency: RegencyCode, province: ProvinceCode): RegencyCode | undefined {
  if (isBlank(name) || core(name) === core(regencyName(regency))) return undefined;
  return regenciesOf(province).find((other) => other !== regency && core(regencyName(other)) === core(name));
}

/** `Kab. Siak`, `KABUPATEN SIAK`, `S I A K` → `SIAK`. */
function core(name: string): string {
  return name
    .toUpperCase()
    .replace(/^(?:KABUPATEN|KAB\.?|KOTA)\s+/, "")
    .replace(/[^A-Z]/g, "");
}
