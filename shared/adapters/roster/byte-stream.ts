// Bytes of a file as they come, with a look at the first of them before the rest is read.
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";

export interface PeekedBytes {
  /** The first bytes: at least `length` of them, or the whole file. */
  readonly head: Uint8Array;
  /** The whole stream again, from its first byte; must be read or closed. */
  readonly all: AsyncGenerator<Uint8Array, void, undefined>;
}

export async function peekBytes(source: RosterSource, length: number): Promise<PeekedBytes> {
  const stream = (await source.open())[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < length && !ended) {
    const next = await stream.next();
    if (next.done) ended = true;
    else {
      chunks.push(next.value);
      size += next.value.length;
    }
  }
  const head = Buffer.concat(chunks);
  // A generator that was never begun does not run its `finally`, so closing it must close the stream by itself.
  const all = from(head, stream, ended);
  const close = async (): Promise<IteratorResult<Uint8Array, void>> => {
    await stream.return?.();
    return { done: true, value: undefined };
  };
  return { head, all: Object.assign(all, { return: close }) };
}

async function* from(
  head: Uint8Array,
  stream: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (head.length > 0) yield head;
  while (!ended) {
    const next = await stream.next();
    if (next.done) return;
    yield next.value;
  }
}

/** All bytes of a stream, or null when there are more than `most`. */
export async function collectBytes(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
