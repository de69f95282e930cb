// The figures of a table, each stored unless a newer upload has told it already.
import type { ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { ReferenceOutcome } from "#shared/domain/reference/receipt-of-reading.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { ReferenceStore } from "#shared/ports.ts";

export async function storeFigures(
  store: ReferenceStore,
  figures: readonly ReferenceFigure[],
  order: UploadOrder,
): Promise<ReferenceOutcome> {
  const counts = { applied: 0, unchanged: 0, superseded: 0 };
  const changed = new Set<ReferenceFigure["regency"]>();
  for (const figure of figures) {
    const fate = await store.put(figure, order);
    counts[fate] += 1;
    if (fate === "applied") changed.add(figure.regency);
  }
  const status = counts.applied > 0 ? "applied" : counts.unchanged > 0 ? "unchanged" : "superseded";
  return { status, counts, regencies: [...changed].sort() };
}
