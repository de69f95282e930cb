// What an upload would change, for a person: whether its removals would wait, coverage month by month, and the alerts it would set off.
import type { Alert } from "#shared/domain/alert.ts";
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import { countEn, formatChangeId, formatNumberId, monthNameId } from "#shared/domain/format.ts";
import { type Month, month, monthText } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { CoverageStep } from "../changed-months.ts";
import { alertLine, alertText } from "./alert-text.ts";
import { table } from "./table.ts";

/** From `first` to `last`, both included, and the earlier ones that would change. */
export function coverageSteps(
  before: RegencyCoverage,
  after: RegencyCoverage,
  first: Month,
  last: Month,
): readonly CoverageStep[] {
  const had = new Map(before.months.map((one) => [one.month, one.covered]));
  return after.months
    .map((one) => ({ month: one.month, before: had.get(one.month) ?? 0, after: one.covered }))
    .filter((one) => one.month <= last && (one.month >= first || one.before !== one.after))
    .map((one) => ({ ...one, month: monthText(one.month) }));
}

export interface ShownPreview {
  readonly coverage: readonly CoverageStep[];
  readonly alerts: readonly Alert[];
  readonly comingAlerts: readonly Alert[];
}

export function previewText(
  { changes }: Pick<Receipt, "changes">,
  { coverage, alerts, comingAlerts }: ShownPreview,
): string {
  const withheld = changes?.withheld ?? 0;
  return [
    ...(withheld > 0
      ? [
          `Pengakhiran ${formatNumberId(withheld)} pekerja akan ditahan sampai diputuskan.\nThe removal of ${countEn(withheld, "worker")} would wait for a decision.`,
        ]
      : []),
    `Terlindungi di kabupaten/kota ini / covered in the regency:\n\n${coverageTable(coverage)}`,
    alertsAtOnceText(alerts),
    comingText(comingAlerts),
  ].join("\n\n");
}

export function alertsAtOnceText(alerts: readonly Alert[]): string {
  return alerts.length === 0
    ? "Tidak ada peringatan yang langsung dikirim. / No alert would be sent at once."
    : `Peringatan yang akan langsung dikirim / alerts that would be sent at once:\n\n${alerts.map(alertText).join("\n\n")}`;
}

function comingText(alerts: readonly Alert[]): string {
  const what = "Peringatan di bulan-bulan berikutnya / alerts in the months to come:";
  if (alerts.length === 0) return `${what}\n  tidak ada dalam 12 bulan ke depan / none in the next 12 months`;
  return [what, ...alerts.map((alert) => `  ${alertLine(alert)}`)].join("\n");
}

function coverageTable(coverage: readonly CoverageStep[]): string {
  return table({
    head: ["Bulan", "Sekarang / now", "Sesudah / after", "±"],
    rows: coverage.map((step) => [
      monthNameId(month(step.month)),
      formatNumberId(step.before),
      formatNumberId(step.after),
      step.after === step.before ? "" : formatChangeId(step.after - step.before),
    ]),
    align: ["left", "right", "right", "right"],
  });
}
