// Who is erased by order falls out of coverage like others, but has not been left out by a source: it is told as what it is.
import { expect, test } from "vitest";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { figuresOf, since } from "./figures.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };
const ROSTER = rosterId("14.71/bpu/kop");

/** A close with 1,850 workers, then figures with fewer. */
function fallTo(workers: number, erased: number) {
  const figures = (now: number, asOf: string, ticket: number, gone?: number) => {
    const doubt = { released: false, rejected: 0, ...(gone === undefined ? {} : { erased: gone }) };
    return figuresOf([{ roster: ROSTER, segment: "bpu", workers: since("2024-01", now), doubt }], [], { asOf, ticket });
  };
  const { state } = decideAlerts(null, figures(1850, "2024-02-01", 1), rules);
  return decideAlerts(state, figures(workers, "2024-02-02", 2, erased), rules).alerts[0];
}

test("a fall by an erasure names it, and is a matter of data", () => {
  const fall = fallTo(351, 1499);
  expect(fall).toMatchObject({
    kind: "coverage.dropped",
    nature: "data",
    parts: [{ roster: ROSTER, cause: "erased", workers: -1499 }],
  });
  expect(fall?.message.id).toContain("-1.499: data pekerja dihapus dari daftar atas perintah");
  expect(fall?.message.en).toContain("-1,499: erased from the roster by order");
});

test("who is gone beyond those who were erased has left the roster", () => {
  const parts = (erased: number) => {
    const fall = fallTo(1350, erased);
    return fall?.kind === "coverage.dropped" ? [fall.nature, ...fall.parts.map((one) => [one.cause, one.workers])] : [];
  };
  expect(parts(100)).toEqual(["real", ["left-roster", -400], ["erased", -100]]);
  expect(parts(300)).toEqual(["data", ["erased", -300], ["left-roster", -200]]);
  // Enrolments are erased: there may be more of them than workers.
  expect(parts(900)).toEqual(["data", ["erased", -500]]);
});
