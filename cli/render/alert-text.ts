// An alert in full: what is told to people, and the parts that add up to the change.
import type { Alert } from "#shared/domain/alert.ts";
import { formatChangeId, formatNumberId } from "#shared/domain/format.ts";
import { monthText } from "#shared/domain/month.ts";
import { table, wrapped } from "./table.ts";

const WIDTH = 96;

const CHANGED: Readonly<Record<Alert["kind"], string>> = {
  "coverage.dropped": "turun / down",
  "coverage.recovered": "pulih / recovered",
};

/** An alert in one line. */
export function alertLine({ asOf, regency, kind, severity, before, after, change }: Alert): string {
  const step = `${formatNumberId(before)} → ${formatNumberId(after)}`;
  return `${asOf}: ${regency} ${CHANGED[kind]} ${formatNumberId(Math.abs(change))} (${step}; ${severity})`;
}

export function alertText(alert: Alert): string {
  const parts = alert.parts.map(({ roster, segment, cause, workers }) => [
    roster ?? segment ?? "-",
    cause,
    formatChangeId(workers),
  ]);
  return [
    `${alert.asOf}  ${alert.kind}  (${alert.severity})  ${alert.regency} ${alert.name}, ${monthText(alert.month)}: ${formatNumberId(alert.before)} → ${formatNumberId(alert.after)}`,
    "",
    ...paragraphs(alert.message.id),
    "",
    ...paragraphs(alert.message.en),
    "",
    table({
      head: ["Daftar / roster", "Sebab / cause", "Pekerja / workers"],
      rows: parts,
      align: ["left", "left", "right"],
      foot: ["Jumlah / sum", "", formatChangeId(alert.change)],
    }),
  ].join("\n");
}

function paragraphs(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => wrapped(line, WIDTH));
}
