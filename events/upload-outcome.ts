// How an upload ended, where somebody must know of it: it waits for a decision, or could not be used.

import * as z from "zod";
import type { Receipt } from "#shared/domain/receipt.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { bilingual, count, day, regency, roster } from "./fields.ts";

const about = {
  type: z.literal("upload-outcome"),
  regency: regency.nullable().describe("null: the key of the file names no roster"),
  uploadId: z.string(),
  fileName: z.string(),
  asOf: day,
};

export const uploadHeld = z.object({
  ...about,
  status: z.literal("held"),
  roster,
  withheld: count.describe("workers whose removal waits"),
});
export const uploadRefused = z.object({
  ...about,
  status: z.literal("refused"),
  roster: roster.nullable(),
  code: z.string().describe("what is wrong, first of all"),
  reason: bilingual,
});
export const uploadSettled = z.object({
  ...about,
  status: z.literal("settled").describe("it waited, or might have, and waits no longer"),
  roster,
});

export const uploadOutcome = z.discriminatedUnion("status", [uploadHeld, uploadRefused, uploadSettled]);
export type UploadOutcomeMessage = z.infer<typeof uploadOutcome>;

/**
 * What of a receipt somebody must know: one message, or none. It is sent before the upload's record is finished, so that a crash in between sends it
 * again; it is told once all the same.
 */
export function outcomesOf(receipt: Receipt): readonly UploadOutcomeMessage[] {
  const { uploadId, fileName, asOf, roster, status, decision, changes } = receipt;
  const regency = roster === null ? null : rosterParts(roster).regency;
  const about = { type: "upload-outcome", regency, uploadId, fileName, asOf } as const;
  if (status === "refused") {
    const [first] = receipt.file;
    const reason = first?.message ?? { id: "", en: "" };
    return [{ ...about, status: "refused", roster, code: first?.code ?? "unknown", reason }];
  }
  if (roster === null) return [];
  if (status === "held") return [{ ...about, status: "held", roster, withheld: changes?.withheld ?? 0 }];
  return decision !== null || status === "superseded" ? [{ ...about, status: "settled", roster }] : [];
}
