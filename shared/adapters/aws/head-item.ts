// A head as an item of the Coverage table: what moves with it stands on it.
import * as z from "zod";
import { day as dayShape, uploadOrder } from "#events/fields.ts";
import { day } from "#shared/domain/day.ts";
import { UPLOAD_MODES } from "#shared/domain/receipt.ts";
import type { TakenUpload } from "#shared/domain/recent-uploads.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { LatestFile } from "#shared/domain/roster-version.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { Item } from "./items.ts";

const latestFile = z.object({
  asOf: dayShape,
  mode: z.enum(UPLOAD_MODES),
  rejected: z.int().nonnegative(),
  ended: z.int().nonnegative(),
  released: z.boolean(),
  erased: z.int().positive().optional(),
}) satisfies z.ZodType<LatestFile>;

const recentUploads = z
  .array(
    z.object({
      order: uploadOrder,
      uploadId: z.string(),
      withholds: z.boolean(),
      onto: z.object({ version: z.int().nonnegative(), parts: z.int().nonnegative() }).nullable(),
      overtook: z.array(z.string()).readonly().optional(),
    }),
  )
  .readonly() satisfies z.ZodType<readonly TakenUpload[]>;

export function headOf(roster: RosterId, item: Item): Head {
  const { current, parts, taken, recent, filed, keyId, fullOrder, reportedOn, latest } = item;
  return {
    roster,
    current: Number(current?.N ?? 0),
    parts: Number(parts?.N ?? 0),
    filed: Number(filed?.N ?? current?.N ?? 0),
    keyId: keyId?.S ?? null,
    taken: Number(taken?.N ?? 0),
    recent: recent?.S === undefined ? [] : recentUploads.parse(JSON.parse(recent.S)),
    fullOrder: (fullOrder?.S as UploadOrder | undefined) ?? null,
    reportedOn: reportedOn?.S === undefined ? null : day(reportedOn.S),
    latest: latest?.S === undefined ? null : latestFile.parse(JSON.parse(latest.S)),
  };
}
