// Any terms and months that a price may depend on.
import fc from "fast-check";
import type { PricedTerms } from "#shared/domain/contribution/priced-terms.ts";
import { month, monthNumber } from "#shared/domain/month.ts";
import { occupationCode } from "#shared/domain/occupation.ts";
import type { ProgrammeSet } from "#shared/domain/programme.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";

export const anyTerms: fc.Arbitrary<PricedTerms> = fc.record(
  {
    segment: fc.constantFrom(...SEGMENT_CODES),
    programmes: fc.integer({ min: 0, max: 31 }).map((bits) => bits as ProgrammeSet),
    basisRupiah: fc.oneof(fc.nat(30_000_000), fc.constantFrom(0, 1_099_000, 1_100_000, 0xffff_ffff)),
    riskClass: fc.integer({ min: 0, max: 5 }),
    occupation: fc.constantFrom(0, 1, occupationCode("pengemudi")),
    payer: fc.constantFrom("employer", "state", "worker", "sponsor", "private-sponsor"),
    labourIntensive: fc.boolean(),
  },
  { requiredKeys: ["segment", "programmes", "basisRupiah", "riskClass"] },
);

export const anyMonthOfPrices = fc.integer({ min: month("2015-01"), max: month("2028-12") }).map(monthNumber);
