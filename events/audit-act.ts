// What the Coverage table keeps of an operator's act.
import * as z from "zod";
import type { AuditAct } from "#shared/domain/audit.ts";
import { HOLD_DECISIONS } from "#shared/domain/receipt.ts";
import { count, day, filterPolicy, roster } from "./fields.ts";

const act = { at: z.string(), by: z.string() };
const progress = z.enum(["begun", "done"]);

export const auditAct = z.discriminatedUnion("kind", [
  z.object({ ...act, kind: z.enum(HOLD_DECISIONS), roster, uploadId: z.string() }),
  z.object({
    ...act,
    kind: z.literal("erasure"),
    reason: z.string(),
    requestedOn: day.nullable(),
    workers: count,
    progress,
    counts: z
      .object({ rosters: count, slices: count, files: count, rejectedRows: count, waiting: count, unreadable: count })
      .nullable(),
  }),
  z.object({
    ...act,
    kind: z.enum(["subscription", "unsubscription"]),
    topic: z.enum(["alerts", "digest"]),
    protocol: z.string(),
    endpoint: z.string(),
    filter: filterPolicy.nullable(),
  }),
  z.object({ ...act, kind: z.literal("redrive"), queue: z.string(), progress, sent: count.nullable() }),
  z.object({
    ...act,
    kind: z.literal("letter-discard"),
    queue: z.string(),
    progress,
    letters: count,
    named: z.array(z.object({ id: z.string(), reason: z.string().nullable(), about: z.string() })).readonly(),
  }),
  z.object({
    ...act,
    kind: z.literal("rekey"),
    reason: z.string(),
    fromKeyId: z.string(),
    toKeyId: z.string(),
    progress,
  }),
]) satisfies z.ZodType<AuditAct>;
