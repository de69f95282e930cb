// A planted bug: a fault that somebody could make, as one change of one file, and the tests that must see it. It is data: nothing of it is ever in
// the product.

export interface Bug {
  /** What goes wrong, as a short phrase; no two bugs have the same. */
  readonly name: string;
  readonly file: string;
  /** Stands once in the file … */
  readonly was: string;
  /** … and is replaced by this. */
  readonly becomes: string;
  /** The cheapest test files that must see it; one that fails is enough. */
  readonly tests: readonly string[];
}
