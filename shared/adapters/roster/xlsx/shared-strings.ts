// The texts that cells of a workbook share, packed one behind the other, so that a million of them cost their bytes and no objects.
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { textGatherer } from "./text-gatherer.ts";
import { scanXml } from "./xml-scan.ts";

export interface SharedStrings {
  /** undefined where there is none of that number. */
  at(index: number): string | undefined;
}

export const NO_STRINGS: SharedStrings = { at: () => undefined };

const MOST_STRINGS = 20_000_000;

export async function readSharedStrings(part: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  let bytes = Buffer.alloc(64 * 1024);
  let ends = new Uint32Array(4096);
  let count = 0;
  let length = 0;

  const append = (text: string): void => {
    if (count === MOST_STRINGS) throw new UnreadableFile(problem("too-many-rows", MOST_STRINGS));
    if (length + text.length * 3 > bytes.length) {
      bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, length + text.length * 3));
    }
    if (count === ends.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(ends);
      ends = larger;
    }
    length += bytes.write(text, length, "utf8");
    ends[count] = length;
    count += 1;
  };

  const gathered = textGatherer();
  const scanner = scanXml({
    open(name) {
      if (name === "si") gathered.start();
      else gathered.open(name);
    },
    text: gathered.text,
    close(name) {
      if (name === "si") append(gathered.take());
      else gathered.close(name);
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of part) scanner.write(decoder.decode(chunk, { stream: true }));
  scanner.end();
  return {
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined;
      return bytes.toString("utf8", index === 0 ? 0 : ends[index - 1], ends[index]);
    },
  };
}
