// One alert per change: nothing told twice under two names, nothing decided and never told, nothing fallen or held and not told.
import type { Evidence } from "./evidence.ts";

/** What of an alert's JSON is looked at. */
interface Told {
  readonly alertId: string;
  readonly kind: string;
  readonly clears?: string;
  readonly regency: string | null;
  readonly segment: string | null;
  readonly asOf: string;
  readonly month?: string;
  readonly before?: number;
  readonly after?: number;
  readonly change?: number;
  readonly parts?: readonly { readonly workers: number }[];
  readonly uploadId?: string;
  /** What the last word on a warning named. */
  readonly lastTold?: (Pick<Told, "alertId" | "parts"> & { readonly before: number; readonly after: number }) | null;
}

export function checkAlerts(evidence: Evidence): readonly string[] {
  const { stores } = evidence;
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
  for (const { alertId, change, before = 0, after = 0, parts = [] } of told) {
    if (change === undefined) continue;
    if (parts.reduce((sum, { workers }) => sum + workers, 0) !== change || after - before !== change)
      found.push(`${alertId}: its parts do not add up`);
  }
  for (const alert of told) found.push(...checkLastTold(alert, told));
  for (const memory of [stores.regencyAlerts, stores.provinceAlerts])
    for (const scope of memory.keys())
      if ((memory.get(scope)?.outbox.length ?? 0) > 0) found.push(`${scope}: an alert waits in the outbox`);
  for (const about of Map.groupBy(told, subjectOf).values()) found.push(...checkRepeats(about, told));
  for (const regency of stores.regencyAlerts.keys()) found.push(...checkUntold(evidence, regency));
  return [...found, ...checkUploads(evidence, told)];
}

/** The word before it was told, in these figures; who is protected since adds up. */
function checkLastTold({ alertId, month, after = 0, lastTold }: Told, all: readonly Told[]): readonly string[] {
  if (lastTold === undefined || lastTold === null) return [];
  const last = all.find((other) => other.alertId === lastTold.alertId);
  const isSame = last?.month === month && last?.before === lastTold.before && last?.after === lastTold.after;
  const sum = (lastTold.parts ?? []).reduce((total, { workers }) => total + workers, 0);
  return isSame && sum === after - lastTold.after ? [] : [`${alertId} names ${lastTold.alertId}, which told otherwise`];
}

/** Of what a series of alerts speaks. */
function subjectOf({ regency, segment, kind, clears, uploadId }: Told): string {
  const family = clears ?? kind;
  return [regency, segment, family, uploadId].join(" ");
}

function checkRepeats(about: readonly Told[], all: readonly Told[]): readonly string[] {
  const inOrder = about.toSorted((a, b) => ticketOf(a) - ticketOf(b));
  return inOrder.flatMap((alert, index) => {
    const before = inOrder.slice(0, index).findLast((other) => isSameNews(other, alert));
    // Told again is right where another truth was told in between: that something is foreseen of another month instead, or no longer; what is foreseen of
    // a segment is in between told for the regency as well.
    const others = isForeseen(alert) ? all.filter((one) => isForeseen(one) && one.regency === alert.regency) : inOrder;
    const between = others.some((other) => before && isBetween(ticketOf(other), ticketOf(before), ticketOf(alert)));
    return before === undefined || between ? [] : [`${alert.alertId} repeats ${before.alertId}`];
  });
}

function isForeseen({ kind, clears }: Told): boolean {
  return (clears ?? kind) === "coverage.lapsing";
}

function isBetween(number: number, low: number, high: number): boolean {
  return low < number && number < high;
}

function ticketOf({ alertId }: Told): number {
  return Number(/-t(\d+)$/.exec(alertId)?.[1] ?? 0);
}

function isSameNews(a: Told, b: Told): boolean {
  return a.kind === b.kind && a.month === b.month && a.asOf === b.asOf && a.before === b.before && a.after === b.after;
}

/** What is covered now against what was last told. */
function checkUntold({ stores, thresholds }: Evidence, regency: string): readonly string[] {
  const reference = stores.regencyAlerts.get(regency)?.state?.levels.whole.reference ?? null;
  if (reference === null) return [];
  const [year = 0, month = 0] = (stores.regencies.get(regency)?.asOf ?? "").split("-").map(Number);
  const now = stores.current.get(regency)?.months.find((it) => it.month === year * 12 + month - 1)?.covered ?? 0;
  const isTold = reference.level - now < Math.max(thresholds.share * reference.level, thresholds.workers) - 1e-6;
  return isTold ? [] : [`${regency}: fell from ${reference.level} to ${now}, and nobody is told`];
}

/** Whoever must decide of a held upload, or mend a refused one, was told so once. */
function checkUploads({ stores }: Evidence, told: readonly Told[]): readonly string[] {
  return stores.uploads.keys().flatMap((key) => {
    const record = stores.uploads.get(key);
    if (record?.status !== "held" && record?.status !== "refused") return [];
    const times = told.filter(
      (alert) => alert.kind === `roster.${record.status}` && alert.uploadId === record.uploadId,
    );
    // What a newer whole list has overtaken before it could be told needs nobody's decision.
    const overtaken = record.status === "held" && record.order < (stores.heads.get(record.roster)?.fullOrder ?? "");
    return times.length === 1 || (times.length === 0 && overtaken)
      ? []
      : [`${record.fileName} is ${record.status}, which was told ${times.length} times`];
  });
}
