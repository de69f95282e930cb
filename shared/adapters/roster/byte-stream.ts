// Bytes of a file as they come, with a look at the first of them before the rest is read.
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";

export interface PeekedBytes {
  /** The first bytes: at least as many as were asked for, or the whole file. */
  readonly head: Uint8Array;
  /** The whole stream again, from its first byte; closes the source at its end, however that comes. */
  readonly all: AsyncIterable<Uint8Array>;
  /** For those who do not read on: a generator that was never begun would close nothing. */
  readonly close: () => Promise<void>;
}

export async function peekBytes(source: RosterSource, length: number): Promise<PeekedBytes> {
  return peekStream(await source.open(), length);
}

export async function peekStream(bytes: AsyncIterable<Uint8Array>, length: number): Promise<PeekedBytes> {
  const stream = bytes[Symbol.asyncIterator]();
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
  const close = async (): Promise<void> => {
    await stream.return?.();
  };
  return { head, all: from(head, stream, ended), close };
}

async function* from(
  head: Uint8Array,
  stream: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (head.length > 0) yield head;
    while (!ended) {
      const next = await stream.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await stream.return?.();
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
