import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import {
  countEn,
  dayNameEn,
  dayNameId,
  formatChangeEn,
  formatChangeId,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  formatRupiahEn,
  formatRupiahId,
  monthNameEn,
  monthNameId,
} from "#shared/domain/format.ts";
import { month } from "#shared/domain/month.ts";

test("whole numbers are grouped as the two languages group them", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(formatNumberEn(value)).toBe(value === 0 ? "0" : value.toLocaleString("en-US"));
      expect(formatNumberId(value)).toBe(formatNumberEn(value).replaceAll(",", "."));
    }),
  );
});

test.each([
  [countEn(1, "row"), "1 row"],
  [countEn(0, "row"), "0 rows"],
  [countEn(24_000, "regency", "regencies"), "24,000 regencies"],
  [formatChangeId(-24_000), "-24.000"],
  [formatChangeId(54), "+54"],
  [formatChangeEn(1054), "+1,054"],
  [formatChangeEn(0), "0"],
  [formatRupiahId(403_200_000), "Rp 403.200.000"],
  [formatRupiahEn(5_644_800_000), "Rp 5,644,800,000"],
  [formatPercentId(82_126 / 253_988), "32,3 %"],
  [formatPercentEn(1.05), "105.0 %"],
  [monthNameId(month("2024-08")), "Agustus 2024"],
  [monthNameEn(month("2023-12")), "December 2023"],
  [dayNameId(day("2024-01-01")), "1 Januari 2024"],
  [dayNameEn(day("2024-05-31")), "31 May 2024"],
])("%s", (written, expected) => {
  expect(written).toBe(expected);
});
