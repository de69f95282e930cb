// What is known of a regency besides its rosters.
import type { Workforce } from "../workforce.ts";
import type { Agreement } from "./agreement.ts";
import type { Target } from "./target.ts";

export interface RegencyReference {
  readonly agreements: readonly Agreement[];
  readonly workforces: readonly Workforce[];
  readonly targets: readonly Target[];
}

export const NO_REFERENCE: RegencyReference = { agreements: [], workforces: [], targets: [] };
