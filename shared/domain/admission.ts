// Who may be taken in, and under which key: the workers who were erased are kept out, and while the key is being changed nobody is taken in at all.
import type { Day } from "./day.ts";
import type { WorkerId } from "./enrolment.ts";

export interface Admission {
  /** The pseudonym key in force; null: no other was ever there. */
  readonly keyId: string | null;
  /** The key to which everything is being rewritten; null: none. */
  readonly nextKeyId: string | null;
  /** Under the key in force. */
  readonly erased: ReadonlySet<WorkerId>;
}

/** Who is kept out and since when; null: the day was not kept. */
export type KeptOut = ReadonlyMap<WorkerId, Day | null>;

export const NOBODY_KEPT_OUT: Admission = { keyId: null, nextKeyId: null, erased: new Set() };

/** @throws Error while the key is being changed: the message comes back, and finds the new key */
export function refuseWhileKeyChanges({ nextKeyId }: Pick<Admission, "nextKeyId">): void {
  if (nextKeyId !== null) throw new Error("the pseudonym key is being changed");
}

/** Whether ids were made with the key in force. */
export function isKeyInForce(keyId: string, { keyId: inForce }: Pick<Admission, "keyId">): boolean {
  return inForce === null || inForce === keyId;
}

/** Whether contents under several keys stand side by side: a worker would then be two. */
export function areOfSeveralKeys(heads: readonly { readonly keyId: string | null }[]): boolean {
  return new Set(heads.flatMap(({ keyId }) => keyId ?? [])).size > 1;
}
