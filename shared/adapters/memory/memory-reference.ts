// Agreements, workforce figures, targets and claims of regencies: a figure is replaced only by a newer upload, an agreement remembers every file of it.
import {
  type AgreementHistory,
  agreementOf,
  type SentAgreement,
  withSent,
} from "#shared/domain/reference/agreement-history.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import { figureName, type ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { AgreementName } from "#shared/domain/reference/reference-key.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { ReferenceStore } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

export interface ReferenceTables {
  /** By `{regency}#{name of the figure}`. */
  readonly figures: MemoryTable<{ readonly order: UploadOrder; readonly figure: ReferenceFigure }>;
  /** By `{regency}#{slug}`. */
  readonly agreements: MemoryTable<AgreementHistory>;
}

export class MemoryReference implements ReferenceStore {
  readonly #tables: ReferenceTables;
  readonly #effect: Effect;

  constructor(tables: ReferenceTables, effect: Effect = atOnce) {
    this.#tables = tables;
    this.#effect = effect;
  }

  ofRegency(regency: RegencyCode): Promise<RegencyReference> {
    const prefix = `${regency}#`;
    return this.#effect("reference.of-regency", () => {
      const figures = this.#figures(regency);
      return {
        agreements: this.#tables.agreements
          .keys(prefix)
          .flatMap(
            (key) =>
              agreementOf({ regency, slug: key.slice(prefix.length) }, this.#tables.agreements.get(key) ?? []) ?? [],
          ),
        workforces: figures.flatMap((one) => (one.kind === "workforce" ? [one.figure] : [])),
        targets: figures.flatMap((one) => (one.kind === "targets" ? [one.figure] : [])),
      };
    });
  }

  claims(regency: RegencyCode): Promise<readonly Claims[]> {
    return this.#effect("reference.claims", () =>
      this.#figures(regency).flatMap((one) => (one.kind === "claims" ? [one.figure] : [])),
    );
  }

  put(figure: ReferenceFigure, order: UploadOrder): Promise<"applied" | "unchanged" | "superseded"> {
    const key = `${figure.regency}#${figureName(figure)}`;
    return this.#effect("reference.put", () => {
      const before = this.#tables.figures.get(key);
      if (before !== null && before.order > order) return "superseded";
      // The same upload again, which may have died before it told of what it changed.
      if (before?.order === order) return "applied";
      this.#tables.figures.put(key, { order, figure });
      return JSON.stringify(before?.figure) === JSON.stringify(figure) ? "unchanged" : "applied";
    });
  }

  addAgreement({ regency, slug }: AgreementName, sent: SentAgreement): Promise<AgreementHistory> {
    const key = `${regency}#${slug}`;
    return this.#effect("reference.add-agreement", () => {
      const before = this.#tables.agreements.get(key) ?? [];
      if (before.some(({ order }) => order === sent.order)) return before;
      const after = withSent(before, sent);
      this.#tables.agreements.put(key, after);
      return after;
    });
  }

  #figures(regency: RegencyCode): readonly ReferenceFigure[] {
    return this.#tables.figures.keys(`${regency}#`).flatMap((key) => this.#tables.figures.get(key)?.figure ?? []);
  }
}
