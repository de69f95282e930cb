import fc from "fast-check";
import { expect, test } from "vitest";
import { changedBefore } from "#shared/domain/closed-months.ts";
import { day } from "#shared/domain/day.ts";
import type { Month } from "#shared/domain/month.ts";
import { NO_ENROLMENTS } from "#shared/domain/packed-enrolments.ts";
import { planVersion } from "#shared/domain/plan-version.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { NO_WORKERS } from "#shared/domain/worker-ids.ts";
import { anyRoster, FIRST } from "./arbitraries.ts";

const versionOf = (list: Parameters<typeof pack>[0]) =>
  planVersion(
    NO_ENROLMENTS,
    { mode: "full", enrolments: pack(list), kept: NO_WORKERS, from: null },
    day("2022-12-01"),
    false,
  ).content;

test("for any two versions, exactly the workers are counted of whom they say different things in closed months", () => {
  fc.assert(
    fc.property(
      fc.oneof(anyRoster, fc.constant([])),
      anyRoster,
      fc.integer({ min: FIRST, max: FIRST + 24 }),
      (one, other, open) => {
        const said = (list: typeof one, worker: string): string =>
          list
            .filter((it) => it.worker === worker)
            .flatMap((it) =>
              Array.from({ length: Math.max(0, Math.min(it.last, open - 1) - it.first + 1) }, (_, index) =>
                [it.employer, it.first + index, it.programmes, it.basisRupiah, it.occupation, it.riskClass].join(" "),
              ),
            )
            .sort()
            .join("\n");
        const workers = new Set([...one, ...other].map((it) => it.worker));
        const expected = [...workers].filter((worker) => said(one, worker) !== said(other, worker)).length;
        expect(changedBefore(open as Month, versionOf(one), versionOf(other))).toBe(expected);
      },
    ),
  );
});
