// An agreement with its periods.
import { formatNumberId, formatRupiahId } from "#shared/domain/format.ts";
import { monthText } from "#shared/domain/month.ts";
import { type Agreement, type AgreementPeriod, rostersOf } from "#shared/domain/reference/agreement.ts";
import { periodText } from "#shared/domain/reference/agreement-content.ts";
import { legalBasisText } from "#shared/domain/reference/agreement-sheet/legal-basis.ts";
import { regencyName } from "#shared/domain/region.ts";
import { SEGMENTS } from "#shared/domain/segment.ts";
import { columns, table, wrapped } from "./table.ts";

const WIDTH = 96;

export function agreementText(agreement: Agreement): string {
  const { regency, slug, sponsor, segment, programmes, reporting, contact, periods } = agreement;
  const { label } = SEGMENTS[segment];
  return [
    `${regency}/${slug}  ${regencyName(regency)}`,
    columns([
      ["Sponsor", sponsor],
      ["Untuk / for", `${segment}: ${label.id} / ${label.en}`],
      ["Program / programmes", programmes.join(", ").toUpperCase()],
      ["Daftar / rosters", rostersOf(agreement).join(", ")],
      ["Laporan / reports", reporting === "monthly" ? "bulanan / monthly" : "bila berubah / on change"],
      ["Kontak / contact", [contact.office, contact.email].filter((part) => part !== null).join(", ")],
    ]),
    table({
      head: ["Masa / period", "Pekerja / heads", "Anggaran / budget", "Dari / from"],
      rows: periods.map(({ first, last, plannedWorkers, budgetRupiah, budgetSource }) => [
        periodText({ first, last }),
        plannedWorkers === null ? "-" : formatNumberId(plannedWorkers),
        budgetRupiah === null ? "-" : formatRupiahId(budgetRupiah),
        budgetSource,
      ]),
      align: ["left", "right", "right", "left"],
    }),
    periods.flatMap(sourceLines).join("\n"),
  ].join("\n");
}

/** On what ground, and where it is known from. */
function sourceLines({ first, legalBasis, source }: AgreementPeriod): readonly string[] {
  const basis = legalBasis.length === 0 ? "" : `${legalBasisText(legalBasis)}. `;
  return wrapped(`${monthText(first)}: ${basis}${source}`, WIDTH - 2).map((line) => `  ${line}`);
}
