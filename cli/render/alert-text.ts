// An alert in full: what is told to people, and the parts that add up to the change.
import type { Alert, AlertPart } from "#shared/domain/alert.ts";
import { alertSubject } from "#shared/domain/alerts/alert-words.ts";
import { formatChangeId } from "#shared/domain/format.ts";
import { table, wrapped } from "./table.ts";

const WIDTH = 96;

/** An alert in one line. */
export function alertLine(alert: Alert): string {
  return `${alert.asOf}: ${alert.kind} (${alert.severity}): ${alertSubject(alert)}`;
}

/** One line each, without the name of the regency. */
export function alertsTable(alerts: readonly Alert[]): string {
  return table({
    head: ["Hari / day", "Jenis / kind", "Tingkat", "Apa / what"],
    rows: alerts.map((alert) => [alert.asOf, alert.kind, alert.severity, alertSubject(alert).replace(/^.*?: /, "")]),
  });
}

export function alertText(alert: Alert): string {
  const { asOf, kind, severity, regency, province, name, message } = alert;
  return [
    `${asOf}  ${kind}  (${severity})  ${regency ?? province} ${name}`,
    "",
    ...paragraphs(message.id),
    "",
    ...paragraphs(message.en),
    ...("parts" in alert && alert.parts.length > 0 ? ["", partsTable(alert.parts, alert.change)] : []),
  ].join("\n");
}

function partsTable(parts: readonly AlertPart[], change: number): string {
  return table({
    head: ["Daftar / roster", "Sebab / cause", "Pekerja / workers"],
    rows: parts.map(({ roster, regency, segment, cause, workers }) => [
      roster ?? regency ?? segment ?? "-",
      cause,
      formatChangeId(workers),
    ]),
    align: ["left", "left", "right"],
    foot: ["Jumlah / sum", "", formatChangeId(change)],
  });
}

function paragraphs(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => wrapped(line, WIDTH));
}
