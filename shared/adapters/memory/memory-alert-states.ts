// What emit-alerts remembers of a regency or of the province, with the outbox of what was decided and perhaps not yet published.
import type { AlertMemory, AlertStates } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryTable } from "./memory-table.ts";

export class MemoryAlertStates<Scope extends string, State> implements AlertStates<Scope, State> {
  readonly #table: MemoryTable<AlertMemory<State>>;
  readonly #effect: Effect;

  /** @param table by scope */
  constructor(table: MemoryTable<AlertMemory<State>>, effect: Effect = atOnce) {
    this.#table = table;
    this.#effect = effect;
  }

  read(scope: Scope): Promise<AlertMemory<State>> {
    return this.#effect("alerts.read", () => this.#table.get(scope) ?? { revision: 0, state: null, outbox: [] });
  }

  save(scope: Scope, memory: AlertMemory<State>): Promise<boolean> {
    return this.#effect("alerts.save", () =>
      this.#table.update(scope, (before) =>
        before === null || before.revision === memory.revision - 1 ? memory : null,
      ),
    );
  }
}
