// The acts on a province's data for a person, one a line.
import type { AuditAct } from "#shared/domain/audit.ts";
import type { UploadAct } from "../commands/audit.ts";
import { table } from "./table.ts";

export function auditText(acts: readonly (AuditAct | UploadAct)[]): string {
  if (acts.length === 0) return "Belum ada apa-apa. / Nothing yet.";
  return [
    table({
      head: ["Waktu / when (UTC)", "Apa / what", "Oleh / by", "Tentang / about"],
      rows: acts.map((act) => [act.at.slice(0, 19), act.kind, act.by ?? "-", aboutOf(act)]),
    }),
    "",
    "Oleh: akun AWS pengunggah, atau nama yang disebut sendiri (--as); yang pasti ada di CloudTrail.",
    "By: the AWS account that uploaded, or the name given (--as); who it was for certain is in CloudTrail.",
  ].join("\n");
}

function aboutOf(act: AuditAct | UploadAct): string {
  switch (act.kind) {
    case "upload":
      return `${act.roster} ${act.fileName} (${act.status})`;
    case "release":
    case "discard":
      return `${act.roster} ${act.uploadId}`;
    case "erasure":
      return `${act.workers} orang/${act.workers === 1 ? "person" : "people"}, ${act.progress}, ${act.requestedOn ?? "-"}: ${act.reason}`;
    case "rekey":
      return `${act.fromKeyId} → ${act.toKeyId}, ${act.progress}: ${act.reason}`;
  }
}
