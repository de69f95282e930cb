// "Object Created" of S3 as EventBridge sends it. Keys are plain here, not URL-encoded. What is unknown is ignored: the format has grown over the years.
import * as z from "zod";

export const objectCreatedEvent = z.object({
  "detail-type": z.string(),
  source: z.string(),
  /** When the object was put, whole seconds, UTC. */
  time: z.iso.datetime(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.int().nonnegative().optional(),
      etag: z.string(),
      /** Only from a bucket that keeps versions. */
      "version-id": z.string().optional(),
      /** Hexadecimal; orders the events of one key. */
      sequencer: z.string().regex(/^[0-9A-Fa-f]+$/),
    }),
  }),
});
export type ObjectCreatedEvent = z.infer<typeof objectCreatedEvent>;
