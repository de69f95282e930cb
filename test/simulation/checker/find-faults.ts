// The checker: reads what was put in and what is stored, and counts for itself. It shares no line with what it checks.
import { checkAlerts } from "./check-alerts.ts";
import { checkCoverage } from "./check-coverage.ts";
import { checkPeople } from "./check-people.ts";
import { checkRosters } from "./check-rosters.ts";
import type { Evidence } from "./evidence.ts";

/** Everything that is not as it should be after all has come to rest. */
export function findFaults(evidence: Evidence): readonly string[] {
  return [
    ...evidence.left.map((body) => `never done: ${body.slice(0, 200)}`),
    ...checkRosters(evidence),
    ...checkCoverage(evidence),
    ...checkAlerts(evidence),
    ...checkPeople(evidence),
  ];
}
