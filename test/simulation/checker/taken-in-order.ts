// What a roster says after the uploads that it has taken: their files applied in the order of upload, whenever each of them was taken.
import type { RosterFile } from "./roster-file.ts";
import { type Applied, applyFile, type Guard, type RosterMonths } from "./roster-months.ts";

export interface Taken {
  readonly uploadId: string;
  readonly order: string;
  readonly file: RosterFile;
  /** Whether its removals were carried out after they had been held. */
  readonly released: boolean;
}

export interface InOrder {
  readonly taken: readonly Taken[];
  readonly says: RosterMonths;
  /** What each upload did in its place, by its id. */
  readonly applied: ReadonlyMap<string, Applied>;
}

export function takenInOrder(taken: readonly Taken[], guard: Guard): InOrder {
  let says: RosterMonths = new Map();
  const applied = new Map<string, Applied>();
  for (const { uploadId, file, released } of taken.toSorted((a, b) => (a.order < b.order ? -1 : 1))) {
    const first = applyFile(says, file, guard, false);
    const made = released ? applyFile(first.says, file, guard, true) : first;
    applied.set(uploadId, made);
    says = made.says;
  }
  return { taken, says, applied };
}

/** All choices among a few, the smallest first. */
export function choicesAmong<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** list.length }, (_, chosen) =>
    list.filter((_one, place) => (chosen >> place) & 1),
  ).sort((a, b) => a.length - b.length);
}
