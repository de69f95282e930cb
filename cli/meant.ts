// What somebody may have meant by a word that nobody knows.
import { editDistance, nearest } from "#shared/domain/roster-file/near.ts";

/** The candidate most like the word; null when all are too far off. */
export function meantBy(word: string, candidates: readonly string[]): string | null {
  const best = nearest(word, candidates);
  return best !== undefined && editDistance(word, best) <= Math.max(1, Math.floor(word.length / 3)) ? best : null;
}
