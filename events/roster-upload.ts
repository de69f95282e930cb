// What stands in the queue roster-uploads: an object was put, or an upload has to be planned again because its base has moved.
import * as z from "zod";
import { objectCreatedEvent } from "./object-created.ts";

export const planAgain = z.object({
  type: z.literal("plan-again"),
  voidVersion: z.int().positive().describe("the version number that became void"),
  event: objectCreatedEvent.describe("the event of the upload"),
});
export type PlanAgain = z.infer<typeof planAgain>;

export const rosterUpload = z.union([planAgain, objectCreatedEvent]);
export type RosterUpload = z.infer<typeof rosterUpload>;
