// A province at a glance, in the order of its pipeline: what came in, what waits, how late it is, what failed, and what was told.
import { Duration } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, PeriodOverride } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { Measures } from "./measures.ts";
import type { PipelineFunction } from "./pipeline-function.ts";
import type { QueueWithDeadLetters } from "./queue-with-dead-letters.ts";

interface ProvinceDashboardProps {
  readonly province: string;
  readonly measures: Measures;
  readonly queues: Readonly<Record<string, QueueWithDeadLetters>>;
  readonly functions: readonly PipelineFunction[];
}

const EACH_FIVE_MINUTES = { period: Duration.minutes(5) } as const;
const EACH_DAY = { period: Duration.days(1) } as const;

export class ProvinceDashboard extends Dashboard {
  constructor(scope: Construct, { province, measures, queues, functions }: ProvinceDashboardProps) {
    super(scope, "Dashboard", {
      dashboardName: `cakupan-${province}`,
      defaultInterval: Duration.days(7),
      periodOverride: PeriodOverride.INHERIT,
    });
    const named = Object.entries(queues);
    this.addWidgets(
      graph("Unggahan menurut hasil · Uploads by outcome", measures.uploads),
      graph("Baris · Rows", measures.rows),
      graph("Masalah menurut kode · Problems by code", [measures.problems]),
    );
    this.addWidgets(
      graph("Menunggu keputusan · Waiting for a decision", [
        measures.held.with({ ...EACH_DAY, statistic: "Maximum", label: "held" }),
      ]),
      graph(
        "Antrean: jumlah · Queues: messages",
        named.map(([label, { queue }]) =>
          queue.metricApproximateNumberOfMessagesVisible({ ...EACH_FIVE_MINUTES, statistic: "Maximum", label }),
        ),
      ),
      graph(
        "Antrean: umur (detik) · Queues: age (seconds)",
        named.map(([label, { queue }]) =>
          queue.metricApproximateAgeOfOldestMessage({ ...EACH_FIVE_MINUTES, statistic: "Maximum", label }),
        ),
      ),
    );
    this.addWidgets(
      graph("Dari unggahan sampai angka (detik) · From upload to figures (seconds)", [
        measures.lagSeconds.with({ statistic: "p50", label: "p50" }),
        measures.lagSeconds.with({ statistic: "Maximum", label: "max" }),
      ]),
      graph(
        "Kegagalan · Failures",
        functions.map((one) => one.failures),
      ),
      graph(
        "Surat mati · Dead letters",
        named.map(([label, { deadLetters }]) =>
          deadLetters.metricApproximateNumberOfMessagesVisible({ ...EACH_FIVE_MINUTES, statistic: "Maximum", label }),
        ),
      ),
    );
    this.addWidgets(
      graph("Peringatan menurut jenis · Alerts by kind", measures.alerts),
      graph("Hari cakupan: daerah · Coverage day: regencies", [
        measures.regenciesOfTheDay.with({ ...EACH_DAY, label: "regencies" }),
      ]),
      graph(
        "Rekonsiliasi · Reconciliation",
        measures.found.map((one) => one.with(EACH_DAY)),
      ),
    );
  }
}

function graph(title: string, metrics: readonly IMetric[]): GraphWidget {
  return new GraphWidget({ title, left: [...metrics], leftYAxis: { min: 0, showUnits: false }, width: 8, height: 6 });
}
