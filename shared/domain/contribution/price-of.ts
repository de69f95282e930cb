// Explains a price: what each programme of one worker costs in a month, whose share it is, and by which regulation. The lines that are billed add up to
// `contributionRupiah`.
import type { Month } from "../month.ts";
import { type Programme, programmesIn } from "../programme.ts";
import { SEGMENTS } from "../segment.ts";
import { billedRate, partOf, programmeRupiah, wageBasis } from "./contribution-rupiah.ts";
import { type Ground, groundOf } from "./dated.ts";
import { bracketConfidence, JHT_BRACKETS } from "./income-brackets.ts";
import type { PricedTerms } from "./priced-terms.ts";
import { reductionOf, withheldReduction } from "./reductions.ts";
import { type Tariff, tariffAt } from "./tariff.ts";

/**
 * Whose share a line is: `worker` is also what the self-employed pay themselves, or a sponsor in their place. `state`, `jkk` and `jkm` are not billed: a
 * state share, or a part taken out of what is paid for JKK or JKM anyway.
 */
type Share = "employer" | "worker" | "state" | "jkk" | "jkm";

export interface PriceLine extends Ground {
  readonly programme: Programme;
  readonly rupiah: number;
  readonly share: Share;
  /** Parts per 100,000 of the wage or of the bracket's base, reductions taken off; null for an amount that does not depend on it. */
  readonly rate: number | null;
}

export function priceOf(terms: PricedTerms, at: Month): readonly PriceLine[] {
  const tariff = tariffAt(at);
  return programmesIn(terms.programmes).flatMap((programme) => linesOf(programme, terms, tariff));
}

export function isBilled({ share }: PriceLine): boolean {
  return share === "employer" || share === "worker";
}

function linesOf(programme: Programme, terms: PricedTerms, tariff: Tariff): readonly PriceLine[] {
  switch (SEGMENTS[terms.segment].pricing) {
    case "wage":
      return programme === "jkp" ? jkpLines(terms, tariff) : wageLines(programme, terms, tariff);
    case "bracket":
      return bracketLines(programme, terms, tariff);
    case "project":
    case "fixed":
      return [];
  }
}

/** The worker's share is rounded, the employer's is the rest: together they are the programme's amount. */
function wageLines(programme: Exclude<Programme, "jkp">, terms: PricedTerms, tariff: Tariff): readonly PriceLine[] {
  if (tariff[programme] === undefined) return [];
  const workerRate = programme === "jkk" ? 0 : (tariff[programme]?.value.worker ?? 0);
  const basis = wageBasis(programme, terms, tariff);
  const ceiling = basis < terms.basisRupiah ? tariff.jpCeiling : undefined;
  const line = { programme, ...groundOf(tariff[programme], ceiling, ...reductionGrounds(programme, terms, tariff)) };
  const rupiah = programmeRupiah(programme, terms, tariff);
  const workerRupiah = partOf(basis, workerRate);
  const employerRate = billedRate(programme, terms, tariff) - workerRate;
  const employer: PriceLine = { ...line, share: "employer", rupiah: rupiah - workerRupiah, rate: employerRate };
  return workerRate === 0
    ? [employer]
    : [employer, { ...line, share: "worker", rupiah: workerRupiah, rate: workerRate }];
}

function jkpLines(terms: PricedTerms, { jkp }: Tariff): readonly PriceLine[] {
  if (jkp === undefined) return [];
  const { state, fromJkk, fromJkm } = jkp.value;
  const sources: readonly (readonly [Share, number])[] = [
    ["state", state],
    ["jkk", fromJkk],
    ["jkm", fromJkm],
  ];
  return sources
    .filter(([, rate]) => rate > 0)
    .map(([share, rate]) => ({
      programme: "jkp",
      share,
      rate,
      rupiah: partOf(terms.basisRupiah, rate),
      ...groundOf(jkp),
    }));
}

function bracketLines(programme: Programme, terms: PricedTerms, tariff: Tariff): readonly PriceLine[] {
  if (tariff.brackets === undefined || programme === "jp" || programme === "jkp") return [];
  const flat = programme === "jkm";
  const bracket: Ground | undefined = flat
    ? undefined
    : { regulation: tariff.brackets.regulation, confidence: bracketConfidence(terms.basisRupiah) };
  const base = programme === "jht" ? [JHT_BRACKETS] : [tariff.brackets, bracket];
  return [
    {
      programme,
      share: "worker",
      rupiah: programmeRupiah(programme, terms, tariff),
      rate: flat ? null : billedRate(programme, terms, tariff),
      ...groundOf(...base, ...reductionGrounds(programme, terms, tariff)),
    },
  ];
}

function reductionGrounds(
  programme: Programme,
  terms: PricedTerms,
  { reductions }: Tariff,
): readonly (Ground | undefined)[] {
  return [reductionOf(programme, terms, reductions), withheldReduction(programme, terms, reductions)];
}
