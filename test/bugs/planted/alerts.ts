// What is told, when, and that it is told once.
import type { Bug } from "../bug.ts";

const EMIT = "functions/emit-alerts/emit-alerts.ts";
const RULES = "shared/domain/alerts/alert-rules.ts";
const DECIDE = ["test/shared/domain/alerts/decide-alerts.test.ts"];
const LEVELS = ["test/shared/domain/alerts/decide-levels.test.ts"];
const LAPSES = ["test/shared/domain/alerts/lapses.test.ts"];
const PROVINCE = ["test/shared/domain/alerts/decide-province.test.ts"];
const EXPLAIN = ["test/shared/domain/alerts/explain-change.test.ts"];
const RULE_TESTS = ["test/shared/domain/alerts/rules.test.ts"];
const CRASHES = ["test/simulation/crash/crash-points.test.ts"];

export const ALERT_BUGS: readonly Bug[] = [
  {
    name: "alerts are published before they are remembered",
    file: EMIT,
    was: `    if (!(await store.save(scope, next))) continue; // Somebody else decided meanwhile: look again.`,
    becomes: `    for (const alert of outbox) await ports.topic.publish(alert);
    if (!(await store.save(scope, next))) continue; // Somebody else decided meanwhile: look again.`,
    tests: ["test/functions/emit-alerts/emit-alerts.test.ts"],
  },
  {
    name: "what a crash left in the outbox is forgotten",
    file: EMIT,
    was: "const outbox = [...memory.outbox, ...alerts];",
    becomes: "const outbox = [...alerts];",
    tests: CRASHES,
  },
  {
    name: "the outbox is emptied before it is published",
    file: EMIT,
    was: "const next = { revision: memory.revision + 1, state, outbox };",
    becomes: "const next = { revision: memory.revision + 1, state, outbox: [] };",
    tests: CRASHES,
  },
  {
    name: "a decision is not made again when somebody else has saved",
    file: EMIT,
    was: "if (!(await store.save(scope, next))) continue;",
    becomes: "await store.save(scope, next);",
    tests: ["test/functions/emit-alerts/emit-alerts.test.ts"],
  },
  {
    name: "a message about a held upload that comes after the decision is told",
    file: EMIT,
    was: 'const waits = message.status === "held" && (await isHeld(ports, message.roster, message.uploadId));',
    becomes: 'const waits = message.status === "held";',
    tests: ["test/simulation/late-messages.test.ts"],
  },
  {
    name: "older figures are decided as if they were new",
    file: "shared/domain/alerts/decide-alerts.ts",
    was: "figures.ticket <= state.ticket",
    becomes: "figures.ticket === state.ticket",
    tests: DECIDE,
  },
  {
    name: "the province believes older figures of a regency",
    file: "shared/domain/alerts/decide-province.ts",
    was: "news.ticket <= known.ticket",
    becomes: "news.ticket === known.ticket",
    tests: PROVINCE,
  },
  {
    name: "what a regency has told is told again for the province",
    file: "shared/domain/alerts/decide-province.ts",
    was: "leftToTell(state.reference[regency], told - (known?.told ?? 0), level)",
    becomes: "leftToTell(state.reference[regency], 0, level)",
    tests: PROVINCE,
  },
  {
    name: "a segment tells the fall that its regency has told",
    file: "shared/domain/alerts/decide-levels.ts",
    was: 'if (regency.kind === "dropped") {',
    becomes: 'if (regency.kind === "recovered") {',
    tests: LEVELS,
  },
  {
    name: "a regency tells the fall that its segment has told",
    file: "shared/domain/alerts/decide-levels.ts",
    was: 'if (move.kind === "dropped") whole =',
    becomes: 'if (move.kind === "recovered") whole =',
    tests: LEVELS,
  },
  {
    name: "the month before is closed once more after its fall was told",
    file: "shared/domain/alerts/decide-levels.ts",
    was: "closedIn: isWatched ? month : null",
    becomes: "closedIn: figures.closing ? month : closedIn",
    tests: LEVELS,
  },
  {
    name: "a fall that a short file made is told as if protection had ended",
    file: "shared/domain/alerts/decide-levels.ts",
    was: "doubt.released || 2 * doubt.rejected",
    becomes: "doubt.released && 2 * doubt.rejected",
    tests: LEVELS,
  },
  {
    name: "the reference follows coverage down, so that small falls never add up",
    file: "shared/domain/alerts/watch-level.ts",
    was: "now.level >= watch.reference.level;",
    becomes: "now.level >= 0;",
    tests: DECIDE,
  },
  {
    name: "the reference is raised by any figures, not only at a day's close",
    file: "shared/domain/alerts/watch-level.ts",
    was: "watch: closing ? closedAt(watch, now) : watch",
    becomes: "watch: closing || month > 0 ? closedAt(watch, now) : watch",
    tests: DECIDE,
  },
  {
    name: "a fall has recovered as soon as it would not fire",
    file: RULES,
    was: "before - now <= thresholdOf(before, thresholds) / 2",
    becomes: "before - now < thresholdOf(before, thresholds)",
    tests: DECIDE,
  },
  {
    name: "one of the two thresholds is enough",
    file: RULES,
    was: "Math.max(shareOf(level, share), workers)",
    becomes: "Math.min(shareOf(level, share), workers)",
    tests: DECIDE,
  },
  {
    name: "a fall of exactly the threshold is not told",
    file: RULES,
    was: "before - now >= thresholdOf(before, thresholds)",
    becomes: "before - now > thresholdOf(before, thresholds)",
    tests: DECIDE,
  },
  {
    name: "a reminder comes a day late",
    file: RULES,
    was: "daysLeft <= lead",
    becomes: "daysLeft < lead",
    tests: LAPSES,
  },
  {
    name: "who is lost already is foretold together with those who are still to go",
    file: "shared/domain/alerts/lapses.ts",
    was: "before: foretold.level,",
    becomes: "before: reference.level,",
    tests: LAPSES,
  },
  {
    name: "a monthly list's end is foreseen every month",
    file: "shared/domain/alerts/lists-to-come.ts",
    was: "if (until === null) return one;",
    becomes: "if (until === null || until > 0) return one;",
    tests: LAPSES,
  },
  {
    name: "a monthly list is expected for ever, beyond the end of its agreement",
    file: "shared/domain/reference/expected-lists.ts",
    was: "monthsWith(expected, addMonths(now, 1))?.last ?? null",
    becomes: "expected.length === 0 ? null : addMonths(now, 12)",
    tests: LAPSES,
  },
  {
    name: "a warning is taken back although nothing was renewed",
    file: "shared/domain/alerts/lapses.ts",
    was: "to.workers > from - size",
    becomes: "to.workers >= 0 * (from - size)",
    tests: LAPSES,
  },
  {
    name: "a fall is told from what was lost long before, not from the last close",
    file: "shared/domain/alerts/watch-level.ts",
    was: "latest !== null && latest.level > now.level ? latest : reference",
    becomes: "latest !== null && latest.level < now.level ? latest : reference",
    tests: LEVELS,
  },
  {
    name: "what was told of an overdue list is forgotten when its agreement ends",
    file: "shared/domain/alerts/rules/roster-overdue.ts",
    was: "if (agreement.reporting === null) return [];",
    becomes: "if (daysSilent(agreement, null, asOf) === null) return [];",
    tests: RULE_TESTS,
  },
  {
    name: "what was told of an agreement's end is forgotten when it has ended",
    file: "shared/domain/alerts/rules/agreement-expiring.ts",
    was: "!isOpenEnded(period) && firstDayOf(period.first) <= asOf",
    becomes: "!isOpenEnded(period) && firstDayOf(period.first) <= asOf && asOf <= lastDayOf(period)",
    tests: RULE_TESTS,
  },
  {
    name: "the overlap is explained the wrong way round",
    file: "shared/domain/alerts/explain-change.ts",
    was: "workers: from.overlap - to.overlap",
    becomes: "workers: to.overlap - from.overlap",
    tests: EXPLAIN,
  },
  {
    name: "parts of fewer than five workers are named",
    file: "shared/domain/alerts/explain-change.ts",
    was: "Math.abs(workers) >= LEAST_NAMED",
    becomes: "Math.abs(workers) > 0",
    tests: EXPLAIN,
  },
  {
    name: "the period of an agreement ends a month early",
    file: "shared/domain/reference/agreement.ts",
    was: "return firstDayOf(addMonths(last, 1));",
    becomes: "return firstDayOf(last);",
    tests: RULE_TESTS,
  },
  {
    name: "the last day of an agreement is the first of the next month",
    file: "shared/domain/reference/agreement.ts",
    was: "addDays(dayAfter(period), -1)",
    becomes: "addDays(dayAfter(period), 0)",
    tests: RULE_TESTS,
  },
  {
    name: "an agreement is renewed by a period that leaves a gap",
    file: "shared/domain/alerts/rules/agreement-expiring.ts",
    was: "after === first ? null",
    becomes: "after >= addMonths(first, -1) ? null",
    tests: RULE_TESTS,
  },
  {
    name: "the digest forgets what a crash left in its outbox",
    file: "functions/send-digest/send-digest.ts",
    was: "outbox: [...outbox, ...found.digests]",
    becomes: "outbox: [...found.digests]",
    tests: ["test/functions/send-digest/send-digest.test.ts"],
  },
  {
    name: "an alert is in the digest of every morning that looks back to it",
    file: "shared/domain/digest/take-digest.ts",
    was: "recorded.filter(({ alertId }) => !known.has(alertId))",
    becomes: "recorded.filter(({ alertId }) => !known.has(alertId) || known.has(alertId))",
    tests: ["test/shared/domain/digest/take-digest.test.ts"],
  },
  {
    name: "an alert that was recorded a day late is in no digest",
    file: "shared/domain/digest/take-digest.ts",
    was: "addDays(ledger.upTo, -LATE_DAYS)",
    becomes: "ledger.upTo",
    tests: ["test/shared/domain/digest/take-digest.test.ts"],
  },
  {
    name: "an older agreement file replaces a newer one",
    file: "shared/domain/reference/agreement-history.ts",
    was: "[...others, sent].sort((a, b) => (a.order < b.order ? -1 : 1))",
    becomes: "[...others, sent]",
    tests: ["test/shared/domain/reference/agreement-history.test.ts"],
  },
];
