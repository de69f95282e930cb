// What a regency's figures mean is decided purely; what was decided is remembered before it is published. A crash between the two publishes again,
// under the same id, and never loses an alert.
import type { CoverageChange } from "#events/coverage-change.ts";
import { type DropThresholds, decideAlerts } from "#shared/domain/alerts/decide-drop.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { Log } from "#shared/lambda/log.ts";
import type { AlertMemory, AlertStore, AlertTopic } from "#shared/ports.ts";

export interface EmitAlertsPorts {
  readonly store: AlertStore;
  readonly topic: AlertTopic;
  readonly log: Log;
}

export async function emitAlerts(
  ports: EmitAlertsPorts,
  thresholds: DropThresholds,
  change: CoverageChange,
): Promise<void> {
  const { regency } = change;
  for (;;) {
    const memory = await ports.store.read(regency);
    const decided = decideAlerts(memory.state, change, thresholds);
    const next: AlertMemory = {
      revision: memory.revision + 1,
      state: decided.state,
      outbox: [...memory.outbox, ...decided.alerts],
    };
    if (!(await ports.store.save(regency, next))) continue; // Somebody else decided meanwhile: look again.
    if (next.outbox.length > 0) await drain(ports, regency, next);
    return;
  }
}

/** Publishes what waits; should another have saved meanwhile, the outbox stays and the next message publishes it again, under the same ids. */
async function drain(ports: EmitAlertsPorts, regency: RegencyCode, memory: AlertMemory): Promise<void> {
  for (const alert of memory.outbox) {
    await ports.topic.publish(alert);
    await ports.store.record(alert);
    ports.log("info", "alert-published", { regency, alertId: alert.alertId, kind: alert.kind });
  }
  await ports.store.save(regency, { ...memory, revision: memory.revision + 1, outbox: [] });
}
