// What figures and outcomes of uploads mean is decided purely; what was decided is remembered before it is published. A crash between the two publishes
// again, under the same id, and never loses an alert.
import type { CoverageChange } from "#events/coverage-change.ts";
import type { CoverageNews } from "#events/coverage-news.ts";
import type { UploadOutcomeMessage } from "#events/upload-outcome.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts, headOf, nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import {
  decideProvince,
  nothingKnown,
  type ProvinceState,
  provinceHead,
} from "#shared/domain/alerts/decide-province.ts";
import { decideUpload, settleUploads } from "#shared/domain/alerts/decide-upload.ts";
import { heldUpload } from "#shared/domain/alerts/rules/uploads.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { laterDay } from "#shared/domain/day.ts";
import { monthOfDay } from "#shared/domain/month.ts";
import { type ProvinceCode, provinceOf, type RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { isSuperseded } from "#shared/domain/upload.ts";
import type { Log, LogFields } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import type {
  AlertRecords,
  AlertStates,
  AlertTopic,
  Heads,
  ProvinceAlerts,
  RegencyAlerts,
  Uploads,
} from "#shared/ports.ts";

export interface EmitAlertsPorts {
  readonly regencies: RegencyAlerts;
  readonly provinces: ProvinceAlerts;
  readonly records: AlertRecords;
  readonly topic: AlertTopic;
  readonly uploads: Pick<Uploads, "find">;
  readonly heads: Pick<Heads, "read">;
  readonly log: Log;
}

export interface EmitAlertsSettings {
  readonly province: ProvinceCode;
  readonly rules: AlertRules;
}

/** What a decision is followed by in the log: the upload, and the ticket of the figures. */
type Following = EmitAlertsPorts & { readonly about: LogFields };

export async function emitAlerts(
  parts: EmitAlertsPorts,
  settings: EmitAlertsSettings,
  message: CoverageNews,
): Promise<void> {
  const ports: Following = { ...parts, about: aboutOf(message) };
  if (message.type === "coverage-change") return tellOfCoverage(ports, settings.rules, message);
  return tellOfUpload(ports, settings.province, message);
}

function aboutOf(message: CoverageNews): LogFields {
  const { uploadId } = message;
  return {
    ...(uploadId === undefined ? {} : { uploadId }),
    ...(message.type === "coverage-change" ? { ticket: message.ticket } : {}),
  };
}

async function tellOfCoverage(ports: Following, rules: AlertRules, change: CoverageChange): Promise<void> {
  const { regency, ticket, asOf, closing, covered } = change;
  const state = await decideAndPublish(ports, ports.regencies, regency, async (before) =>
    decideAlerts(before, change, rules, await settledUploads(ports, before)),
  );
  const { levels } = state;
  // Figures older than those seen say nothing new of the province either: what was seen last is told again, under its own ticket.
  if (state.ticket !== ticket) return;
  const level = stepAt(covered, monthOfDay(asOf));
  const province = provinceOf(regency);
  await decideAndPublish(ports, ports.provinces, province, async (before) =>
    decideProvince(province, before, { regency, ticket, asOf, closing, level, told: levels.told }, rules),
  );
}

async function tellOfUpload(ports: Following, province: ProvinceCode, message: UploadOutcomeMessage): Promise<void> {
  const { regency, asOf } = message;
  if (regency === null) {
    await decideAndPublish(ports, ports.provinces, province, async (before) => {
      const state = before ?? nothingKnown(asOf);
      if (message.status !== "refused") return { state, alerts: [] };
      const head = { ...provinceHead(province, laterDay(state.asOf, asOf)), scope: "province" } as const;
      const { standing, alerts } = decideUpload(state.standing, message, head);
      return { state: { ...state, standing: settleUploads(standing, [], head).standing }, alerts };
    });
    return;
  }
  await decideAndPublish(ports, ports.regencies, regency, async (before) => {
    const state = before ?? nothingSeen(asOf);
    const head = { ...headOf(regency, laterDay(state.asOf, asOf)), scope: "regency" } as const;
    // A held upload is looked up: the message may come after the decision.
    const waits = message.status === "held" && (await isHeld(ports, message.roster, message.uploadId));
    const raised = message.status === "refused" || waits ? decideUpload(state.standing, message, head) : null;
    const standing = raised?.standing ?? state.standing;
    const settled = settleUploads(standing, await settledUploads(ports, { standing }), head);
    return { state: { ...state, standing: settled.standing }, alerts: [...(raised?.alerts ?? []), ...settled.alerts] };
  });
}

/** Held uploads that were told of and wait no longer. */
async function settledUploads(
  ports: EmitAlertsPorts,
  state: Pick<AlertState, "standing"> | null,
): Promise<readonly string[]> {
  const settled: string[] = [];
  for (const { key } of state?.standing ?? []) {
    const held = heldUpload(key);
    if (held !== null && !(await isHeld(ports, held.roster, held.uploadId))) settled.push(held.uploadId);
  }
  return settled;
}

async function isHeld({ uploads, heads }: EmitAlertsPorts, roster: RosterId, uploadId: string): Promise<boolean> {
  const record = await uploads.find(roster, uploadId);
  if (record === null || record.released) return false;
  // The message is sent before the record is finished.
  if (record.status !== "held" && record.status !== "planned") return false;
  return !isSuperseded(record.order, await heads.read(roster));
}

/** Reads, decides, remembers with what is to be published, publishes; returns what is remembered. */
async function decideAndPublish<Scope extends RegencyCode | ProvinceCode, State extends AlertState | ProvinceState>(
  ports: Following,
  store: AlertStates<Scope, State>,
  scope: Scope,
  decide: (before: State | null) => Promise<{ readonly state: State; readonly alerts: readonly Alert[] }>,
): Promise<State> {
  for (;;) {
    const memory = await store.read(scope);
    const { state, alerts } = await decide(memory.state);
    const outbox = [...memory.outbox, ...alerts];
    const next = { revision: memory.revision + 1, state, outbox };
    if (!(await store.save(scope, next))) continue; // Somebody else decided meanwhile: look again.
    for (const { regency, alertId, kind } of alerts)
      ports.log("info", "alert-decided", { ...ports.about, regency, alertId, kind });
    if (outbox.length === 0) return state;
    for (const alert of outbox) {
      await ports.topic.publish(alert);
      await ports.records.record(alert);
      ports.log("info", MEASURED.alertPublished, { regency: alert.regency, alertId: alert.alertId, kind: alert.kind });
    }
    // Should another have saved meanwhile, the outbox stays, and the next message publishes it again under the same ids.
    await store.save(scope, { revision: next.revision + 1, state, outbox: [] });
    return state;
  }
}
