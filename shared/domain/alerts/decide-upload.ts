// Decides whether the end of an upload is news, for a regency or, where the key of the file names none, for the province.
import type { Alert, AlertHead } from "../alert.ts";
import { alertText } from "./alert-words.ts";
import type { Draft } from "./draft.ts";
import { isOfUpload, outcomeFinding, type UploadOutcome, uploadFindings } from "./rules/uploads.ts";
import { type Standing, settle, type Told } from "./standing.ts";

export type OutcomeHead = Pick<AlertHead, "province" | "regency" | "name" | "scope" | "asOf">;

export interface UploadDecision {
  readonly standing: readonly Standing[];
  readonly alerts: readonly Alert[];
}

export function decideUpload(standing: readonly Standing[], outcome: UploadOutcome, head: OutcomeHead): UploadDecision {
  const finding = outcomeFinding(outcome, head.scope);
  const after = settle(standing, [finding], head.asOf, () => alertIdOf(finding.key, head));
  return {
    standing: [...standing.filter(({ key }) => key !== finding.key), ...after.standing],
    alerts: after.told.map((told) => alertOf(told, head)),
  };
}

/** Uploads that waited and, being among the `settled`, wait no longer; refusals that are old enough are forgotten. */
export function settleUploads(
  standing: readonly Standing[],
  settled: readonly string[],
  head: OutcomeHead,
): UploadDecision {
  const findings = uploadFindings(standing, settled, head.asOf);
  const after = settle(standing, findings, head.asOf, ({ key }) => alertIdOf(key, head));
  return {
    standing: [...standing.filter((one) => !isOfUpload(one)), ...after.standing],
    alerts: after.told.map((told) => alertOf({ ...told, key: `${told.key}/recovered` }, head)),
  };
}

function alertOf({ key, news: { news, severity, segment } }: Told<Draft>, head: OutcomeHead): Alert {
  const facts = { ...head, alertId: alertIdOf(key, head), severity, segment, ...news };
  return { ...facts, message: alertText(facts, null) };
}

/** An upload is told of once: its own id is enough. */
function alertIdOf(key: string, { regency, province }: OutcomeHead): string {
  return `${regency ?? province}-${key.replace(/[./_@]+/g, "-")}`;
}
