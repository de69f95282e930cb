// What reading a file of reference data gives. A file with any error is refused whole; warnings refuse nothing.
import type { Problem, RowProblem } from "../problem.ts";
import type { AgreementContent } from "./agreement-content.ts";
import type { ReferenceFigure } from "./figure.ts";

interface Told {
  /** Rows below the header, or periods of an agreement. */
  readonly rows: number;
  readonly file: readonly Problem[];
  readonly problems: readonly RowProblem[];
}

export type ReferenceReading = Told &
  (
    | { readonly kind: "table"; readonly figures: readonly ReferenceFigure[] }
    | { readonly kind: "agreement"; readonly content: AgreementContent }
    | { readonly kind: "refused" }
  );

export function isRefusal({ file, problems }: Pick<Told, "file" | "problems">): boolean {
  return [...file, ...problems].some(({ severity }) => severity === "error");
}
