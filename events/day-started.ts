// What the daily schedules send, and `cakupan day` on AWS: the instant for which the run is due.
import * as z from "zod";

export const dayStarted = z.object({
  time: z.iso.datetime().describe("the instant for which the run was due; its day in Asia/Jakarta is meant"),
});
