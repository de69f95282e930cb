import type { Bug } from "./bug.ts";
import { ALERT_BUGS } from "./planted/alerts.ts";
import { APPLYING_BUGS } from "./planted/applying.ts";
import { COVERAGE_BUGS } from "./planted/coverage.ts";
import { QUEUE_BUGS } from "./planted/queues.ts";
import { RENEWAL_BUGS } from "./planted/renewals.ts";
import { ROSTER_HEAD_BUGS } from "./planted/roster-head.ts";
import { ROSTER_BUGS } from "./planted/rosters.ts";
import { ROW_BUGS } from "./planted/rows.ts";
import { UPLOAD_BUGS } from "./planted/uploads.ts";

export const BUGS: readonly Bug[] = [
  ...ROSTER_HEAD_BUGS,
  ...UPLOAD_BUGS,
  ...APPLYING_BUGS,
  ...ROSTER_BUGS,
  ...ROW_BUGS,
  ...COVERAGE_BUGS,
  ...ALERT_BUGS,
  ...RENEWAL_BUGS,
  ...QUEUE_BUGS,
];
