// Which letters are meant by the ids on the command line: whole, or their beginning as far as it tells them apart.
import type { Bilingual } from "#shared/domain/text.ts";
import { CannotDo } from "../failures.ts";
import type { KnownLetter } from "./known-letters.ts";

/** Shorter than this a beginning is a slip of the hand. */
const SHORTEST = 4;

/** @throws CannotDo, naming the id, unless each means exactly one letter */
export function chooseLetters<Letter extends KnownLetter>(
  letters: readonly Letter[],
  ids: readonly string[],
  queue: string,
): readonly Letter[] {
  const chosen = ids.map((id) => {
    const [found, ...others] = id.length < SHORTEST ? [] : letters.filter((letter) => letter.id.startsWith(id));
    if (found === undefined) throw new CannotDo(none(id, queue));
    if (others.length > 0) throw new CannotDo(several(id, queue));
    return found;
  });
  return [...new Set(chosen)];
}

function none(id: string, queue: string): Bilingual {
  return {
    id: `Tidak ada pesan gagal ${id} di ${queue}; tidak ada yang dibuang. Lihat \`npx cakupan redrive ${queue} --list\`.`,
    en: `There is no dead letter ${id} in ${queue}; nothing was thrown away. See \`npx cakupan redrive ${queue} --list\`.`,
  };
}

function several(id: string, queue: string): Bilingual {
  return {
    id: `${id} berarti beberapa pesan di ${queue}; tidak ada yang dibuang. Tulis lebih panjang, mis. dari --json.`,
    en: `${id} means several letters in ${queue}; nothing was thrown away. Write more of it, e.g. from --json.`,
  };
}
