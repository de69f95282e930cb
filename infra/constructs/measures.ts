// What is counted of the functions' logs: a metric filter for each, so that a metric is exactly what a line says and nothing else leaves the log.
// Dimensions are closed lists: codes of problems, statuses of uploads, kinds of alerts. What rings of it: docs/decisions/0022.
import { Duration } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type IFilterPattern, type JsonPattern } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { ALERT_KINDS } from "#shared/domain/alert.ts";
import { MEASURED, ROWS_UNBALANCED } from "#shared/names.ts";
import type { Operators } from "./operators.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

export const NAMESPACE = "Cakupan";
const HOUR = Duration.hours(1);
/** What a daily run finds rings until the next one has not found it again. */
const UNTIL_NEXT_RUN = { periods: 25, inAnyOf: true } as const;

interface MeasuresProps {
  readonly province: string;
  readonly operators: Operators;
  readonly validateRoster: PipelineFunction;
  readonly applyEnrolments: PipelineFunction;
  readonly startCoverageDay: PipelineFunction;
  readonly updateCoverage: PipelineFunction;
  readonly emitAlerts: PipelineFunction;
  readonly reconcileProvince: PipelineFunction;
}

interface Measured {
  readonly name: string;
  readonly of: readonly PipelineFunction[];
  readonly pattern: IFilterPattern;
  /** Field of the line; 1 for each line by default. */
  readonly value?: string;
  /** Name of the dimension, and field of the line that is its value. */
  readonly by?: readonly [string, string];
}

export class Measures extends Construct {
  readonly rows: readonly Metric[];
  /** One line for each code that came up. */
  readonly problems: MathExpression;
  readonly uploads: readonly Metric[];
  readonly lagSeconds: Metric;
  readonly alerts: readonly Metric[];
  readonly regenciesOfTheDay: Metric;
  readonly held: Metric;
  readonly found: readonly Metric[];
  readonly #province: string;

  constructor(scope: Construct, props: MeasuresProps) {
    super(scope, "Measures");
    this.#province = props.province;
    const { validateRoster, applyEnrolments, startCoverageDay, updateCoverage, emitAlerts, reconcileProvince } = props;

    const rows = event(MEASURED.rowsChecked);
    this.rows = ["Read", "Accepted", "Duplicate", "Rejected"].map((what) =>
      this.#measure({
        name: `rows-${what.toLowerCase()}`,
        of: [validateRoster],
        pattern: rows,
        value: `$.rows${what}`,
      }).with({ label: what.toLowerCase() }),
    );
    this.#measure({
      name: "problems",
      of: [validateRoster],
      pattern: event(MEASURED.problemsFound),
      value: "$.count",
      by: ["Code", "$.code"],
    });
    this.problems = new MathExpression({
      expression: `SEARCH('{${NAMESPACE},Code} MetricName="${this.#name("problems")}"', 'Sum', ${HOUR.toSeconds()})`,
      label: "",
      period: HOUR,
    });
    const uploads = this.#measure({
      name: "uploads",
      of: [validateRoster, applyEnrolments],
      pattern: FilterPattern.any(event(MEASURED.uploadFinished), event(MEASURED.uploadRefused)),
      by: ["Status", "$.status"],
    });
    this.uploads = ["applied", "held", "superseded", "refused"].map((status) => each(uploads, "Status", status));
    this.lagSeconds = this.#measure({
      name: "lag-seconds",
      of: [updateCoverage],
      pattern: FilterPattern.all(event(MEASURED.coverageWritten), FilterPattern.numberValue("$.lagSeconds", ">=", 0)),
      value: "$.lagSeconds",
    });
    this.regenciesOfTheDay = this.#measure({
      name: "regencies-of-the-day",
      of: [startCoverageDay],
      pattern: event(MEASURED.dayStarted),
      value: "$.count",
    });
    const alerts = this.#measure({
      name: "alerts",
      of: [emitAlerts],
      pattern: event(MEASURED.alertPublished),
      by: ["Kind", "$.kind"],
    });
    this.alerts = ALERT_KINDS.map((kind) => each(alerts, "Kind", kind));
    this.held = this.#measure({
      name: "uploads-held",
      of: [reconcileProvince],
      pattern: event(MEASURED.uploadsHeld),
      value: "$.count",
    });
    const found = (name: string, ...mendings: readonly string[]) =>
      this.#measure({
        name,
        of: [reconcileProvince],
        pattern: FilterPattern.all(
          event(MEASURED.reconciliationFound),
          FilterPattern.any(...mendings.map((mending) => FilterPattern.stringValue("$.status", "=", mending))),
        ),
        value: "$.count",
      });
    const gap = found("reconciliation-gap", "cannot-mend", "failed");
    const mended = found("reconciliation-mended", "mended");
    this.found = [gap, mended];
    this.#alarm(props, { gap, mended });
  }

  #alarm(
    { operators, validateRoster, reconcileProvince }: MeasuresProps,
    { gap, mended }: { readonly gap: Metric; readonly mended: Metric },
  ): void {
    operators.alarm({
      name: "reconciliation-gap",
      metric: gap,
      threshold: 1,
      ...UNTIL_NEXT_RUN,
      meaning:
        "Something was lost on the way and could not be mended: a file without a receipt, or figures that are wrong.",
    });
    operators.alarm({
      name: "reconciliation-mended",
      metric: mended,
      threshold: 1,
      ...UNTIL_NEXT_RUN,
      meaning: "Something was lost on the way and was sent again: figures were late, and it may happen again.",
    });
    operators.alarm({
      name: "uploads-held-long",
      metric: this.#measure({
        name: "uploads-held-long",
        of: [reconcileProvince],
        pattern: event(MEASURED.uploadHeldLong),
        value: "$.count",
      }),
      threshold: 1,
      ...UNTIL_NEXT_RUN,
      meaning: "Removals have waited three days for a decision: who left is still counted as protected.",
    });
    operators.alarm({
      name: "rows-unbalanced",
      metric: this.#measure({
        name: "rows-unbalanced",
        of: [validateRoster],
        pattern: FilterPattern.stringValue("$.error", "=", ROWS_UNBALANCED),
      }),
      threshold: 1,
      meaning: "The rows or workers of a file do not add up: the file is not applied, so that nobody is lost silently.",
    });
  }

  #name(name: string): string {
    return `${this.#province}-${name}`;
  }

  #measure({ name, of, pattern, value = "1", by }: Measured): Metric {
    const metricName = this.#name(name);
    for (const one of of) {
      one.ownLog.addMetricFilter(name, {
        metricNamespace: NAMESPACE,
        metricName,
        filterPattern: pattern,
        metricValue: value,
        ...(by === undefined ? {} : { dimensions: { [by[0]]: by[1] } }),
      });
    }
    return new Metric({ namespace: NAMESPACE, metricName, period: HOUR, statistic: "Sum" });
  }
}

function event(name: string): JsonPattern {
  return FilterPattern.stringValue("$.event", "=", name);
}

function each(metric: Metric, dimension: string, value: string): Metric {
  return metric.with({ dimensionsMap: { [dimension]: value }, label: value });
}
