// What the metric filters count, held against the lines that the functions write; and the dashboard, held against the metrics that there are.
import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { logTo } from "#shared/lambda/log.ts";
import { MEASURED, ROWS_UNBALANCED } from "#shared/names.ts";
import { list, propertiesOf, type Tree, templateOf } from "../synthesised.ts";

const template = templateOf(province("14"));
const filters = Object.values(propertiesOf(template, "AWS::Logs::MetricFilter"));

function filtersOf(name: string): readonly Tree[] {
  return filters.filter((one) => transformation(one).MetricName === `14-${name}`);
}

function transformation(filter: Tree): Tree {
  return list(filter.MetricTransformations)[0] as Tree;
}

/** Whether a line matches a pattern of the kinds that are used here: `=` on text and `>=` on numbers, with `&&`, `||` and brackets. */
function matches(pattern: unknown, line: string): boolean {
  const fields: Readonly<Record<string, unknown>> = JSON.parse(line);
  const script = String(pattern)
    .replace(/^\{|\}$/g, "")
    .replace(/\$\.(\w+) = "([^"]*)"/g, (_, field: string, value: string) => String(fields[field] === value))
    .replace(/\$\.(\w+) >= (\d+)/g, (_, field: string, value: string) =>
      String(Number(fields[field]) >= Number(value)),
    );
  expect(script).toMatch(/^[\s()&|truefalse]+$/);
  return new Function(`return ${script}`)();
}

function written(...[level, event, fields]: Parameters<ReturnType<typeof logTo>>): string {
  const lines: string[] = [];
  logTo(
    (line) => lines.push(line),
    () => Date.parse("2023-02-01T02:01:30Z"),
  )(level, event, fields);
  return lines.join("");
}

const LINES = {
  checked: written("info", MEASURED.rowsChecked, { rowsRead: 7, rowsAccepted: 4, rowsDuplicate: 2, rowsRejected: 1 }),
  problem: written("info", MEASURED.problemsFound, { code: "nik-digits-lost", count: 3 }),
  applied: written("info", MEASURED.uploadFinished, { status: "applied" }),
  refused: written("warn", MEASURED.uploadRefused, { status: "refused", code: "unknown-regency" }),
  late: written("info", MEASURED.coverageWritten, { since: "2023-02-01T02:00:00Z" }),
  decided: written("info", MEASURED.coverageWritten, {}),
  day: written("info", MEASURED.dayStarted, { count: 12 }),
  alert: written("info", MEASURED.alertPublished, { kind: "coverage.dropped" }),
  mended: written("warn", MEASURED.reconciliationFound, { kind: "upload-stuck", status: "mended", count: 2 }),
  failed: written("warn", MEASURED.reconciliationFound, { kind: "upload-stuck", status: "failed", count: 2 }),
  left: written("warn", MEASURED.reconciliationFound, { kind: "slices-missing", status: "cannot-mend", count: 1 }),
  held: written("info", MEASURED.uploadsHeld, { count: 5 }),
  heldLong: written("warn", MEASURED.uploadHeldLong, { count: 1 }),
  unbalanced: written("error", "message-failed", { error: ROWS_UNBALANCED }),
} as const;

test.each<[string, readonly (keyof typeof LINES)[], string | null]>([
  ["rows-read", ["checked"], "7"],
  ["rows-accepted", ["checked"], "4"],
  ["rows-duplicate", ["checked"], "2"],
  ["rows-rejected", ["checked"], "1"],
  ["problems", ["problem"], "3"],
  ["uploads", ["applied", "refused"], null],
  ["lag-seconds", ["late"], "90"],
  ["regencies-of-the-day", ["day"], "12"],
  ["alerts", ["alert"], null],
  ["reconciliation-gap", ["failed", "left"], null],
  ["reconciliation-mended", ["mended"], "2"],
  ["uploads-held", ["held"], "5"],
  ["uploads-held-long", ["heldLong"], "1"],
  ["rows-unbalanced", ["unbalanced"], null],
])("the metric %s counts the lines %j and no other", (name, counted, value) => {
  const own = filtersOf(name);
  expect(own).not.toEqual([]);
  for (const filter of own) {
    const hit = Object.entries(LINES).filter(([, line]) => matches(filter.FilterPattern, line));
    expect(hit.map(([of]) => of)).toEqual(counted);
    const { MetricValue, Dimensions = [] } = transformation(filter);
    for (const [, line] of hit) {
      const fields = JSON.parse(line);
      const field = String(MetricValue).replace(/^\$\./, "");
      if (value !== null) expect(String(fields[field])).toBe(value);
      else expect(field === "1" || fields[field] > 0).toBe(true);
      for (const { Value } of list(Dimensions) as Tree[])
        expect(fields[String(Value).slice(2)]).toEqual(expect.any(String));
    }
  }
});

test("every metric of a log is either one that is tried here or a function's failures", () => {
  const names = new Set(filters.map((one) => String(transformation(one).MetricName)));
  expect([...names].filter((name) => !name.endsWith("-failures"))).toHaveLength(14);
  for (const filter of filters) expect(transformation(filter).MetricNamespace).toBe("Cakupan");
});

describe("the dashboard", () => {
  const [dashboard] = Object.values(propertiesOf(template, "AWS::CloudWatch::Dashboard"));
  const body = String(dashboard?.DashboardBody);
  const { widgets } = JSON.parse(body) as { readonly widgets: readonly { readonly properties: Tree }[] };

  test("is one, named after the province, without a graph that is empty", () => {
    expect(Object.keys(propertiesOf(template, "AWS::CloudWatch::Dashboard"))).toHaveLength(1);
    expect(dashboard?.DashboardName).toBe("cakupan-14");
    expect(widgets).toHaveLength(12);
    for (const { properties } of widgets) expect(list(properties.metrics)).not.toEqual([]);
  });

  test("shows only metrics of ours that a filter makes", () => {
    const known = new Set(filters.map((one) => transformation(one).MetricName));
    const shown = [...body.matchAll(/"Cakupan","([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(shown).size).toBeGreaterThan(10);
    expect(shown.filter((name) => !known.has(name))).toEqual([]);
    expect(body).toContain(`MetricName=\\"14-problems\\"`);
  });

  test("shows every kind of alert, every outcome of an upload, every queue and every function", () => {
    for (const shown of [
      "coverage.dropped",
      "roster.recovered",
      "superseded",
      "coverage-changes",
      "reconcile-province",
    ])
      expect(body).toContain(shown);
  });
});
