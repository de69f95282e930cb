// Tells without a wage whether two months can have different prices. The fold of a regency asks it once for each kind of terms, and then prices a wage
// only where it matters.
import { type Programme, programmesIn } from "../programme.ts";
import { SEGMENTS } from "../segment.ts";
import type { Dated } from "./dated.ts";
import type { PricedTerms } from "./priced-terms.ts";
import { reductionOf } from "./reductions.ts";
import type { Tariff } from "./tariff.ts";

/** True where the same rows of the tables price the terms by both tariffs, so that the price is the same at any wage or income. */
export function samePrice(terms: PricedTerms, a: Tariff, b: Tariff): boolean {
  return programmesIn(terms.programmes).every((programme) => {
    const rows = rowsOf(programme, terms, a);
    return rowsOf(programme, terms, b).every((row, place) => row === rows[place]);
  });
}

/** The rows of which a programme's bill is made; always as many, so that a row that is missing differs from one that is there. */
function rowsOf(programme: Programme, terms: PricedTerms, tariff: Tariff): readonly (Dated<unknown> | undefined)[] {
  const reduction = reductionOf(programme, terms, tariff.reductions);
  switch (SEGMENTS[terms.segment].pricing) {
    case "wage":
      return programme === "jkp"
        ? []
        : [tariff[programme], programme === "jp" ? tariff.jpCeiling : undefined, reduction];
    case "bracket":
      return [tariff.brackets, reduction];
    case "project":
    case "fixed":
      return [];
  }
}
