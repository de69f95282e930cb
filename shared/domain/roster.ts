// A roster is a list of protected workers that one source keeps up to date, named regency / segment / slug, e.g. `14.03/rentan/apbd-2022`.
import type { Brand } from "./brand.ts";
import { isRegencyCode, type RegencyCode } from "./region.ts";
import { isSegment, type Segment } from "./segment.ts";

/** `{regency}/{segment}/{slug}`. */
export type RosterId = Brand<string, "RosterId">;

export interface RosterParts {
  readonly regency: RegencyCode;
  readonly segment: Segment;
  readonly slug: string;
}

/** Small letters, digits and single hyphens; at most 60 characters; never 16 digits in a row (that might be a NIK). */
export function isSlug(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !hasNikShape(text);
}

/** Whether 16 digits stand in a row: such a text may name a person and must not be stored or logged. */
export function hasNikShape(text: string): boolean {
  return /\d{16}/.test(text);
}

/** @throws RangeError when the text does not name a roster */
export function rosterId(text: string): RosterId {
  rosterParts(text as RosterId);
  return text as RosterId;
}

export function isRosterId(text: string): text is RosterId {
  const [regency, segment, slug, ...rest] = text.split("/");
  return (
    regency !== undefined &&
    isRegencyCode(regency) &&
    segment !== undefined &&
    isSegment(segment) &&
    slug !== undefined &&
    isSlug(slug) &&
    rest.length === 0
  );
}

/** @throws RangeError when the text does not name a roster */
export function rosterParts(roster: RosterId): RosterParts {
  const [regency = "", segment = "", slug = "", ...rest] = roster.split("/");
  if (!isRegencyCode(regency) || !isSegment(segment) || !isSlug(slug) || rest.length > 0) {
    throw new RangeError(`not a roster ({regency}/{segment}/{slug}): ${JSON.stringify(roster)}`);
  }
  return { regency, segment, slug };
}
