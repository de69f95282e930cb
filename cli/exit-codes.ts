// What the shell gets back, in one place.
import type { Receipt } from "#shared/domain/receipt.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";

export const EXIT = {
  /** Every row accepted; duplicates and warnings allowed. */
  ok: 0,
  rowsRejected: 1,
  /** Of what looks after a province (status, reconcile, redrive, erase): something is left that a person has to mend. */
  notMended: 1,
  refused: 2,
  held: 3,
  superseded: 4,
  timedOut: 5,
  usage: 64,
  failed: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The file's fate counts before that of its rows. */
export function exitCodeOf(receipt: Pick<Receipt, "status" | "rows">): ExitCode {
  switch (receipt.status) {
    case "refused":
      return EXIT.refused;
    case "held":
      return EXIT.held;
    case "superseded":
      return EXIT.superseded;
    case "applied":
    case "planned":
      return receipt.rows.rejected > 0 ? EXIT.rowsRejected : EXIT.ok;
  }
}

export function exitCodeOfReference({ status }: Pick<ReferenceReceipt, "status">): ExitCode {
  switch (status) {
    case "refused":
      return EXIT.refused;
    case "superseded":
      return EXIT.superseded;
    case "applied":
    case "unchanged":
      return EXIT.ok;
  }
}
