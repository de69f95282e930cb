// The rows of all tables that hold in one month, and the months at which any of them changes.
import { type Month, monthNumber, OPEN_END } from "../month.ts";
import { type Dated, inForce } from "./dated.ts";
import { BRACKET_RATES } from "./income-brackets.ts";
import { JP_CEILINGS } from "./jp-ceilings.ts";
import { REDUCTIONS } from "./reductions.ts";
import { JHT_SHARES, JKK_BY_RISK_CLASS, JKM_SHARES, JKP_SOURCES, JP_SHARES } from "./wage-rates.ts";

type Row<Table extends readonly unknown[]> = Table[number] | undefined;

/** What is undefined has no price yet in that month. */
export interface Tariff {
  readonly jkk: Row<typeof JKK_BY_RISK_CLASS>;
  readonly jkm: Row<typeof JKM_SHARES>;
  readonly jht: Row<typeof JHT_SHARES>;
  readonly jp: Row<typeof JP_SHARES>;
  readonly jpCeiling: Row<typeof JP_CEILINGS>;
  readonly jkp: Row<typeof JKP_SOURCES>;
  readonly brackets: Row<typeof BRACKET_RATES>;
  readonly reductions: typeof REDUCTIONS;
}

export function tariffAt(at: Month): Tariff {
  return {
    jkk: inForce(JKK_BY_RISK_CLASS, at),
    jkm: inForce(JKM_SHARES, at),
    jht: inForce(JHT_SHARES, at),
    jp: inForce(JP_SHARES, at),
    jpCeiling: inForce(JP_CEILINGS, at),
    jkp: inForce(JKP_SOURCES, at),
    brackets: inForce(BRACKET_RATES, at),
    reductions: REDUCTIONS.filter((row) => inForce([row], at) !== undefined),
  };
}

const ALL_ROWS: readonly Dated<unknown>[] = [
  ...JKK_BY_RISK_CLASS,
  ...JKM_SHARES,
  ...JHT_SHARES,
  ...JP_SHARES,
  ...JP_CEILINGS,
  ...JKP_SOURCES,
  ...BRACKET_RATES,
  ...REDUCTIONS,
];

/** Months at which a price may change, ascending: from one to the month before the next, the price of the same terms is constant. */
export const PRICE_CHANGES: readonly Month[] = [
  ...new Set(ALL_ROWS.flatMap(({ from, until }) => (until === OPEN_END ? [from] : [from, monthNumber(until + 1)]))),
].sort((a, b) => a - b);
