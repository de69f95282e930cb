import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrderOfDecision } from "#shared/domain/alerts/order-of-decision.ts";
import { day } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";

const bengkalis = regencyCode("14.03");
const siak = regencyCode("14.08");
const told = (regency: typeof bengkalis | null, alertId: string, on = "2024-01-01") => ({
  regency,
  alertId,
  asOf: day(on),
});
const IN_ORDER = [
  told(siak, "z-t900", "2023-12-31"),
  told(bengkalis, "z-t9"),
  told(bengkalis, "a-t10"),
  told(bengkalis, "14.03-roster-refused-0a1b"),
  told(siak, "a-t2"),
  told(null, "14-coverage-dropped"),
];

test("alerts stand by day, those of one regency and day by the ticket on which they were decided, those without one last", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(IN_ORDER, { minLength: IN_ORDER.length }), (shuffled) => {
      expect(inOrderOfDecision(shuffled)).toEqual(IN_ORDER);
    }),
  );
});

test("what nothing tells apart stays in the order in which it came", () => {
  const same = [told(bengkalis, "b-t1"), told(bengkalis, "a-t1")];
  expect(inOrderOfDecision(same)).toEqual(same);
});
