// What wage earners' programmes cost, in parts per 100,000 of the reported wage (240 = 0.24 %), by share of the employer and of the worker.
// None of them has a ceiling but JP (that JKK, JKM and JHT have none is unverified).
import { type Dated, dated } from "./dated.ts";

export interface WageShares {
  readonly employer: number;
  readonly worker: number;
}

/** JKK by risk class: very low, low, medium, high, very high. All of it is the employer's. */
export const JKK_BY_RISK_CLASS: readonly Dated<readonly number[]>[] = [
  dated(["2015-07", ""], [240, 540, 890, 1270, 1740], "PP 44/2015 jo. PP 82/2019, PP 49/2023", "press"),
];

export const JKM_SHARES: readonly Dated<WageShares>[] = [
  dated(["2015-07", ""], { employer: 300, worker: 0 }, "PP 44/2015 jo. PP 82/2019, PP 49/2023", "press"),
];

export const JHT_SHARES: readonly Dated<WageShares>[] = [
  dated(["2015-07", ""], { employer: 3700, worker: 2000 }, "PP 46/2015 jo. PP 60/2015", "press"),
];

/** On the wage up to the ceiling of `jp-ceilings.ts`. */
export const JP_SHARES: readonly Dated<WageShares>[] = [
  dated(["2015-07", ""], { employer: 2000, worker: 1000 }, "PP 45/2015", "press"),
];

/** What feeds JKP. Nobody is billed for it: the state pays its part, the rest is taken out of what is paid for JKK and JKM anyway. */
export interface JkpSources {
  readonly state: number;
  readonly fromJkk: number;
  readonly fromJkm: number;
}

export const JKP_SOURCES: readonly Dated<JkpSources>[] = [
  dated(["2021-02", "2025-01"], { state: 220, fromJkk: 140, fromJkm: 100 }, "PP 37/2021", "press"),
  dated(["2025-02", ""], { state: 220, fromJkk: 140, fromJkm: 0 }, "PP 6/2025 art. 11", "official"),
];
