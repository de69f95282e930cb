// Small worlds for property tests: few workers, few months, few employers, so that everything meets everything.
import fc from "fast-check";
import type { Enrolment, WorkerId } from "#shared/domain/enrolment.ts";
import { type Month, month, OPEN_END } from "#shared/domain/month.ts";
import { JKK_JKM, programmeSet } from "#shared/domain/programme.ts";

export const FIRST = month("2023-01");

export const workerId = (n: number): WorkerId => n.toString(16).padStart(2, "0").repeat(16) as WorkerId;

/** One enrolment with only the fields that matter; `last` "" is an open end. */
export const enrolment = (worker: number, first: string, last: string, over: Partial<Enrolment> = {}): Enrolment => ({
  worker: workerId(worker),
  first: month(first),
  last: last === "" ? OPEN_END : month(last),
  programmes: JKK_JKM,
  basisRupiah: 0,
  employer: "",
  occupation: 0,
  riskClass: 0,
  ...over,
});

export const anyMonth = fc.integer({ min: FIRST, max: FIRST + 23 }).map((value) => value as Month);

export const anyEnrolment: fc.Arbitrary<Enrolment> = fc
  .record({
    worker: fc.integer({ min: 1, max: 12 }).map(workerId),
    first: anyMonth,
    length: fc.option(fc.integer({ min: 0, max: 8 })),
    programmes: fc.constantFrom(JKK_JKM, JKK_JKM, programmeSet("jkk", "jkm", "jht"), programmeSet("jkk")),
    basisRupiah: fc.constantFrom(0, 1_000_000, 12_000_000),
    employer: fc.constantFrom("", "", "AA000001", "BB000002"),
    occupation: fc.constantFrom(0, 1, 2),
    riskClass: fc.constantFrom(0, 1, 5),
  })
  .map(({ length, ...rest }) => ({ ...rest, last: length === null ? OPEN_END : ((rest.first + length) as Month) }));

/** Enrolments of which no two of one worker and employer share a month: what a checked file or a version may hold. */
export const anyRoster: fc.Arbitrary<readonly Enrolment[]> = fc.array(anyEnrolment, { maxLength: 25 }).map((list) => {
  const kept: Enrolment[] = [];
  for (const next of list) if (!kept.some((other) => clash(other, next))) kept.push(next);
  return kept;
});

function clash(a: Enrolment, b: Enrolment): boolean {
  return a.worker === b.worker && a.employer === b.employer && a.first <= b.last && b.first <= a.last;
}
