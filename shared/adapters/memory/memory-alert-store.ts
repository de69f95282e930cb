// What emit-alerts remembers of each regency, and the alerts that were published.
import type { Alert } from "#shared/domain/alert.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { AlertMemory, AlertStore } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

export interface AlertTables {
  /** By regency. */
  readonly references: MemoryTable<AlertMemory>;
  /** By `{regency}#{day}#{alert id}`. */
  readonly alerts: MemoryTable<Alert>;
}

const NOTHING_YET: AlertMemory = { revision: 0, state: null, outbox: [] };

export class MemoryAlertStore implements AlertStore {
  readonly #tables: AlertTables;
  readonly #effect: Effect;

  constructor(tables: AlertTables, effect: Effect = atOnce) {
    this.#tables = tables;
    this.#effect = effect;
  }

  read(regency: RegencyCode): Promise<AlertMemory> {
    return this.#effect("alerts.read", () => this.#tables.references.get(regency) ?? NOTHING_YET);
  }

  save(regency: RegencyCode, memory: AlertMemory): Promise<boolean> {
    return this.#effect("alerts.save", () =>
      this.#tables.references.update(regency, (before) =>
        before === null || before.revision === memory.revision - 1 ? memory : null,
      ),
    );
  }

  async record(alert: Alert): Promise<void> {
    await this.#effect("alerts.record", () =>
      this.#tables.alerts.put(`${alert.regency}#${alert.asOf}#${alert.alertId}`, alert),
    );
  }
}
