// Prices of enrolments per month of the window. Between two price changes a price is constant, and many workers have the same terms: the prices
// of terms seen lately are remembered in a table of fixed size, so that memory does not grow with the number of different wages.
import { contributionRupiah, PRICE_CHANGES, type PricedTerms } from "../contribution.ts";
import { type Month, monthNumber } from "../month.ts";
import { basisRupiahAt, type PackedEnrolments, programmesAt, riskClassAt } from "../packed-enrolments.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { addAt, type MonthlyTally } from "./monthly-tally.ts";

const LEAST_SLOT_BITS = 6;
const MOST_SLOT_BITS = 17;
const BASES = 2 ** 32;

export interface ContributionPrices {
  readonly first: Month;
  /** Months from `first` on at which a period of constant prices begins, ascending; the first is 0. */
  readonly starts: readonly number[];
  readonly slotBits: number;
  /** Slot after slot: the terms it holds (-1 when it is free), then one price per period. */
  readonly slots: Float64Array;
}

/** `rows` is how many rows are going to be priced. */
export function contributionPrices(first: Month, months: number, rows: number): ContributionPrices {
  const starts = [0, ...PRICE_CHANGES.map((change) => change - first).filter((at) => at > 0 && at < months)];
  const slotBits = Math.min(Math.max(33 - Math.clz32(rows), LEAST_SLOT_BITS), MOST_SLOT_BITS);
  return { first, starts, slotBits, slots: new Float64Array(2 ** slotBits * (starts.length + 1)).fill(-1) };
}

/** Place in `slots` of a row's price in the first period; the following periods follow. */
export function priceSlot(known: ContributionPrices, table: PackedEnrolments, row: number, segment: number): number {
  const basisRupiah = basisRupiahAt(table, row);
  const programmes = programmesAt(table, row);
  const riskClass = riskClassAt(table, row);
  const rest = (segment << 8) | (riskClass << 5) | programmes;
  const terms = rest * BASES + basisRupiah;
  const slot = Math.imul(basisRupiah ^ Math.imul(rest, 0x85eb_ca6b), 0x9e37_79b1) >>> (32 - known.slotBits);
  const place = slot * (known.starts.length + 1);
  if (known.slots[place] !== terms) price(known, place, terms, { segment, programmes, basisRupiah, riskClass });
  return place + 1;
}

function price(
  known: ContributionPrices,
  place: number,
  terms: number,
  { segment, ...rest }: Omit<PricedTerms, "segment"> & { readonly segment: number },
): void {
  const code = SEGMENT_CODES[segment];
  known.slots[place] = terms;
  known.starts.forEach((start, period) => {
    const at = monthNumber(known.first + start);
    known.slots[place + 1 + period] = code === undefined ? 0 : contributionRupiah({ ...rest, segment: code }, at);
  });
}

/** Adds prices to a lane in the months `from` (included) to `to` (excluded); `slot` is what `priceSlot` gave. */
export function addPrices(
  tally: MonthlyTally,
  lane: number,
  from: number,
  to: number,
  known: ContributionPrices,
  slot: number,
): void {
  const { starts, slots } = known;
  let before = 0;
  for (let period = 0; period < starts.length; period += 1) {
    const start = starts[period] ?? 0;
    const end = starts[period + 1] ?? tally.months;
    if (end <= from) continue;
    if (start >= to) break;
    const price = slots[slot + period] ?? 0;
    if (price !== before) addAt(tally, lane, Math.max(start, from), price - before);
    before = price;
  }
  if (before !== 0) addAt(tally, lane, to, -before);
}
