// Slices are packed into messages, as many as fit: the same slices always make the same messages.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";

/** Bytes of slices in one message: in base64, with the rest of the message, they stay below 1 MiB. */
const BYTES_PER_MESSAGE = 720 * 1024;

export function batchSlices(
  about: Omit<EnrolmentBatch, "slices">,
  slices: readonly Uint8Array[],
  bytesPerMessage = BYTES_PER_MESSAGE,
): readonly EnrolmentBatch[] {
  const batches: { part: number; bytes: string }[][] = [];
  let bytes = 0;
  for (const [part, slice] of slices.entries()) {
    const entry = { part, bytes: Buffer.from(slice).toString("base64") };
    const batch = batches.at(-1);
    if (batch === undefined || bytes + slice.length > bytesPerMessage) {
      batches.push([entry]);
      bytes = slice.length;
    } else {
      batch.push(entry);
      bytes += slice.length;
    }
  }
  return batches.map((batch) => ({ ...about, slices: batch }));
}
