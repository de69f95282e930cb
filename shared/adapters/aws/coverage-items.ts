// The keys of the Coverage table: `scope` is a regency or a province, `item` says what.
import type { RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import { type Item, text } from "./items.ts";

export function coverageKey(scope: string, item: string): Item {
  return { [COVERAGE_KEY.partition]: text(scope), [COVERAGE_KEY.sort]: text(item) };
}

export const REGENCY_ITEM = "regency";
export const CURRENT_ITEM = "current";
export const REFERENCE_ITEM = "reference";
export const DAY_ITEM = "day";
export const DIGEST_ITEM = "digest";
/** Of a province: the key in force, and who is kept out. */
export const ADMISSION_ITEM = "admission";

export const ROSTER_PREFIX = "roster#";
export const VERSION_PREFIX = "version#";
export const UPLOAD_PREFIX = "upload#";
export const MONTH_PREFIX = "month#";
export const FIGURES_PREFIX = "figures#";
export const ALERT_PREFIX = "alert#";
export const AUDIT_PREFIX = "audit#";

export function headKey(roster: RosterId): Item {
  return coverageKey(rosterParts(roster).regency, `${ROSTER_PREFIX}${rosterTail(roster)}`);
}

/** Versions sort by number: ten digits. */
export function versionKey(roster: RosterId, version: number): Item {
  return coverageKey(rosterParts(roster).regency, `${versionPrefix(roster)}${String(version).padStart(10, "0")}`);
}

/** All versions of a roster. */
export function versionPrefix(roster: RosterId): string {
  return `${VERSION_PREFIX}${rosterTail(roster)}@`;
}

export function uploadKey(regency: RegencyCode, uploadId: string): Item {
  return coverageKey(regency, `${UPLOAD_PREFIX}${uploadId}`);
}

function rosterTail(roster: RosterId): string {
  const { segment, slug } = rosterParts(roster);
  return `${segment}/${slug}`;
}

/** The roster of a head item. */
export function rosterOfHead(regency: string, item: string): string {
  return `${regency}/${item.slice(ROSTER_PREFIX.length)}`;
}
