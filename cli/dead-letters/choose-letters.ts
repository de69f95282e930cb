// Which letters are meant by the ids on the command line: whole, or their beginning as far as it tells them apart.
import { formatNumberEn, formatNumberId } from "#shared/domain/format.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { UsageError } from "../failures.ts";
import type { KnownLetter } from "./known-letters.ts";

/** @throws UsageError, naming the id, unless each means exactly one letter */
export function chooseLetters<Letter extends KnownLetter>(
  letters: readonly Letter[],
  ids: readonly string[],
  queue: string,
): readonly Letter[] {
  const chosen = ids.map((id) => {
    const [found, ...others] = letters.filter((letter) => letter.id.startsWith(id));
    if (found === undefined) throw new UsageError(none(id, queue));
    if (others.length > 0) throw new UsageError(several(id, queue, others.length + 1));
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

function several(id: string, queue: string, count: number): Bilingual {
  return {
    id: `${id} cocok dengan ${formatNumberId(count)} pesan di ${queue}; tidak ada yang dibuang. Tulis lebih panjang: \`npx cakupan redrive ${queue} --list\`.`,
    en: `${id} fits ${formatNumberEn(count)} letters in ${queue}; nothing was thrown away. Write more of it: \`npx cakupan redrive ${queue} --list\`.`,
  };
}
