// The monthly lists of a regency that have not come for so long that its figures no longer say how things stand, also where none has ever come.
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import type { Day } from "#shared/domain/day.ts";
import { freshnessOf } from "#shared/domain/freshness.ts";
import { type Agreement, rostersOf } from "#shared/domain/reference/agreement.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { Head } from "#shared/domain/upload.ts";

export interface OverdueList {
  readonly roster: RosterId;
  /** null: never. */
  readonly reportedOn: Day | null;
  readonly daysSilent: number;
}

/** @param on null: no day has been yet, so that nothing can be late */
export function overdueLists(
  agreements: readonly Agreement[],
  heads: readonly Pick<Head, "roster" | "reportedOn">[],
  on: Day | null,
  rules: Pick<AlertRules, "overdueDays">,
): readonly OverdueList[] {
  const rosters = [...new Set(agreements.flatMap(rostersOf))].sort();
  return rosters.flatMap((roster) => {
    const reportedOn = heads.find((head) => head.roster === roster)?.reportedOn ?? null;
    const { overdue, daysSilent } = freshnessOf({ roster, reportedOn }, agreements, on, rules);
    return overdue && daysSilent !== null ? [{ roster, reportedOn, daysSilent }] : [];
  });
}
