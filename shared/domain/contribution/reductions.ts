// Contributions reduced for a time, as data: what is left to pay, of which programmes, for whom, and who gets no reduction because of who pays.
// Benefits are not reduced. Whoever pays late loses the one of labour-intensive firms: that is not seen here.
import type { Programme } from "../programme.ts";
import { SEGMENTS } from "../segment.ts";
import { type Confidence, type Dated, dated, type Ground } from "./dated.ts";
import { isTransport, type Payer, type PricedTerms, payerOf } from "./priced-terms.ts";

interface Reduction {
  readonly programmes: readonly Programme[];
  readonly percentLeft: number;
  readonly whom: "labour-intensive" | "self-employed-in-transport" | "other-self-employed";
  /** Payers for whom the full price stays, and how sure that is. */
  readonly not: { readonly payers: readonly Payer[]; readonly confidence: Confidence };
}

const HALF_OF_JKK = { programmes: ["jkk"], percentLeft: 50 } as const;
const HALF_OF_BOTH = { programmes: ["jkk", "jkm"], percentLeft: 50 } as const;

const EVERY_PAYER = { payers: [], confidence: "press" } as const;
/** Kemnaker in the press on the transport phase: not where APBN or APBD pays. The article of PP 50/2025 was not seen. */
const NO_STATE_BUDGET = { payers: ["state", "sponsor"], confidence: "press" } as const;
/** The same for the others is inferred. */
const NO_STATE_BUDGET_EITHER = { ...NO_STATE_BUDGET, confidence: "unverified" } as const;

export const REDUCTIONS: readonly Dated<Reduction>[] = [
  dated(["2025-02", "2025-07"], { ...HALF_OF_JKK, whom: "labour-intensive", not: EVERY_PAYER }, "PP 7/2025", "press"),
  dated(
    ["2025-08", "2026-01"],
    { ...HALF_OF_JKK, whom: "labour-intensive", not: EVERY_PAYER },
    "PP 7/2025 jo. PP 36/2025",
    "press",
  ),
  dated(
    ["2026-01", "2027-03"],
    { ...HALF_OF_BOTH, whom: "self-employed-in-transport", not: NO_STATE_BUDGET },
    "PP 50/2025",
    "press",
  ),
  dated(
    ["2026-04", "2026-12"],
    { ...HALF_OF_BOTH, whom: "other-self-employed", not: NO_STATE_BUDGET_EITHER },
    "PP 50/2025",
    "press",
  ),
];

/** The reduction, of those in force, that a programme's price gets. */
export function reductionOf(
  programme: Programme,
  terms: PricedTerms,
  inForce: readonly Dated<Reduction>[],
): Dated<Reduction> | undefined {
  const row = meantFor(programme, terms, inForce);
  return row === undefined || row.value.not.payers.includes(payerOf(terms)) ? undefined : row;
}

/** The ground on which a reduction is not given although the worker is meant: who pays. */
export function withheldReduction(
  programme: Programme,
  terms: PricedTerms,
  inForce: readonly Dated<Reduction>[],
): Ground | undefined {
  const row = meantFor(programme, terms, inForce);
  if (row === undefined || !row.value.not.payers.includes(payerOf(terms))) return undefined;
  return { regulation: `${row.regulation} (not where APBN/APBD pays)`, confidence: row.value.not.confidence };
}

function meantFor(
  programme: Programme,
  terms: PricedTerms,
  inForce: readonly Dated<Reduction>[],
): Dated<Reduction> | undefined {
  return inForce.find(({ value }) => isMeant(value, terms) && value.programmes.includes(programme));
}

function isMeant({ whom }: Reduction, terms: PricedTerms): boolean {
  const { pricing } = SEGMENTS[terms.segment];
  switch (whom) {
    case "labour-intensive":
      return pricing === "wage" && terms.labourIntensive === true;
    case "self-employed-in-transport":
      return pricing === "bracket" && isTransport(terms.occupation);
    case "other-self-employed":
      return pricing === "bracket" && !isTransport(terms.occupation);
  }
}
