// roster.held and roster.refused: an upload waits for a decision, or could not be used. Told once for each upload; a held one is cleared when somebody
// has decided, or when the roster has moved on.

import { type Day, daysBetween } from "../../day.ts";
import type { RosterId } from "../../roster.ts";
import { isRosterId } from "../../roster.ts";
import type { Bilingual } from "../../text.ts";
import type { Draft } from "../draft.ts";
import type { Finding, RaisedKind, Standing } from "../standing.ts";

/** Longer than any queue repeats a message. */
const REMEMBERED_DAYS = 30;

/** How an upload ended, as far as somebody must know of it. */
export type UploadOutcome = { readonly uploadId: string; readonly fileName: string; readonly asOf: Day } & (
  | { readonly status: "held"; readonly roster: RosterId; readonly withheld: number }
  | { readonly status: "refused"; readonly roster: RosterId | null; readonly code: string; readonly reason: Bilingual }
);

/** Of a new outcome. */
export function outcomeFinding(outcome: UploadOutcome, scope: Draft["scope"]): Finding<Draft> {
  const { uploadId, fileName } = outcome;
  const news: Draft["news"] =
    outcome.status === "held"
      ? { kind: "roster.held", uploadId, fileName, roster: outcome.roster, withheld: outcome.withheld }
      : {
          kind: "roster.refused",
          uploadId,
          fileName,
          roster: outcome.roster,
          code: outcome.code,
          reason: outcome.reason,
        };
  const severity = outcome.status === "held" ? "critical" : "warning";
  const about = outcome.status === "held" ? `${outcome.roster}/` : "";
  return {
    ...stays(`${news.kind}/${about}${uploadId}`, outcome.status === "held" ? "roster.held" : "roster.refused"),
    level: 1,
    tell: () => ({ news, severity, scope, segment: null }),
  };
}

/** Of those that stand: they go on standing, are cleared, or are old enough to be forgotten. */
export function uploadFindings(
  standing: readonly Standing[],
  settled: readonly string[],
  asOf: Day,
): readonly Finding<Draft>[] {
  return standing.filter(isOfUpload).flatMap(({ key, kind, asOf: since }): readonly Finding<Draft>[] => {
    if (kind === "roster.refused") return daysBetween(since, asOf) > REMEMBERED_DAYS ? [] : [stays(key, kind)];
    const held = heldUpload(key);
    if (held === null || !settled.includes(held.uploadId)) return [stays(key, kind)];
    const news = { kind: "roster.recovered", clears: "roster.held", ...held } as const;
    return [
      { ...stays(key, kind), level: 0, tell: () => ({ news, severity: "info", scope: "regency", segment: null }) },
    ];
  });
}

/** The upload that a standing alert of `roster.held` is about; null for any other. */
export function heldUpload(key: string): { readonly roster: RosterId; readonly uploadId: string } | null {
  const [kind, regency, segment, slug, uploadId = ""] = key.split("/");
  const roster = `${regency}/${segment}/${slug}`;
  return kind === "roster.held" && isRosterId(roster) ? { roster, uploadId } : null;
}

export function isOfUpload({ kind }: Standing): boolean {
  return kind === "roster.held" || kind === "roster.refused";
}

function stays(key: string, kind: RaisedKind): Finding<Draft> {
  const tell = (): Draft => {
    throw new Error(`${key} stands and is told already`);
  };
  return { key, kind, level: null, size: 0, from: 0, tell };
}
