// What share of its workers a regency is to protect by the end of a year, as a plan (RPJMD, UCJ) says. A target is held only against a rate with the
// same denominator.
import type { Denominator } from "../workforce.ts";

export interface Target {
  readonly year: number;
  /** 0.55 for 55 %. */
  readonly share: number;
  readonly denominator: Denominator;
  readonly source: string;
}
