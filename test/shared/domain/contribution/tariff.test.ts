import { expect, test } from "vitest";
import { PRICE_CHANGES } from "#shared/domain/contribution/tariff.ts";
import { monthText } from "#shared/domain/month.ts";

test("prices change every March by the JP ceiling, and where a regulation begins or ends", () => {
  expect(PRICE_CHANGES.map(monthText)).toEqual([
    "2015-07",
    "2016-03",
    "2017-03",
    "2018-03",
    "2019-03",
    "2020-03",
    "2021-02",
    "2021-03",
    "2022-03",
    "2023-03",
    "2024-03",
    "2025-02",
    "2025-03",
    "2025-08",
    "2026-01",
    "2026-02",
    "2026-03",
    "2026-04",
    "2027-01",
    "2027-04",
  ]);
});
