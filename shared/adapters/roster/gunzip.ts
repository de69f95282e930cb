// A gzip unpacked as it comes. What unpacks to more than any roster holds, or to far more than text can be pressed from, is refused on the way.
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const MEGABYTE = 1024 * 1024;

export interface UnpackLimits {
  readonly bytes: number;
  /** Bytes out for a byte in; looked at from `trustedBytes` on. */
  readonly ratio: number;
  readonly trustedBytes: number;
}

/** Rosters are pressed to a fifth or a tenth, dull ones to a fiftieth. */
const LIMITS: UnpackLimits = { bytes: 2048 * MEGABYTE, ratio: 200, trustedBytes: 16 * MEGABYTE };

/** @throws UnreadableFile when the archive is broken, cut short or too large */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  limits = LIMITS,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytesOut = 0;
  const unzip = createGunzip({ chunkSize: 64 * 1024 });
  // Errors of either side come out of the unpacked stream below.
  const unpacked = pipeline(Readable.from(packed), unzip, () => {});
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      bytesOut += chunk.length;
      // What was unpacked, not what has been read ahead.
      const isBomb = bytesOut > limits.trustedBytes && bytesOut > unzip.bytesWritten * limits.ratio;
      if (isBomb || bytesOut > limits.bytes)
        throw new UnreadableFile(problem("gzip-too-large", Math.floor(limits.bytes / MEGABYTE), limits.ratio));
      yield chunk;
    }
  } catch (error) {
    if (isBrokenArchive(error)) throw new UnreadableFile(problem("gzip-broken"), error);
    throw error;
  }
}

function isBrokenArchive(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}
