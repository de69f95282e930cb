// The alerts that an upload sets off as soon as it is through: by the coverage that it changes, by how it ends, and of what waited on its roster before.
import { outcomesOf } from "#events/upload-outcome.ts";
import { coverageChangeOf, type KnownCoverage } from "#functions/update-coverage/coverage-change-of.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import {
  type AlertDecision,
  type AlertState,
  decideAlerts,
  headOf,
  nothingSeen,
} from "#shared/domain/alerts/decide-alerts.ts";
import { decideUpload, type OutcomeHead, settleUploads } from "#shared/domain/alerts/decide-upload.ts";
import { heldUpload } from "#shared/domain/alerts/rules/uploads.ts";
import { type Day, laterDay } from "#shared/domain/day.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { RegencyCode } from "#shared/domain/region.ts";

/** As the help calls an upload: one that has not taken place has no id yet. */
const NO_ID_YET = "UPLOAD";

export interface EndedUpload {
  readonly receipt: Receipt;
  /** What is then known of its regency; null where it has no version of the roster, so that nothing is counted. */
  readonly counted: KnownCoverage | null;
  readonly regency: RegencyCode;
  readonly asOf: Day;
}

/** @param state what is remembered of the regency's alerts */
export function alertsOfUpload(state: AlertState | null, upload: EndedUpload, rules: AlertRules): AlertDecision {
  const { receipt, counted, regency, asOf } = upload;
  const settled = overtakenBy(receipt, state);
  const first =
    counted === null
      ? { state: state ?? nothingSeen(asOf), alerts: [] }
      : decideAlerts(state, coverageChangeOf(counted, nextTicket(state, asOf)), rules, settled);
  const head: OutcomeHead = { ...headOf(regency, laterDay(first.state.asOf, asOf)), scope: "regency" };
  const alerts: Alert[] = [...first.alerts];
  let { standing } = first.state;
  for (const outcome of outcomesOf({ ...receipt, uploadId: NO_ID_YET })) {
    const raised = outcome.status === "settled" ? { standing, alerts: [] } : decideUpload(standing, outcome, head);
    const cleared = settleUploads(raised.standing, settled, head);
    alerts.push(...raised.alerts, ...cleared.alerts);
    standing = cleared.standing;
  }
  return { state: { ...first.state, standing }, alerts };
}

/** Ids of the held uploads that a whole roster, taken after them, leaves without anything to decide. */
export function overtakenBy({ mode, status, roster }: Receipt, state: AlertState | null): readonly string[] {
  if (mode !== "full" || status === "refused") return [];
  return (state?.standing ?? []).flatMap(({ key }) => {
    const held = heldUpload(key);
    return held?.roster === roster ? [held.uploadId] : [];
  });
}

function nextTicket(state: AlertState | null, asOf: Day) {
  return { ticket: (state?.ticket ?? 0) + 1, asOf, closing: false };
}
