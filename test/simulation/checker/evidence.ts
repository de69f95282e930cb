// What the checker may look at: the files that were put, what is stored, and what left the province. Nothing of how the pipeline decides.

import type { Stores } from "../world/stores.ts";
import type { PutFile } from "../world/world.ts";

export interface Evidence {
  readonly files: readonly PutFile[];
  readonly stores: Stores;
  /** Messages still in any queue, and dead letters that are not poison. */
  readonly left: readonly string[];
  /** Every text that ever lay in a queue or was logged. */
  readonly told: readonly string[];
  readonly secret: string;
  readonly guard: { readonly workers: number; readonly share: number; readonly most: number };
  readonly thresholds: { readonly share: number; readonly workers: number };
}
