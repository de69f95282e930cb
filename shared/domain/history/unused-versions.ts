// Numbers of versions that were given and stand in no history. Each upload is given one before it is known whether it changes anything, and a new one when
// the roster has moved meanwhile; none is given twice, so they leave gaps.
import type { RosterVersion } from "../roster-version.ts";
import type { Head, UploadRecord } from "../upload.ts";

/**
 * `unchanged`: the upload said nothing that the roster did not say; `superseded`, `refused`: it was not taken; `planned`: it is under way; `void`: the
 * roster moved while that version was made, or its removals were held and then decided about, so that it was made again under another number.
 */
export type UnusedCause = "unchanged" | "superseded" | "refused" | "planned" | "void";

export interface UnusedVersion {
  readonly version: number;
  readonly cause: UnusedCause;
  /** Of the upload that was given it; null where that is not known any more. */
  readonly uploadId: string | null;
  readonly fileName: string | null;
}

/**
 * Ascending, up to the highest number that is known of.
 * @param versions of the roster, in any order
 * @param uploads of the roster, in any order
 */
export function unusedVersions(
  head: Pick<Head, "current">,
  versions: readonly RosterVersion[],
  uploads: readonly UploadRecord[],
): readonly UnusedVersion[] {
  const used = usedVersions(head.current, versions);
  const made = new Map(versions.map((version) => [version.version, version]));
  const given = new Map(uploads.map((upload) => [upload.plan.version, upload]));
  const highest = Math.max(head.current, ...made.keys(), ...given.keys());
  const unused: UnusedVersion[] = [];
  for (let version = 1; version <= highest; version += 1) {
    if (used.has(version)) continue;
    const upload = given.get(version);
    if (upload !== undefined) {
      const { uploadId, fileName } = upload;
      unused.push({ version, cause: causeOf(upload), uploadId, fileName });
      continue;
    }
    const record = made.get(version);
    const { uploadId = null, source } = record ?? {};
    unused.push({ version, cause: "void", uploadId, fileName: source?.fileName ?? null });
  }
  return unused;
}

function causeOf({ status }: UploadRecord): UnusedCause {
  return status === "applied" || status === "held" ? "unchanged" : status;
}

function usedVersions(current: number, versions: readonly RosterVersion[]): ReadonlySet<number> {
  const baseOf = new Map(versions.map(({ version, base }) => [version, base]));
  const used = new Set<number>();
  for (let version = current; version > 0 && !used.has(version); version = baseOf.get(version) ?? 0) used.add(version);
  return used;
}
