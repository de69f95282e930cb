// What has to be the same in the end, whatever went wrong on the way: not the numbers that count attempts (tickets, revisions, versions), but all that
// they lead to.

import type { Standing } from "#shared/domain/alerts/standing.ts";
import type { AlertMemory } from "#shared/ports.ts";
import { receiptKeyOf } from "#shared/upload-id.ts";
import type { Stores } from "../world/stores.ts";

export interface EndState {
  /** Slices of the current version, by roster. */
  readonly registry: Readonly<Record<string, readonly string[]>>;
  readonly coverage: Readonly<Record<string, unknown>>;
  readonly frozenMonths: Readonly<Record<string, unknown>>;
  readonly uploads: Readonly<Record<string, string>>;
  readonly receipts: Readonly<Record<string, unknown>>;
  readonly rejectedRows: Readonly<Record<string, string>>;
  /** By alert, each once however often it was published. */
  readonly alerts: readonly string[];
  readonly day: string | null;
  /** What later decisions depend on besides. */
  readonly memory: readonly unknown[];
}

export function endState(stores: Stores): EndState {
  const rosters = stores.heads.keys().filter((roster) => (stores.heads.get(roster)?.current ?? 0) > 0);
  return {
    registry: Object.fromEntries(rosters.map((roster) => [roster, slicesOf(stores, roster)])),
    coverage: Object.fromEntries(stores.current.keys().map((regency) => [regency, coverageOf(stores, regency)])),
    frozenMonths: Object.fromEntries(stores.months.keys().map((key) => [key, stores.months.get(key)?.coverage])),
    uploads: Object.fromEntries(stores.uploads.keys().map((key) => [key, stores.uploads.get(key)?.status ?? ""])),
    receipts: Object.fromEntries(textsOf(stores, ".json").map(([key, text]) => [key, withoutVersion(text)])),
    rejectedRows: Object.fromEntries(textsOf(stores, ".csv")),
    alerts: alertsOf(stores),
    day: stores.days.get("14")?.asOf ?? null,
    memory: [
      ...rosters.map((roster) => stores.heads.get(roster)?.fullOrder),
      ...stores.uploads.keys().map((key) => stores.uploads.get(key)?.released),
      ...stores.regencyAlerts.keys().map((regency) => withoutCounts(stores.regencyAlerts.get(regency))),
      ...stores.provinceAlerts.keys().map((province) => withoutCounts(stores.provinceAlerts.get(province))),
    ],
  };
}

function slicesOf(stores: Stores, roster: string): readonly string[] {
  const { current = 0, parts = 0 } = stores.heads.get(roster) ?? {};
  return Array.from(
    { length: parts },
    (_, part) => stores.slices.get(`${roster}@${current}/${part}`)?.enrolments ?? "",
  );
}

function coverageOf(stores: Stores, regency: string): unknown {
  const current = stores.current.get(regency);
  const { rosters = [], overlaps = [] } = stores.figures.get(`${regency}#${current?.ticket}`) ?? {};
  return {
    // The day of the last fold depends on which message it was that folded; the regency's own day does not.
    asOf: stores.regencies.get(regency)?.asOf,
    window: current?.window,
    months: current?.months,
    rosters: rosters.map(({ version: _, ...figures }) => figures),
    overlaps,
  };
}

function textsOf({ receipts }: Stores, ending: string): readonly (readonly [string, string])[] {
  return receipts
    .keys()
    .filter((key) => key.startsWith(receiptKeyOf(null, "").slice(0, "receipts/".length)) && key.endsWith(ending))
    .map((key) => [key, new TextDecoder().decode(receipts.newest(key)?.body)]);
}

function withoutCounts(memory: AlertMemory<unknown> | null): unknown {
  const text = JSON.stringify({ state: memory?.state, outbox: memory?.outbox });
  const plain = JSON.parse(text.replaceAll(/"ticket":\d+/g, '"ticket":0').replaceAll(/-t\d+"/g, '"'));
  // In which order things stand says nothing.
  plain.state?.standing?.sort((a: Standing, b: Standing) => (a.key < b.key ? -1 : 1));
  return plain;
}

function withoutVersion(text: string): unknown {
  const { version, ...receipt } = JSON.parse(text);
  return { ...receipt, hasVersion: version !== null };
}

function alertsOf({ alertTopic }: Stores): readonly string[] {
  const byId = new Map(alertTopic.map((text) => [JSON.parse(text).alertId, text]));
  return [...byId.values()].map(withoutTicket).sort();
}

/** That an upload waits no longer is told by whichever message comes first; only one of them bears a day and a ticket. */
function withoutTicket(text: string): string {
  return text.replace(/("alertId":"[^"]+?)-t\d+"/, '$1"').replace(/("alertId":"[^"]+-recovered)-[\d-]{10}"/, '$1"');
}
