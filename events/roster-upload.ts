// What stands in the queue roster-uploads: an object was put, or an upload has to be planned again because its base has moved.
import * as z from "zod";
import { HOLD_DECISIONS } from "#shared/domain/receipt.ts";
import { day, roster } from "./fields.ts";
import { objectCreatedEvent } from "./object-created.ts";

export const planAgain = z.object({
  type: z.literal("plan-again"),
  voidVersion: z.int().positive().describe("the version number that became void"),
  event: objectCreatedEvent.describe("the event of the upload"),
});

/** Somebody has looked at an upload whose removals were held. */
export const decideHeld = z.object({
  type: z.literal("decide-held"),
  roster,
  uploadId: z.string().regex(/^[0-9a-f]{20}$/),
  decision: z.enum(HOLD_DECISIONS),
  decidedOn: day
    .optional()
    .describe("the day of the decision in Asia/Jakarta; left out: not known, and the upload's own day stands for it"),
});
export type DecideHeld = z.infer<typeof decideHeld>;

export const rosterUpload = z.union([planAgain, decideHeld, objectCreatedEvent]);
export type RosterUpload = z.infer<typeof rosterUpload>;
