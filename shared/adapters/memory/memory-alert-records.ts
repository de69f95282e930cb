// Published alerts, kept under the scope of their regency, or of the province.
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRecords } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

export class MemoryAlertRecords implements AlertRecords {
  readonly #table: MemoryTable<Alert>;
  readonly #effect: Effect;

  /** @param table by `{scope}#{day}#{alert id}` */
  constructor(table: MemoryTable<Alert>, effect: Effect = atOnce) {
    this.#table = table;
    this.#effect = effect;
  }

  async record(alert: Alert): Promise<void> {
    const key = `${alert.regency ?? alert.province}#${alert.asOf}#${alert.alertId}`;
    await this.#effect("alerts.record", () => this.#table.put(key, alert));
  }
}
