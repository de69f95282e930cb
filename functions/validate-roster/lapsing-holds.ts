// Removals that wait, and on which nobody can decide once an `add` or `end` file has changed the roster: its uploader is told, for nobody else would be.
// A whole list needs no such word: it says itself who goes.
import { isHoldOvertaken } from "#shared/domain/overtaken-hold.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { Head, UploadRecord } from "#shared/domain/upload.ts";
import type { Uploads } from "#shared/ports.ts";

/** @param head as it stands before the upload */
export async function lapsingHolds(
  uploads: Pick<Uploads, "find">,
  { mode, uploadId }: Pick<UploadRecord, "mode" | "uploadId">,
  head: Head,
): Promise<readonly Problem[]> {
  if (mode === "full") return [];
  const withheld = head.recent.filter((taken) => taken.withholds && taken.uploadId !== uploadId);
  const records = await Promise.all(withheld.map((taken) => uploads.find(head.roster, taken.uploadId)));
  return records.flatMap((record) => {
    const workers = record?.outcome?.changes?.withheld ?? 0;
    const lapses = record?.status === "held" && workers > 0 && !isHoldOvertaken(record, head);
    return lapses ? [problem("hold-lapses", workers, record.uploadId)] : [];
  });
}
