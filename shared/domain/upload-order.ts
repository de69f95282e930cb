// In which order the uploads of a roster count: by event time (whole seconds), then key, then sequencer. The order is a text, so that tables and
// functions compare it alike; arrival plays no part.
import type { Brand } from "./brand.ts";

/** Compares as a text: smaller is older. */
export type UploadOrder = Brand<string, "UploadOrder">;

const SEQUENCER_DIGITS = 32;

/**
 * @param at instant of the event, ISO 8601 UTC; fractions of a second are dropped
 * @param sequencer hexadecimal; a shorter one is padded with zeros on the right, as S3 says
 */
export function uploadOrder(at: string, key: string, sequencer: string): UploadOrder {
  const second = `${new Date(Date.parse(at)).toISOString().slice(0, 19)}Z`;
  // Percent-encoding keeps the text ASCII: JavaScript and DynamoDB then agree on what is smaller.
  return `${second} ${encodeURIComponent(key)} ${sequencer.toUpperCase().padEnd(SEQUENCER_DIGITS, "0")}` as UploadOrder;
}
