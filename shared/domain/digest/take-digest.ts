// Which alerts a morning's digest tells: all that are recorded and were in no digest before. An alert may be recorded days after its own day, when
// messages had to wait; so what was told is remembered by its id, and every morning looks back as far as a message can be late.
import { type Alert, SEVERITIES } from "../alert.ts";
import { addDays, type Day, laterDay } from "../day.ts";
import { type ProvinceCode, provinceName } from "../region.ts";
import type { Digest, DigestEntry } from "./digest.ts";
import { shortMessage } from "./short-message.ts";

/** Queues keep a message for 4 days and dead letters for 14; a person sends those again. */
export const LATE_DAYS = 31;
/** So many stay below the 256 KB that SNS takes, however long their words are. */
export const MOST_IN_A_MAIL = 60;

/** What was told. */
export interface DigestLedger {
  /** The first day whose alerts belong into a digest: what was recorded long before the first one is not told anew. */
  readonly since: Day;
  /** The morning of the last digest, or of the last on which there was nothing to tell. */
  readonly upTo: Day;
  /** Of those that may still be found when looking back. */
  readonly told: readonly ToldAlert[];
}
export interface ToldAlert {
  readonly alertId: string;
  readonly asOf: Day;
}

export interface Morning {
  readonly province: ProvinceCode;
  readonly asOf: Day;
}

/** Both days included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** The days whose alerts a morning has to look at; null when it has had its digest already. */
export function daysToLookAt(ledger: DigestLedger | null, morning: Day): DaySpan | null {
  if (ledger === null) return { from: addDays(morning, -1), to: morning };
  if (ledger.upTo >= morning) return null;
  return { from: laterDay(ledger.since, addDays(ledger.upTo, -LATE_DAYS)), to: morning };
}

/** @param recorded every alert of these days; the same one may be in it twice */
export function takeDigest(
  ledger: DigestLedger | null,
  recorded: readonly Alert[],
  days: DaySpan,
  morning: Morning,
): { readonly ledger: DigestLedger; readonly digests: readonly Digest[] } {
  const before = ledger?.told ?? [];
  const known = new Set(before.map(({ alertId }) => alertId));
  const fresh = new Map(recorded.filter(({ alertId }) => !known.has(alertId)).map((one) => [one.alertId, one]));
  const entries = [...fresh.values()].map(entryOf).sort(byWeight);
  const told = [...before, ...entries.map(({ alertId, asOf }) => ({ alertId, asOf }))];
  const lookedAtAgain = addDays(morning.asOf, -LATE_DAYS);
  return {
    ledger: {
      since: ledger?.since ?? days.from,
      upTo: morning.asOf,
      told: told.filter(({ asOf }) => asOf >= lookedAtAgain),
    },
    digests: digestsOf(entries, morning),
  };
}

function digestsOf(entries: readonly DigestEntry[], { province, asOf }: Morning): readonly Digest[] {
  const parts = Math.ceil(entries.length / MOST_IN_A_MAIL);
  return Array.from({ length: parts }, (_, index) => ({
    digestId: `${province}-digest-${asOf}${parts > 1 ? `-${index + 1}` : ""}`,
    province,
    name: provinceName(province),
    asOf,
    part: index + 1,
    parts,
    total: entries.length,
    critical: entries.filter(({ severity }) => severity === "critical").length,
    alerts: entries.slice(index * MOST_IN_A_MAIL, (index + 1) * MOST_IN_A_MAIL),
  }));
}

function entryOf({ alertId, kind, severity, scope, regency, name, segment, asOf, message }: Alert): DigestEntry {
  return { alertId, kind, severity, scope, regency, name, segment, asOf, message: shortMessage(message) };
}

/** The most severe first; then by day and place. */
function byWeight(a: DigestEntry, b: DigestEntry): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  if (severity !== 0) return severity;
  const [first, second] = [a, b].map(({ asOf, regency, alertId }) => `${asOf} ${regency ?? ""} ${alertId}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
