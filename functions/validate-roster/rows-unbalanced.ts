// A file of which a row or a worker would be lost without a word: it stops here, and an alarm rings by this name.
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { ROWS_UNBALANCED } from "#shared/names.ts";

export class RowsUnbalanced extends Error {
  // Not the class's own name, which bundling shortens.
  override readonly name = ROWS_UNBALANCED;
}

/** Rows and workers must balance, or nothing is sent. */
export function checkBalance(record: UploadRecord, { rows, workers }: FileReading, { changes }: VersionPlan): void {
  if (rows.read !== rows.accepted + rows.duplicate + rows.rejected) throw new RowsUnbalanced("rows do not balance");
  const { enrolled, changed, unchanged, ended, notFound } = changes;
  const accountedFor = record.mode === "end" ? ended + notFound : enrolled + changed + unchanged;
  if (workers !== accountedFor) throw new RowsUnbalanced("workers do not balance");
}
