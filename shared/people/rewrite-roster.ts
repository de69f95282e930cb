// A roster's current version written anew without a file, the way in which the pipeline writes one: under a new number, its slices first, and the head
// moved to it in one step from the version that it was made out of. Cut off anywhere it has either happened or not; where the head moves meanwhile, it
// is made again out of what is then current.
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { type LatestFile, latestFile, type RewritingCause, type RosterVersion } from "#shared/domain/roster-version.ts";
import { cutTable, joinSlices } from "#shared/domain/slice.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { RewritePorts } from "./needs.ts";

/** Who ordered that people are erased, or the key changed, and when (ISO 8601, UTC). */
export interface Order {
  readonly at: string;
  readonly by: string;
}

export interface RosterChange {
  readonly cause: RewritingCause;
  readonly order: Order;
  /** Under which key what `change` gives stands. */
  readonly keyId: (record: RosterVersion) => string;
  /** null: nothing has to be changed. */
  readonly change: (content: PackedEnrolments, record: RosterVersion) => PackedEnrolments | null;
}

/** The head that was left; null when there was nothing to rewrite. */
export async function rewriteRoster(
  ports: RewritePorts,
  roster: RosterId,
  { cause, order: { at, by }, keyId, change }: RosterChange,
): Promise<Head | null> {
  for (;;) {
    const head = await ports.heads.read(roster);
    if (head.current === 0) return null;
    const read = await ports.slices.read([head]);
    // A slice is gone: the head has moved. Read it again.
    if (read === null) {
      if ((await ports.heads.read(roster)).current === head.current) throw new Error(`slices of ${roster} are missing`);
      continue;
    }
    const record = await recordOf(ports, head);
    const before = joinSlices(read[0] ?? []);
    const content = change(before, record);
    if (content === null) return null;
    const rewriting = { at, by, removed: before.count - content.count };
    if (await write(ports, head, { ...record, keyId: keyId(record), rewritten: cause, rewriting }, content))
      return head;
  }
}

async function write(
  { heads, slices }: RewritePorts,
  head: Head,
  record: RosterVersion,
  content: PackedEnrolments,
): Promise<boolean> {
  const { roster, current: base } = head;
  const cut = cutTable(content);
  const { version } = await heads.nextVersion(roster);
  // What stands in the place of a version comes after every full file that was taken.
  const order = head.fullOrder !== null && head.fullOrder > record.order ? head.fullOrder : record.order;
  const written = { ...record, version, base, order, parts: cut.parts };
  let part = 0;
  for (const slice of cut.slices()) {
    await slices.put(roster, version, part, slice);
    await heads.addPart(written, part);
    part += 1;
  }
  return heads.move({
    roster,
    base,
    taken: head.taken,
    version,
    order,
    uploadId: record.uploadId,
    parts: cut.parts,
    full: false,
    withholds: false,
    asOf: head.reportedOn ?? record.asOf,
    latest: latestOf(head, record),
    keyId: written.keyId,
    ...(head.keyId === null ? {} : { fromKeyId: head.keyId }),
    filed: head.filed,
  });
}

/** The file, and how many were erased since: who is gone by that has not been left out of a file. */
function latestOf({ latest }: Head, { asOf, source, rewritten, rewriting }: RosterVersion): LatestFile {
  const file = latest ?? latestFile(asOf, source);
  const erased = (file.erased ?? 0) + (rewritten === "erasure" ? (rewriting?.removed ?? 0) : 0);
  return erased === 0 ? file : { ...file, erased };
}

async function recordOf({ records }: RewritePorts, { roster, current }: Head): Promise<RosterVersion> {
  const record = (await records.versions(roster)).find(({ version }) => version === current);
  if (record === undefined) throw new Error(`version ${current} of ${roster} is not recorded`);
  return record;
}
