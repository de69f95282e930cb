// A file of which a row or a worker would be lost without a word: it stops here, and an alarm rings by this name.
import { ROWS_UNBALANCED } from "#shared/names.ts";

export class RowsUnbalanced extends Error {
  // Not the class's own name, which bundling shortens.
  override readonly name = ROWS_UNBALANCED;
}
