// An agreement with its periods, what is due of each, how far its budget goes, and when its rosters last reported.
import type { AgreementSteps } from "#shared/domain/alerts/coverage-figures.ts";
import { formatNumberId, formatRupiahId } from "#shared/domain/format.ts";
import type { Freshness } from "#shared/domain/freshness.ts";
import { monthText } from "#shared/domain/month.ts";
import type { AgreementPeriod, BudgetSource } from "#shared/domain/reference/agreement.ts";
import { periodText } from "#shared/domain/reference/agreement-content.ts";
import { legalBasisText } from "#shared/domain/reference/agreement-sheet/legal-basis.ts";
import { BUDGET_SOURCE_NAMES } from "#shared/domain/reference/budget-source-names.ts";
import { regencyName } from "#shared/domain/region.ts";
import { type AgreementMoney, agreementMoney } from "#shared/domain/report/agreement-lines.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { SEGMENTS } from "#shared/domain/segment.ts";
import { freshnessText } from "./coverage-text.ts";
import { columns, table, wrapped } from "./table.ts";

const WIDTH = 96;

export interface ShownAgreement {
  readonly steps: AgreementSteps;
  readonly reports: readonly (Freshness & { readonly roster: RosterId })[];
}

export function agreementText({ steps, reports }: ShownAgreement): string {
  const { regency, slug, sponsor, segment, programmes, reporting, contact, periods } = steps.agreement;
  const { label } = SEGMENTS[segment];
  const money = periods.map((period) => agreementMoney(steps, period));
  return [
    `${regency}/${slug}  ${regencyName(regency)}`,
    columns([
      ["Sponsor", sponsor],
      ["Untuk / for", `${segment}: ${label.id} / ${label.en}`],
      ["Program / programmes", programmes.join(", ").toUpperCase()],
      ["Laporan / reports", reporting === "monthly" ? "bulanan / monthly" : "bila berubah / on change"],
      ...reports.map((report, index) => [
        index === 0 ? "Laporan terakhir / last" : "",
        `${report.roster}: ${freshnessText(report)}`,
      ]),
      ["Kontak / contact", [contact.office, contact.email].filter((part) => part !== null).join(", ")],
    ]),
    table({
      head: ["Masa / period", "Pekerja", "Anggaran / budget", "Dari", "Terutang / due", "Cukup s.d. / until"],
      rows: periods.map((period, index) => periodRow(period, money[index] ?? agreementMoney(steps, period))),
      align: ["left", "right", "right", "left", "right", "left"],
    }),
    ...(money.some(({ due }) => due?.by === "planned") ? [PLANNED] : []),
    periods.flatMap(sourceLines).join("\n"),
  ].join("\n");
}

const PLANNED = "~ menurut jumlah yang direncanakan, belum ada daftar / by the planned number, no roster yet";

function periodRow(
  { first, last, plannedWorkers, budgetRupiah, budgetSource }: AgreementPeriod,
  money: AgreementMoney,
): readonly string[] {
  return [
    periodText({ first, last }),
    plannedWorkers === null ? "-" : formatNumberId(plannedWorkers),
    budgetRupiah === null ? "-" : formatRupiahId(budgetRupiah),
    fundText(budgetSource),
    money.due === null ? "-" : `${money.due.by === "planned" ? "~ " : ""}${formatRupiahId(money.due.rupiah)}`,
    untilText(money),
  ];
}

/** `APBD`; `pemberi kerja / the employer` */
function fundText(source: BudgetSource): string {
  const { id, en } = BUDGET_SOURCE_NAMES[source];
  return id === source || en.includes(source) ? source : `${id} / ${en}`;
}

function untilText({ enough, paidUntil }: AgreementMoney): string {
  if (enough === null) return "-";
  return enough ? (paidUntil ?? "-") : `! ${paidUntil ?? "0 bulan/months"}`;
}

/** On what ground, and where it is known from. */
function sourceLines({ first, legalBasis, source }: AgreementPeriod): readonly string[] {
  const basis = legalBasis.length === 0 ? "" : `${legalBasisText(legalBasis)}. `;
  return wrapped(`${monthText(first)}: ${basis}${source}`, WIDTH - 2).map((line) => `  ${line}`);
}
