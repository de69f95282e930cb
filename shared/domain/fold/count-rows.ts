// The pass over all rows in the order in which they lie: contributions and employers of every row, and the workers who have one row only.
// This is the hot loop of the fold: no object is made per row.
import type { Month } from "../month.ts";
import { employerIndexAt, firstMonthAt, lastMonthAt, occupationAt, programmesAt } from "../packed-enrolments.ts";
import { includesAll, JKK_JKM } from "../programme.ts";
import { addPrices, contributionPrices, priceSlot } from "./contribution-prices.ts";
import type { EmployerLanes } from "./employer-lanes.ts";
import { addRange } from "./monthly-tally.ts";
import type { RegencyRows } from "./regency-rows.ts";
import type { RegencyTallies } from "./regency-tallies.ts";

/** `repeated[row]` is 1 where the worker of a row has other rows too. */
export function countRows(
  rows: RegencyRows,
  repeated: Uint8Array,
  employers: EmployerLanes,
  first: Month,
  tallies: RegencyTallies,
): void {
  const prices = contributionPrices(first, tallies.months, rows.count);
  rows.slices.forEach(({ table, start, roster, segment }, place) => {
    const lanes = employers.bySlice[place];
    for (let row = 0; row < table.count; row += 1) {
      const from = Math.max(firstMonthAt(table, row) - first, 0);
      const to = Math.min(lastMonthAt(table, row) - first + 1, tallies.months);
      if (from >= to) continue;
      const slot = priceSlot(prices, table, row, segment);
      addPrices(tallies.contributions, roster, from, to, prices, slot);
      const programmes = programmesAt(table, row);
      if (!includesAll(programmes, JKK_JKM)) continue;
      addRange(tallies.employers, lanes?.[employerIndexAt(table, row)] ?? 0, from, to, 1);
      if (repeated[start + row] === 1) continue;
      addRange(tallies.covered, 0, from, to, 1);
      addRange(tallies.rosters, roster, from, to, 1);
      addRange(tallies.segments, segment, from, to, 1);
      addRange(tallies.programmeSets, programmes, from, to, 1);
      addRange(tallies.occupations, occupationAt(table, row), from, to, 1);
    }
  });
}
