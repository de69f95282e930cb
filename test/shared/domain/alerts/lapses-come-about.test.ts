// Where nothing changes any more, what is foreseen comes about: the last warning and the fall name the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { firstDayOf, monthOfDay } from "#shared/domain/month.ts";
import { days, of } from "./day-by-day.ts";

const NAMES = [
  ["ppu", "a"],
  ["ppu", "b"],
  ["rentan", "a"],
  ["bpu", "a"],
] as const;
/** The day of the last look. */
const LAST = day("2024-02-01");
const MONTHS = ["2022-01", "2023-12", "2024-01", "2024-02"] as const;

/** Each changes in any of the months; many a fall of one is made good by another. */
const rosters = fc
  .array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  .map((all) =>
    NAMES.map(([segment, slug], place) =>
      of(segment, slug, ...MONTHS.flatMap((at, month) => [at, 60 * (all[place]?.[month] ?? 0)])),
    ),
  );

test("every fall by time alone has had its warning, which named the same levels; every warning comes about, none is taken back or said to be less", () => {
  fc.assert(
    fc.property(rosters, (some) => {
      const alerts = days("2023-12-20", LAST, () => some);
      const falls = alerts.filter((one) => one.kind === "coverage.dropped");
      const warnings = alerts.filter((one) => one.kind === "coverage.lapsing");
      for (const fall of falls) {
        const warned = warnings.filter(({ segment, month }) => segment === fall.segment && month === fall.month);
        expect(fall.asOf).toBe(firstDayOf(monthOfDay(fall.asOf)));
        expect(warned.at(-1)).toMatchObject({ before: fall.before, after: fall.after, change: fall.change });
      }
      for (const { segment, month } of warnings) {
        if (month > monthOfDay(LAST)) continue; // Its day has not come yet.
        expect(falls.some((fall) => fall.segment === segment && fall.month === month)).toBe(true);
      }
      // By time alone nobody is renewed.
      for (const { after, lastTold } of warnings) expect(after).toBeLessThanOrEqual(lastTold?.after ?? after);
      expect(alerts.filter((one) => "clears" in one && one.clears === "coverage.lapsing")).toEqual([]);
    }),
  );
});
