// Held uploads that still wait for a decision: nobody has released or discarded them, and no newer file has overtaken them.
import { type Head, isSuperseded, type UploadRecord } from "../upload.ts";
import { isBefore } from "./unprocessed-objects.ts";

export function waitsForDecision(upload: UploadRecord, heads: readonly Head[]): boolean {
  const head = heads.find(({ roster }) => roster === upload.roster);
  if (upload.status !== "held" || head === undefined) return false;
  const isCurrent =
    head.filed === upload.plan.version || head.filed === upload.plan.base || head.current === upload.plan.base;
  return isCurrent && !isSuperseded(upload.order, head);
}

/** Those that were uploaded before an instant. */
export function waitingSince<Upload extends Pick<UploadRecord, "receivedAt">>(
  uploads: readonly Upload[],
  before: string,
): readonly Upload[] {
  return uploads.filter(({ receivedAt }) => isBefore(receivedAt, before));
}
