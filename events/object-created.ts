// "Object Created" of S3 as EventBridge sends it. Keys are plain here, not URL-encoded. What is unknown is ignored: the format has grown over the years.
import * as z from "zod";

export const objectCreatedEvent = z.object({
  "detail-type": z.string().describe("only `Object Created` is acted on"),
  source: z.string(),
  time: z.iso.datetime().describe("when the object was put, whole seconds, UTC"),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    requester: z.string().optional().describe("whose request it was: an AWS account, or a service of AWS"),
    object: z.object({
      key: z.string().describe("plain, not URL-encoded"),
      size: z.int().nonnegative().optional(),
      etag: z.string().describe("without quotes; the object is read by it where there is no version"),
      "version-id": z.string().optional().describe("only from a bucket that keeps versions"),
      sequencer: z
        .string()
        .regex(/^[0-9A-Fa-f]+$/)
        .describe("hexadecimal; orders the events of one key"),
    }),
  }),
});
export type ObjectCreatedEvent = z.infer<typeof objectCreatedEvent>;
