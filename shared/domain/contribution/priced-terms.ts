// What the price of one worker and month depends on, and what is taken where a roster does not say it.
import { occupationCode } from "../occupation.ts";
import type { ProgrammeSet } from "../programme.ts";
import { SEGMENTS, type Segment } from "../segment.ts";

/**
 * `state`: APBN or APBD, DBH Sawit with it. `sponsor`: of whom no more is known, and who is taken for a state budget, as most are. `private-sponsor`:
 * CSR, Baznas, donors.
 */
export type Payer = (typeof SEGMENTS)[Segment]["payer"] | "private-sponsor";

export interface PricedTerms {
  readonly segment: Segment;
  readonly programmes: ProgrammeSet;
  /** Reported wage or income, rupiah a month; 0 when not stated. */
  readonly basisRupiah: number;
  /** 0 when not stated: the lowest class is then assumed. */
  readonly riskClass: number;
  /** Place in `OCCUPATIONS`; it tells transport from other sectors. Not stated: not transport. */
  readonly occupation?: number;
  /** Not stated: the segment's. */
  readonly payer?: Payer;
  /** Of a firm in one of the six labour-intensive industries with 50 active workers or more. Not stated: no. */
  readonly labourIntensive?: boolean;
}

export function payerOf(terms: PricedTerms): Payer {
  return terms.payer ?? SEGMENTS[terms.segment].payer;
}

const DRIVER = occupationCode("pengemudi");

/** Drivers, riders and couriers; the only occupation that a price asks for. */
export function isTransport(occupation: number | undefined): boolean {
  return occupation === DRIVER;
}
