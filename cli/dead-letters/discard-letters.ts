// Throws away dead letters: those that are named, or all that are there. The record of it is written first, so that nothing goes without one.
import { type DiscardedLetter, type LetterDiscardAct, MOST_NAMED_LETTERS } from "#shared/domain/audit.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { chooseLetters } from "./choose-letters.ts";
import { holdLetters, type KnownLetter, type LetterBox, putBackAll } from "./known-letters.ts";

export interface Discarding {
  readonly province: ProvinceCode;
  readonly queue: string;
  /** Ids, or beginnings of them; null: all. */
  readonly ids: readonly string[] | null;
  readonly at: string;
  readonly by: string;
  readonly record: (act: LetterDiscardAct) => Promise<void>;
}

export interface DiscardedLetters {
  readonly discarded: readonly KnownLetter[];
  readonly left: number;
}

/** @throws UsageError, before anything is deleted, when an id means no letter or several */
export async function discardLetters(
  box: LetterBox,
  { province, queue, ids, at, by, record }: Discarding,
): Promise<DiscardedLetters> {
  const held = await holdLetters(box, province);
  const gone = new Set<string>();
  try {
    const chosen = ids === null ? held : chooseLetters(held, ids, queue);
    if (chosen.length === 0) return { discarded: [], left: 0 };
    const named = chosen.slice(0, MOST_NAMED_LETTERS).map(namedLetter);
    const act = { kind: "letter-discard", at, by, queue, letters: chosen.length, named } as const;
    await record({ ...act, progress: "begun" });
    for (const letter of chosen) {
      await box.delete(letter);
      gone.add(letter.id);
    }
    await record({ ...act, progress: "done" });
    return { discarded: chosen.map(({ handle: _, ...known }) => known), left: held.length - chosen.length };
  } finally {
    await putBackAll(
      box,
      held.filter(({ id }) => !gone.has(id)),
    );
  }
}

function namedLetter({ id, reason, about }: KnownLetter): DiscardedLetter {
  return { id, reason, about };
}
