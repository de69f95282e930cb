// Slices are packed into messages, as many as fit: the same slices always make the same messages. One message is made at a time.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";

/** Bytes of slices in one message: in base64, with the rest of the message, they stay below 1 MiB. */
const BYTES_PER_MESSAGE = 720 * 1024;

export function* batchSlices(
  about: Omit<EnrolmentBatch, "slices">,
  slices: Iterable<Uint8Array>,
  bytesPerMessage = BYTES_PER_MESSAGE,
): Generator<EnrolmentBatch, void, undefined> {
  let batch: { part: number; bytes: string }[] = [];
  let bytes = 0;
  let part = 0;
  for (const slice of slices) {
    if (batch.length > 0 && bytes + slice.length > bytesPerMessage) {
      yield { ...about, slices: batch };
      batch = [];
      bytes = 0;
    }
    batch.push({ part, bytes: base64Of(slice) });
    bytes += slice.length;
    part += 1;
  }
  if (batch.length > 0) yield { ...about, slices: batch };
}

/** Without a remainder, so that pieces join; larger texts would each be set aside and given back by the page. */
const PIECE_BYTES = 3 * 16 * 1024;

function base64Of({ buffer, byteOffset, length }: Uint8Array): string {
  let text = "";
  for (let at = 0; at < length; at += PIECE_BYTES)
    text += Buffer.from(buffer, byteOffset + at, Math.min(PIECE_BYTES, length - at)).toString("base64");
  return text;
}
