// A warning of which a part was renewed: told anew when it is news, once, with what was renewed, to those who got the warning.
import type { Bug } from "../bug.ts";

const EASED_RULE = "shared/domain/alerts/lapse-eased.ts";
const WARNING = "shared/domain/alerts/lapse-warning.ts";
const OVER = "shared/domain/alerts/lapse-over.ts";
const EASED = ["test/shared/domain/alerts/lapse-eased.test.ts"];

export const RENEWAL_BUGS: readonly Bug[] = [
  {
    name: "nobody is told that a good part of a warning was renewed",
    file: WARNING,
    was: "hasGrown(before) || isEased(before)",
    becomes: "hasGrown(before)",
    tests: ["test/nation/nation.test.ts"],
  },
  {
    name: "every list that renews a threshold is told, however little it is of the warning",
    file: EASED_RULE,
    was: "Math.max(threshold, EASED_SHARE * size)",
    becomes: "threshold",
    tests: EASED,
  },
  {
    name: "a renewal of fewer than a threshold is told",
    file: EASED_RULE,
    was: "Math.max(threshold, EASED_SHARE * size)",
    becomes: "EASED_SHARE * size",
    tests: EASED,
  },
  {
    name: "who only joins is told as if an end had been renewed",
    file: EASED_RULE,
    was: "Math.min(size - now.size, now.after - (from - size))",
    becomes: "now.after - (from - size)",
    tests: EASED,
  },
  {
    name: "who has gone before is told as if he had been renewed",
    file: EASED_RULE,
    was: "Math.min(size - now.size, now.after - (from - size))",
    becomes: "size - now.size",
    tests: EASED,
  },
  {
    name: "what was told first is still compared with after a renewal was told, so that every look tells it again",
    file: "shared/domain/alerts/standing.ts",
    was: "size, from, alertId, asOf, named: named ?? null };",
    becomes: "size: stood?.size ?? size, from: stood?.from ?? from, alertId, asOf, named: named ?? null };",
    tests: EASED,
  },
  {
    name: "who asked for critical alerts gets the warning, and not what became of it",
    file: WARNING,
    was: "isUrgent || wasUrgent",
    becomes: "isUrgent",
    tests: EASED,
  },
  {
    name: "what was renewed is told the wrong way round",
    file: WARNING,
    was: "explainBetween(to, now.to, ",
    becomes: "explainBetween(now.to, to, ",
    tests: EASED,
  },
  {
    name: "after a renewal that leaves less than a threshold nobody is told",
    file: OVER,
    was: "isEased || left <= CLEAR_SHARE * threshold",
    becomes: "left <= CLEAR_SHARE * threshold",
    tests: EASED,
  },
];
