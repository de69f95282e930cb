// A message as JSON text, by its schema.
import type * as z from "zod";

/** @throws ZodError when the message does not fit its schema */
export function textOf<Schema extends z.ZodType>(schema: Schema): (message: z.output<Schema>) => string {
  return (message) => JSON.stringify(schema.encode(message));
}
