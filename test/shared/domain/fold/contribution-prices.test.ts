import fc from "fast-check";
import { expect, test } from "vitest";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { month, monthNumber, OPEN_END } from "#shared/domain/month.ts";
import { occupationCode } from "#shared/domain/occupation.ts";
import { JKK_JKM, programmeSet } from "#shared/domain/programme.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { workerId } from "../arbitraries.ts";
import { plainCount } from "./plain-count.ts";

const window = { first: month("2025-06"), last: month("2027-06") };

const enrolments: fc.Arbitrary<Enrolment> = fc.record({
  worker: fc.integer({ min: 1, max: 6 }).map(workerId),
  first: fc.integer({ min: window.first - 2, max: window.last }).map(monthNumber),
  last: fc.oneof(fc.integer({ min: window.first, max: window.last }).map(monthNumber), fc.constant(OPEN_END)),
  programmes: fc.constantFrom(JKK_JKM, programmeSet("jkk", "jkm", "jht"), programmeSet("jkk", "jkm", "jht", "jp")),
  basisRupiah: fc.constantFrom(0, 1_592_000, 12_000_000),
  employer: fc.constant(""),
  occupation: fc.constantFrom(0, occupationCode("petani"), occupationCode("pengemudi")),
  riskClass: fc.constantFrom(0, 5),
});

test("through the reductions of 2025 to 2027, transport and others, the fold gives what a plain count gives", () => {
  fc.assert(
    fc.property(fc.constantFrom("bpu", "rentan", "ppu"), fc.array(enrolments, { maxLength: 12 }), (segment, list) => {
      const roster = { roster: rosterId(`14.03/${segment}/a`), version: 1 };
      const folded = foldCoverage([{ ...roster, slices: [pack(list)] }], window);
      expect(folded.rosters).toEqual(plainCount([{ ...roster, enrolments: list }], window).rosters);
    }),
  );
});
