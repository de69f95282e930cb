// What a roster says after a file.
import type { Bug } from "../bug.ts";

const PLAN = "shared/domain/plan-version.ts";
const RANGES = "shared/domain/worker-ranges.ts";
const GUARD = "shared/domain/removal-guard.ts";
const PLANNING = ["test/shared/domain/plan-version.test.ts"];
const GUARDING = ["test/shared/domain/removal-guard.test.ts"];

export const ROSTER_BUGS: readonly Bug[] = [
  {
    name: "a whole list drops the base's months before it",
    file: PLAN,
    was: "...overlay(monthsBefore(named, from), monthsBefore(had, from))",
    becomes: "...monthsBefore(named, from)",
    tests: PLANNING,
  },
  {
    name: "a whole list changes months that have passed",
    file: PLAN,
    was: "overlay(monthsBefore(named, from), monthsBefore(had, from))",
    becomes: "overlay(monthsBefore(had, from), monthsBefore(named, from))",
    tests: PLANNING,
  },
  {
    name: "who is no longer named never was there",
    file: PLAN,
    was: "return withhold ? had : monthsBefore(had, from);",
    becomes: "return withhold ? had : [];",
    tests: PLANNING,
  },
  {
    name: "a renewal that begins next year ends this one's months",
    file: PLAN,
    was: "return laterMonth(now, earliest);",
    becomes: "return now;",
    tests: PLANNING,
  },
  {
    name: "a worker with a rejected row is ended",
    file: PLAN,
    was: `  if (kept) {
    counts.kept += 1;`,
    becomes: `  if (kept && withhold) {
    counts.kept += 1;`,
    tests: PLANNING,
  },
  {
    name: "whom a whole list names with months that are over is only changed",
    file: PLAN,
    was: "const ends = reaches(had, losing) && !reaches(said, losing);",
    becomes: "const ends = had.length > 0 && said.length === 0;",
    tests: GUARDING,
  },
  {
    name: "months that are over take the place of those of which the removal waits",
    file: PLAN,
    was: "ends && withhold ? had : said",
    becomes: "ends && withhold && kept ? had : said",
    tests: PLANNING,
  },
  {
    name: "an end file takes the last month that it names",
    file: PLAN,
    was: "addMonths(row.last, 1)",
    becomes: "row.last",
    tests: PLANNING,
  },
  {
    name: "an end file ends the worker's other jobs too",
    file: PLAN,
    was: 'row.terms.employer === "" || row.terms.employer === range.terms.employer',
    becomes: 'row.terms.employer === "" || row.terms.employer.length > 0 || row === range',
    tests: PLANNING,
  },
  {
    name: "a second job overwrites the first",
    file: RANGES,
    was: "below.terms.employer === range.terms.employer ? cutOut(below, range) : [below]",
    becomes: "cutOut(below, range)",
    tests: PLANNING,
  },
  {
    name: "ranges with different wages are made one",
    file: RANGES,
    was: "    a.basisRupiah === b.basisRupiah &&\n",
    becomes: "",
    tests: ["test/shared/domain/worker-ranges.test.ts"],
  },
  {
    name: "the last month before a cut is lost",
    file: RANGES,
    was: "Math.min(range.last, from - 1) as Month",
    becomes: "Math.min(range.last, from - 2) as Month",
    tests: PLANNING,
  },
  {
    name: "removals wait when they are many or a large share, not only when both",
    file: GUARD,
    was: "(changes.ended >= workers && changes.ended >= share * endable)",
    becomes: "changes.ended >= workers || changes.ended >= share * endable",
    tests: GUARDING,
  },
  {
    name: "very many removals are a small share, and pass",
    file: GUARD,
    was: "changes.ended >= most || (",
    becomes: "(",
    tests: GUARDING,
  },
  {
    name: "rows that may be anybody's hold nothing back",
    file: GUARD,
    was: "(unreadable > 0 || answer || endsMany(plan, guard))",
    becomes: "(answer || endsMany(plan, guard))",
    tests: GUARDING,
  },
  {
    name: "corrected rows under the name of a whole list end everybody else",
    file: GUARD,
    was: "unreadable > 0 || answer ||",
    becomes: "unreadable > 0 ||",
    tests: GUARDING,
  },
  {
    name: "the removal guard holds what somebody has released",
    file: GUARD,
    was: 'if (released || file.mode !== "full")',
    becomes: 'if (file.mode !== "full")',
    tests: GUARDING,
  },
];
