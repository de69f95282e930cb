// One worker in one roster for one range of months. The plain form is for reading, testing and reasoning; the pipeline carries the packed form
// of packed-enrolments.ts.
import type { Brand } from "./brand.ts";
import type { Month } from "./month.ts";
import type { ProgrammeSet } from "./programme.ts";

/** 32 hexadecimal digits: the keyed pseudonym of a NIK (128 bits); while a file is being read, the 16 ASCII digits of the NIK themselves. */
export type WorkerId = Brand<string, "WorkerId">;

export interface Enrolment {
  readonly worker: WorkerId;
  readonly first: Month;
  /** Included; `OPEN_END` when no end is known. */
  readonly last: Month;
  readonly programmes: ProgrammeSet;
  /** Reported wage or income bracket, rupiah a month, 0 when not stated; at most 4,294,967,295. */
  readonly basisRupiah: number;
  /** NPP of the employer, or "" when there is none. */
  readonly employer: string;
  /** Place in `OCCUPATIONS`. */
  readonly occupation: number;
  /** JKK risk class 1 (very low) to 5 (very high); 0 when not stated. */
  readonly riskClass: number;
}
