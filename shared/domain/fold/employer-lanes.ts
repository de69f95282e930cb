// Employers of a regency under one number each, whatever index they have in the slices. 0 is "no employer".
import type { PlacedSlice } from "./regency-rows.ts";

export interface EmployerLanes {
  readonly count: number;
  /** By place of the slice, then by the employer's index in it. */
  readonly bySlice: readonly Uint32Array[];
}

export function employerLanes(slices: readonly PlacedSlice[]): EmployerLanes {
  const laneOf = new Map<string, number>([["", 0]]);
  // Slices of one version may share one list of employers.
  const ofList = new Map<readonly string[], Uint32Array>();
  const bySlice = slices.map(({ table }) => {
    const known = ofList.get(table.employers);
    if (known !== undefined) return known;
    const lanes = Uint32Array.from(table.employers, (employer) => {
      const lane = laneOf.get(employer) ?? laneOf.size;
      laneOf.set(employer, lane);
      return lane;
    });
    ofList.set(table.employers, lanes);
    return lanes;
  });
  return { count: laneOf.size, bySlice };
}
