// The uploads that a roster has taken lately, in upload order, and where one that comes late belongs among them. Only those from the newest whole list
// on are kept: what is older than that list is superseded. An upload that comes late is planned on what the roster said before the newer ones, and they
// are applied again on top of it, so that the roster says the same as if all of them had come in order.
import type { Head } from "./upload.ts";
import type { UploadOrder } from "./upload-order.ts";

/** A version whose slices are kept. */
export interface KeptVersion {
  readonly version: number;
  readonly parts: number;
}

export interface TakenUpload {
  readonly order: UploadOrder;
  readonly uploadId: string;
  /** Whether its removals were left out: they wait for a decision, or were dropped by one. */
  readonly withholds: boolean;
  /** The version that says what all older ones say, and nothing of this one or of newer ones; null where there is none. */
  readonly onto: KeptVersion | null;
  /** Of a whole list: the uploads without their removals that were forgotten for it. */
  readonly overtook?: readonly string[];
}

/** Ids of the uploads whose removals were left out, also of those that the newest whole list has overtaken. */
export function withholding(recent: readonly TakenUpload[]): readonly string[] {
  return recent.flatMap(({ uploadId, withholds, overtook = [] }) => [...overtook, ...(withholds ? [uploadId] : [])]);
}

/** An upload that a roster is about to take. */
export interface UploadToTake {
  readonly order: UploadOrder;
  readonly uploadId: string;
  readonly full: boolean;
  readonly withholds: boolean;
}

/** Where an upload is planned. */
export interface Place {
  readonly onto: KeptVersion;
  /** To be applied to that version first, in this order. */
  readonly before: readonly TakenUpload[];
  /** To be applied again after it, in this order. */
  readonly after: readonly TakenUpload[];
}

/** Of one roster. Whatever is older than all of them then can no longer be put in its place. */
const MOST_KEPT = 64;

/**
 * What a head remembers after a step from the version that it stands at. A rewriting is no upload: those that were taken are remembered, but no version from
 * before it, which may still hold somebody who was erased, or stand under another key.
 */
export function recentAfter(
  { recent, current, parts }: Pick<Head, "recent" | "current" | "parts">,
  step: UploadToTake & { readonly filed?: number },
): readonly TakenUpload[] {
  if (step.filed !== undefined) return recent.map((one) => ({ ...one, onto: null }));
  return withTaken(recent, step, { version: current, parts });
}

/** @param current the version that the roster stands at before this upload */
export function withTaken(
  recent: readonly TakenUpload[],
  { order, uploadId, full, withholds }: UploadToTake,
  current: KeptVersion,
): readonly TakenUpload[] {
  const known = recent.find((one) => one.uploadId === uploadId);
  const older = recent.filter((one) => one.order < order);
  const newer = recent.filter((one) => one.order > order);
  const onto = known === undefined ? ontoOf(newer, current) : known.onto;
  // What is older than a whole list is needed no longer, unless what the list was planned on has to be made of it.
  const forgets = full && onto !== null;
  const overtook = [
    ...(known?.overtook ?? []),
    ...(forgets ? older.filter((one) => one.withholds).map((one) => one.uploadId) : []),
  ];
  const taken = { order, uploadId, withholds, onto, ...(overtook.length === 0 ? {} : { overtook }) };
  const all = [...(forgets ? [] : older), taken, ...newer.map((one) => ({ ...one, onto: null }))];
  if (all.length <= MOST_KEPT) return all;
  return all.slice(-MOST_KEPT).map((one, index) => (index === 0 ? { ...one, onto: null } : one));
}

/**
 * @param released whether it was taken already, without its removals, which are now to be carried out
 * @returns null when it can no longer be put before the newer ones
 */
export function placeOf(
  recent: readonly TakenUpload[],
  { order, uploadId, released }: Pick<TakenUpload, "order" | "uploadId"> & { readonly released: boolean },
  current: KeptVersion,
): Place | null {
  const after = recent.filter((one) => one.order > order);
  if (after.length === 0) return { onto: current, before: [], after };
  const known = recent.find((one) => one.uploadId === uploadId);
  // Taken already, but not finished: it is planned where it was planned before.
  const again = known !== undefined && !released;
  const older = recent.filter((one) => one.order < order || (one.order === order && !again));
  const onto = again ? known.onto : ontoOf(after, current);
  if (onto !== null) return { onto, before: [], after };
  const from = older.findLastIndex((one) => one.onto !== null);
  const start = older[from]?.onto ?? null;
  return start === null ? null : { onto: start, before: older.slice(from), after };
}

function ontoOf(newer: readonly TakenUpload[], current: KeptVersion): KeptVersion | null {
  const [next] = newer;
  return next === undefined ? current : next.onto;
}
