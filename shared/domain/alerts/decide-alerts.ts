// Decides what a regency's new figures have to tell. All rules read the same figures; what has been told is remembered, so that the same figures twice,
// or figures older than those already seen, never tell anything again.
import type { Alert, AlertHead } from "../alert.ts";
import { type Day, laterDay } from "../day.ts";
import { monthOfDay } from "../month.ts";
import { provinceOf, type RegencyCode, regencyName } from "../region.ts";
import { workforceOf } from "../workforce.ts";
import type { AlertRules } from "./alert-rules.ts";
import { alertText } from "./alert-words.ts";
import type { CoverageFigures } from "./coverage-figures.ts";
import { decideLevels, type Levels, NO_LEVELS } from "./decide-levels.ts";
import type { Draft } from "./draft.ts";
import { lapseFindings } from "./lapses.ts";
import { budgetFindings } from "./rules/agreement-budget.ts";
import { expiringFindings } from "./rules/agreement-expiring.ts";
import { type SeenWorkforces, seenWorkforces, targetFindings } from "./rules/below-target.ts";
import { overdueFindings } from "./rules/roster-overdue.ts";
import { uploadFindings } from "./rules/uploads.ts";
import { type Standing, settle } from "./standing.ts";

export interface AlertState {
  /** The newest figures seen. */
  readonly ticket: number;
  readonly asOf: Day;
  readonly levels: Levels;
  readonly standing: readonly Standing[];
  readonly seenWorkforces: SeenWorkforces;
}

export interface AlertDecision {
  readonly state: AlertState;
  readonly alerts: readonly Alert[];
}

/** Before anything was seen of a regency. */
export function nothingSeen(asOf: Day): AlertState {
  return { ticket: 0, asOf, levels: NO_LEVELS, standing: [], seenWorkforces: {} };
}

/**
 * @param state what the last decision for the regency gave, null before the first
 * @param settled ids of uploads that waited for a decision and wait no longer
 */
export function decideAlerts(
  state: AlertState | null,
  figures: CoverageFigures,
  rules: AlertRules,
  settled: readonly string[] = [],
): AlertDecision {
  if (state !== null && figures.ticket <= state.ticket) return { state, alerts: [] };
  const before = state ?? nothingSeen(figures.asOf);
  // The day only rises: newer figures that bear an older day are read as of the latest day seen.
  const asOf = laterDay(before.asOf, figures.asOf);
  const stamp = `${asOf}-t${figures.ticket}`;
  const idOf = (about: string): string => `${figures.regency}-${slugOf(about)}-${stamp}`;

  const { levels, told } = decideLevels(before.levels, figures, asOf, rules, (kind, segment) =>
    idOf(segment === null ? kind : `${kind}/${segment}`),
  );
  const findings = [
    ...lapseFindings(levels, figures, { asOf, standing: before.standing, told }, rules),
    ...figures.agreements.flatMap((steps) => [
      ...budgetFindings(steps, asOf),
      ...expiringFindings(steps, asOf, rules),
      ...overdueFindings(steps, asOf, rules),
    ]),
    ...targetFindings(figures, asOf, before.seenWorkforces),
    ...uploadFindings(before.standing, settled, asOf),
  ];
  const after = settle(before.standing, findings, asOf, ({ key }) => idOf(key));
  const workforce = workforceOf(figures.workforces, monthOfDay(asOf));
  const alertOf = (alertId: string, { news, severity, scope, segment }: Draft): Alert => {
    const facts = { ...headOf(figures.regency, asOf), alertId, severity, scope, segment, ...news };
    return { ...facts, message: alertText(facts, workforce) };
  };
  return {
    state: {
      ticket: figures.ticket,
      asOf,
      levels,
      standing: after.standing,
      seenWorkforces: seenWorkforces(figures, asOf),
    },
    alerts: [
      ...told.map(({ alertId, draft }) => alertOf(alertId, draft)),
      ...after.told.map(({ key, news }) => alertOf(idOf(isCleared(news) ? `${key}/recovered` : key), news)),
    ],
  };
}

export function headOf(regency: RegencyCode, asOf: Day): Pick<AlertHead, "province" | "regency" | "name" | "asOf"> {
  return { province: provinceOf(regency), regency, name: regencyName(regency), asOf };
}

function isCleared({ news }: Draft): boolean {
  return news.kind.endsWith(".recovered");
}

/** `coverage.lapsing//2024-01` → `coverage-lapsing-2024-01`. */
function slugOf(about: string): string {
  return about.replace(/[./_@]+/g, "-");
}
