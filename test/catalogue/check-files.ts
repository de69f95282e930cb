// A process of its own with a small heap that checks the files it is told of, one after the other, as `cakupan validate` does, and answers with
// their receipts. The process that makes the files holds them; this one only reads.

import { checkFile, receiptOfCheck } from "#cli/checked-file.ts";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { rosterId } from "#shared/domain/roster.ts";

export interface FileToAsk {
  readonly path: string;
  readonly roster: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface CheckAnswer {
  readonly receipt: unknown;
  readonly error: string | null;
  /** The most memory that this process ever held, in bytes. */
  readonly peakBytes: number;
}

const RECEIVED_AT = "2022-10-31T17:00:00.000Z";

process.on("message", async ({ path, roster, metadata }: FileToAsk) => {
  const answer = await checkFile({
    path,
    roster: rosterId(roster),
    metadata,
    receivedAt: RECEIVED_AT,
    pseudonymise: (niks) => niks.map((byte) => 255 - byte),
  }).then(
    (checked) => ({ receipt: receiptSchema.encode(receiptOfCheck(checked)), error: null }),
    (error: unknown) => ({ receipt: null, error: String(error) }),
  );
  process.send?.({ ...answer, peakBytes: process.resourceUsage().maxRSS * 1024 } satisfies CheckAnswer);
});
process.on("disconnect", () => process.exit());
