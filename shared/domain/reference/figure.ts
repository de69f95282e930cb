// One row of reference data: a figure of a regency, and which one it is. A newer figure of the same name takes the place of the older.
import { monthText } from "../month.ts";
import type { RegencyCode } from "../region.ts";
import type { Workforce } from "../workforce.ts";
import type { Claims } from "./claims.ts";
import type { Target } from "./target.ts";

export type ReferenceFigure = { readonly regency: RegencyCode } & (
  | { readonly kind: "workforce"; readonly figure: Workforce }
  | { readonly kind: "targets"; readonly figure: Target }
  | { readonly kind: "claims"; readonly figure: Claims }
);

/** Unique within its regency: `workforce#penduduk-bekerja#2022`, `target#…`, `claims#2022-12#12#jht#all`. */
export function figureName(one: ReferenceFigure): string {
  switch (one.kind) {
    case "workforce":
      return `workforce#${one.figure.denominator}#${one.figure.year}`;
    case "targets":
      return `target#${one.figure.denominator}#${one.figure.year}`;
    case "claims": {
      const { month, months, programme, segment } = one.figure;
      return `claims#${monthText(month)}#${months}#${programme ?? "all"}#${segment ?? "all"}`;
    }
  }
}
