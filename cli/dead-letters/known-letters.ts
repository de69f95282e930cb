// All letters of a dead-letter queue as a person may see them: their ids, since when they are there, why they failed and what they are about. No body.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { concealed } from "#shared/domain/nik-in-text.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { aboutLetter } from "./about-letter.ts";

export interface KnownLetter {
  readonly id: string;
  readonly sentAt: string;
  /** null: it was tried until that was given up. */
  readonly reason: string | null;
  readonly about: string;
}

export interface HeldLetter extends KnownLetter {
  readonly handle: string;
}

export type LetterBox = Pick<ReturnType<ProvinceAccess["deadLetters"]>, "receive" | "putBack" | "delete">;

const MOST_AT_ONCE = 10;

/** Oldest first. Nobody else gets them until they are put back, or two minutes are over. */
export async function holdLetters(box: LetterBox, province: ProvinceCode): Promise<readonly HeldLetter[]> {
  const held: HeldLetter[] = [];
  for (;;) {
    const received = await box.receive(MOST_AT_ONCE);
    if (received.length === 0) return held.sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0));
    for (const { id, sentAt, reason, body, handle } of received)
      held.push({ id, sentAt, reason: toldReason(reason), about: aboutLetter(body, province), handle });
  }
}

export async function listLetters(box: LetterBox, province: ProvinceCode): Promise<readonly KnownLetter[]> {
  const held = await holdLetters(box, province);
  await putBackAll(box, held);
  return held.map(({ handle: _, ...known }) => known);
}

/** Whatever is not put back comes back by itself, two minutes after it was received. */
export async function putBackAll(box: LetterBox, letters: readonly HeldLetter[]): Promise<void> {
  await Promise.allSettled(letters.map((letter) => box.putBack(letter)));
}

/** What a service or a function said of an error may repeat what it was given. */
export function toldReason(reason: string | null): string | null {
  return reason === null ? null : concealed(reason.replace(/\s+/g, " ").trim());
}
