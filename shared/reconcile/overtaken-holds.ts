// Removals that wait, although their roster has moved on and nobody can decide on them any more. The head is read first: an upload that becomes held after
// that looks for itself.
import { isHoldOvertaken } from "#shared/domain/overtaken-hold.ts";
import { withholding } from "#shared/domain/recent-uploads.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { Heads, Uploads } from "#shared/ports.ts";

interface Ports {
  readonly heads: Pick<Heads, "read">;
  readonly uploads: Pick<Uploads, "find">;
}

export async function overtakenHolds(ports: Ports, roster: RosterId): Promise<readonly UploadRecord[]> {
  const head = await ports.heads.read(roster);
  const found: UploadRecord[] = [];
  for (const uploadId of withholding(head.recent)) {
    const record = await ports.uploads.find(roster, uploadId);
    if (record?.status === "held" && isHoldOvertaken(record, head)) found.push(record);
  }
  return found;
}
