// Prices of enrolments per month of the window. Between two price changes a price is constant, and many workers have the same terms: the prices
// of terms seen lately are remembered in a table of fixed size, so that memory does not grow with the number of different wages.
import { billedRupiah } from "../contribution/contribution-rupiah.ts";
import { isTransport, type PricedTerms } from "../contribution/priced-terms.ts";
import { samePrice } from "../contribution/same-price.ts";
import { PRICE_CHANGES, type Tariff, tariffAt } from "../contribution/tariff.ts";
import { type Month, monthNumber } from "../month.ts";
import { basisRupiahAt, occupationAt, type PackedEnrolments, programmesAt, riskClassAt } from "../packed-enrolments.ts";
import { SEGMENT_CODES, type Segment } from "../segment.ts";
import { addAt, type MonthlyTally } from "./monthly-tally.ts";

const LEAST_SLOT_BITS = 6;
const MOST_SLOT_BITS = 17;
const BASES = 2 ** 32;

export interface ContributionPrices {
  /** Months from `first` on at which a period of constant prices begins, ascending; the first is 0. */
  readonly starts: readonly number[];
  /** The tariff of each period. */
  readonly tariffs: readonly Tariff[];
  /** By terms without the wage: 1 for each period in which the price may differ from the period before. */
  readonly changes: Map<number, Uint8Array>;
  readonly slotBits: number;
  /** Slot after slot: the terms it holds (-1 when it is free), then one price per period. */
  readonly slots: Float64Array;
}

/** `rows` is how many rows are going to be priced. */
export function contributionPrices(first: Month, months: number, rows: number): ContributionPrices {
  const starts = [0, ...PRICE_CHANGES.map((change) => change - first).filter((at) => at > 0 && at < months)];
  const slotBits = Math.min(Math.max(33 - Math.clz32(rows), LEAST_SLOT_BITS), MOST_SLOT_BITS);
  const tariffs = starts.map((start) => tariffAt(monthNumber(first + start)));
  return {
    starts,
    tariffs,
    changes: new Map(),
    slotBits,
    slots: new Float64Array(2 ** slotBits * (starts.length + 1)).fill(-1),
  };
}

/** Place in `slots` of a row's price in the first period; the following periods follow. */
export function priceSlot(known: ContributionPrices, table: PackedEnrolments, row: number, segment: number): number {
  const basisRupiah = basisRupiahAt(table, row);
  const programmes = programmesAt(table, row);
  const riskClass = riskClassAt(table, row);
  const occupation = occupationAt(table, row);
  const rest = (segment << 9) | (isTransport(occupation) ? 1 << 8 : 0) | (riskClass << 5) | programmes;
  const terms = rest * BASES + basisRupiah;
  const slot = Math.imul(basisRupiah ^ Math.imul(rest, 0x85eb_ca6b), 0x9e37_79b1) >>> (32 - known.slotBits);
  const place = slot * (known.starts.length + 1);
  if (known.slots[place] !== terms) {
    known.slots[place] = terms;
    price(known, place, rest, { segment: segmentCode(segment), programmes, basisRupiah, riskClass, occupation });
  }
  return place + 1;
}

function price(known: ContributionPrices, place: number, rest: number, terms: PricedTerms): void {
  let changes = known.changes.get(rest);
  if (changes === undefined) {
    changes = changesOf(known.tariffs, terms);
    known.changes.set(rest, changes);
  }
  let rupiah = 0;
  for (let period = 0; period < changes.length; period += 1) {
    const tariff = known.tariffs[period];
    if (tariff !== undefined && changes[period] === 1) rupiah = billedRupiah(terms, tariff);
    known.slots[place + 1 + period] = rupiah;
  }
}

function changesOf(tariffs: readonly Tariff[], terms: PricedTerms): Uint8Array {
  return Uint8Array.from(tariffs, (tariff, period) => {
    const before = tariffs[period - 1];
    return before !== undefined && samePrice(terms, before, tariff) ? 0 : 1;
  });
}

function segmentCode(place: number): Segment {
  const code = SEGMENT_CODES[place];
  if (code === undefined) throw new RangeError(`no segment ${place}`);
  return code;
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
