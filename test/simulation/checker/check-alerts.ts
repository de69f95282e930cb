// One alert per change: nothing told twice under two names, nothing decided and never told, nothing fallen and not decided.
import type { Alert } from "#shared/domain/alert.ts";
import type { Evidence } from "./evidence.ts";

type Told = Omit<Alert, "month"> & { readonly month: string };

export function checkAlerts({ stores, thresholds }: Evidence): readonly string[] {
  const found: string[] = [];
  const byId = new Map<string, string>();
  for (const text of stores.alertTopic) {
    const { alertId }: Told = JSON.parse(text);
    if ((byId.get(alertId) ?? text) !== text) found.push(`${alertId} was told in two ways`);
    byId.set(alertId, text);
  }
  const told = [...byId.values()].map((text): Told => JSON.parse(text));
  const recorded = stores.alerts.keys().map((key) => key.split("#")[2]);
  if (JSON.stringify(recorded.toSorted()) !== JSON.stringify([...byId.keys()].sort()))
    found.push(`recorded ${recorded.length} alerts, told ${byId.size}`);
  for (const alert of told) {
    const parts = alert.parts.reduce((sum, { workers }) => sum + workers, 0);
    if (parts !== alert.change || alert.after - alert.before !== alert.change)
      found.push(`${alert.alertId}: its parts do not add up`);
  }
  for (const regency of stores.references.keys()) {
    const memory = stores.references.get(regency);
    if ((memory?.outbox.length ?? 0) > 0) found.push(`${regency}: an alert waits in the outbox`);
    const inOrder = told.filter((alert) => alert.regency === regency).sort((a, b) => ticketOf(a) - ticketOf(b));
    inOrder.forEach((alert, index) => {
      const before = inOrder[index - 1];
      if (before !== undefined && isSameNews(before, alert)) found.push(`${alert.alertId} repeats ${before.alertId}`);
    });
    found.push(...checkUntold(stores, regency, thresholds));
  }
  return found;
}

function ticketOf({ alertId }: Told): number {
  return Number(/-t(\d+)$/.exec(alertId)?.[1]);
}

function isSameNews(a: Told, b: Told): boolean {
  return a.kind === b.kind && a.asOf === b.asOf && a.before === b.before && a.after === b.after;
}

/** What is covered now against what was last told. */
function checkUntold(
  stores: Evidence["stores"],
  regency: string,
  { share, workers }: Evidence["thresholds"],
): readonly string[] {
  const state = stores.references.get(regency)?.state;
  const asOf = stores.regencies.get(regency)?.asOf ?? "";
  if (state?.reference == null) return [];
  const [year = 0, month = 0] = asOf.split("-").map(Number);
  const now = stores.current.get(regency)?.months.find((it) => it.month === year * 12 + month - 1)?.covered ?? 0;
  const fall = state.reference.level - now;
  const isTold = fall < Math.max(share * state.reference.level, workers) - 1e-6;
  return isTold ? [] : [`${regency}: fell from ${state.reference.level} to ${now}, and nobody is told`];
}
