// Who was erased after a day: what was known on it is told without them.
import type { KeptOut } from "#shared/domain/admission.ts";
import type { Day } from "#shared/domain/day.ts";

export interface ErasedSince {
  readonly on: Day;
  readonly people: number;
}

/** By day, ascending. Those of whom the day was not kept are left out: they may have been erased before. */
export function erasedSince(keptOut: KeptOut, day: Day): readonly ErasedSince[] {
  const days = [...keptOut.values()].filter((since) => since !== null).filter((since) => since > day);
  return [...Map.groupBy(days, (since) => since)]
    .map(([on, all]) => ({ on, people: all.length }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
