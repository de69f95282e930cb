// Counts per month in many lanes (one per roster, per segment, …), kept as differences: counting a range of months costs two additions however
// long the range is. Exact for whole numbers up to 2^53.

export interface MonthlyTally {
  readonly months: number;
  /** `months + 1` numbers a lane: what is added at a month; the last one takes what ends after the window. */
  readonly differences: Float64Array;
}

export function monthlyTally(lanes: number, months: number): MonthlyTally {
  return { months, differences: new Float64Array(lanes * (months + 1)) };
}

/** Adds `amount` to a lane in the months `from` (included) to `to` (excluded), counted from the first month of the window. */
export function addRange(tally: MonthlyTally, lane: number, from: number, to: number, amount: number): void {
  addAt(tally, lane, from, amount);
  addAt(tally, lane, to, -amount);
}

/** Adds `amount` to a lane from a month on. */
export function addAt(tally: MonthlyTally, lane: number, from: number, amount: number): void {
  const place = lane * (tally.months + 1) + from;
  tally.differences[place] = (tally.differences[place] ?? 0) + amount;
}

/** The figures of a lane, one per month. */
export function laneValues(tally: MonthlyTally, lane: number): Float64Array {
  const values = new Float64Array(tally.months);
  const start = lane * (tally.months + 1);
  let sum = 0;
  for (let at = 0; at < tally.months; at += 1) {
    sum += tally.differences[start + at] ?? 0;
    values[at] = sum;
  }
  return values;
}

/** The largest figure of a lane, at least 0. */
export function lanePeak(tally: MonthlyTally, lane: number): number {
  const start = lane * (tally.months + 1);
  let sum = 0;
  let peak = 0;
  for (let at = 0; at < tally.months; at += 1) {
    sum += tally.differences[start + at] ?? 0;
    if (sum > peak) peak = sum;
  }
  return peak;
}

/** A tally with the same figures and room for more lanes. */
export function withLanes(tally: MonthlyTally, lanes: number): MonthlyTally {
  const larger = monthlyTally(lanes, tally.months);
  larger.differences.set(tally.differences);
  return larger;
}
