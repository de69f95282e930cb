// The agreements of a regency, one card each: who pays for whom, on what ground as it is reported, with which money, and what is due against it.
import { formatPercentEn, formatPercentId } from "../../format.ts";
import { type Html, html } from "../../html.ts";
import { both, named } from "../../receipt-page/page.ts";
import type { LegalBasis } from "../../reference/agreement.ts";
import { BUDGET_SOURCE_NAMES } from "../../reference/budget-source-names.ts";
import type { Bilingual } from "../../text.ts";
import type { AgreementDue, AgreementLine } from "../agreement-lines.ts";
import type { RegencyReport } from "../regency-report.ts";
import { countWords, monthsWords, monthWords, NOT_STATED, rupiahWords, segmentWords, sourceMark } from "./cells.ts";

export function agreementsPart({ agreements, sources }: RegencyReport): Html {
  return html`<h3>${both({ id: "Perjanjian, dasar hukum, dan anggaran", en: "Agreements, legal basis and budget" })}</h3>
${
  agreements.length === 0
    ? html`<p>${both({ id: "Tidak ada perjanjian yang diketahui untuk masa ini.", en: "No agreement is known for this time." })}</p>
`
    : agreements.map((line) => agreementCard(line, sources))
}`;
}

function agreementCard(line: AgreementLine, sources: readonly string[]): Html {
  const { sponsor, agreement, segment, office, first, last, source } = line;
  const rows: readonly (readonly [Bilingual, Html])[] = [
    [{ id: "Masa", en: "Period" }, both(monthsWords(first, last))],
    [{ id: "Pekerja", en: "Workers" }, both(workersWords(line))],
    [{ id: "Dasar hukum", en: "Legal basis" }, legalBasis(line.legalBasis)],
    [{ id: "Anggaran", en: "Budget" }, both(budgetWords(line))],
    [{ id: "Iuran terutang seluruh masa", en: "Due for the whole period" }, both(dueWords(line.due))],
    [{ id: "Anggaran cukup sampai", en: "The budget pays until" }, paidCell(line)],
    [{ id: "Kantor", en: "Office" }, named(office)],
  ];
  return html`<div class="agreement">
<h4>${named(sponsor)}: ${both(segmentWords(segment))} (${line.programmes.join(" + ").toUpperCase()}) ${sourceMark(sources, source)}</h4>
<table>
${rows.map(
  ([label, value]) => html`<tr><th scope="row">${both(label)}</th><td>${value}</td></tr>
`,
)}</table>
<span class="roster">${agreement}</span>
</div>
`;
}

function workersWords({ plannedWorkers, workers, hasRoster }: AgreementLine): Bilingual {
  const planned = plannedWorkers === null ? NOT_STATED : countWords(plannedWorkers);
  const id = `direncanakan: ${planned.id}`;
  const en = `planned: ${planned.en}`;
  if (!hasRoster) return { id: `${id}; belum ada daftar`, en: `${en}; no roster yet` };
  if (workers === null) return { id, en };
  const now = countWords(workers);
  return {
    id: `${id}; terlindungi pada bulan laporan: ${now.id}`,
    en: `${en}; protected in the month of the report: ${now.en}`,
  };
}

/** As it is reported; what speaks against it stands beside it. */
function legalBasis(all: readonly LegalBasis[]): Html {
  if (all.length === 0) return both(NOT_STATED);
  return html`${all.map(({ regulation, number, year, doubt }, index) => {
    const doubted =
      doubt === null
        ? html``
        : html` <span class="flag">?</span> <span class="doubt">${both({ id: "meragukan", en: "in doubt" })}: ${doubt}</span>`;
    return html`${index > 0 ? html`<br>` : ""}${regulation} ${number}/${year}${doubted}`;
  })}`;
}

function budgetWords({ budgetRupiah, budgetSource, meaning }: AgreementLine): Bilingual {
  const from = BUDGET_SOURCE_NAMES[budgetSource];
  if (budgetRupiah === null) return { id: `${NOT_STATED.id} (${from.id})`, en: `${NOT_STATED.en} (${from.en})` };
  const sum = rupiahWords(budgetRupiah);
  const means = meaning === null ? { id: "", en: "" } : meaningWords(meaning);
  return { id: `${sum.id} (${from.id})${means.id}`, en: `${sum.en} (${from.en})${means.en}` };
}

/** What the sum comes to, by planned heads and months. */
function meaningWords({ nearest }: NonNullable<AgreementLine["meaning"]>): Bilingual {
  if (nearest.kind === "share-of-wage") {
    const wage = rupiahWords(Math.round(nearest.wageRupiah));
    const rate = nearest.rate / 100_000;
    const [percentId, percentEn] = [twoDecimals(rate, ","), twoDecimals(rate, ".")];
    return {
      id: `; itu ${percentId} % dari upah ${wage.id} untuk setiap pekerja yang direncanakan, sepanjang masanya`,
      en: `; that is ${percentEn} % of a wage of ${wage.en} for each planned worker, all through`,
    };
  }
  const price = rupiahWords(nearest.priceRupiah);
  const months = nearest.monthsPaid.toFixed(1);
  return {
    id: `; itu ${months.replace(".", ",")} bulan iuran ${price.id} untuk setiap pekerja yang direncanakan`,
    en: `; that is ${months} months of ${price.en} for each planned worker`,
  };
}

function twoDecimals(share: number, point: string): string {
  return (share * 100).toFixed(2).replace(".", point);
}

function dueWords(due: AgreementDue | null): Bilingual {
  if (due === null) return { id: "tidak dapat dihitung dari yang diketahui", en: "cannot be told from what is known" };
  const sum = rupiahWords(due.rupiah);
  const by = DUE_BY[due.by];
  const part: Bilingual =
    due.months < due.of
      ? { id: `, ${due.months} dari ${due.of} bulan`, en: `, ${due.months} of ${due.of} months` }
      : { id: "", en: "" };
  return { id: `${sum.id} (${by.id}${part.id})`, en: `${sum.en} (${by.en}${part.en})` };
}

function paidCell({ budgetRupiah, due, paidUntil, enough, doubt, last }: AgreementLine): Html {
  if (budgetRupiah === null) return both({ id: "anggaran tidak disebut", en: "the budget is not stated" });
  if (enough === null) return both({ id: "tidak dapat dikatakan", en: "cannot be told" });
  if (enough) {
    const end = monthWords(last);
    return both({ id: `${end.id}: cukup untuk seluruh masa`, en: `${end.en}: enough for the whole period` });
  }
  const until = paidUntil === null ? NOT_ONE : monthWords(paidUntil);
  const missing = (due?.rupiah ?? 0) - budgetRupiah;
  const short = rupiahWords(missing);
  const share = due === null ? { id: "", en: "" } : shareWords(budgetRupiah / due.rupiah);
  return html`<span class="flag">!</span> ${both({
    id: `${until.id}; kurang ${short.id}${share.id}${doubt === null ? "" : `. ${DOUBTS[doubt].id}`}`,
    en: `${until.en}; ${short.en} short${share.en}${doubt === null ? "" : `. ${DOUBTS[doubt].en}`}`,
  })}`;
}

function shareWords(share: number): Bilingual {
  return {
    id: ` (anggaran ${formatPercentId(share)} dari iuran)`,
    en: ` (the budget is ${formatPercentEn(share)} of what is due)`,
  };
}

const NOT_ONE: Bilingual = { id: "tidak untuk satu bulan pun", en: "not for a single month" };

const DUE_BY: Readonly<Record<AgreementDue["by"], Bilingual>> = {
  rosters: { id: "menurut daftar", en: "by its rosters" },
  planned: { id: "menurut jumlah yang direncanakan, belum ada daftar", en: "by the planned number, no roster yet" },
};

const DOUBTS: Readonly<Record<"monthly-sum" | "yearly-sum", Bilingual>> = {
  "monthly-sum": {
    id: "Jumlah itu hampir sama dengan iuran satu bulan: mungkin yang dilaporkan adalah anggaran per bulan",
    en: "The sum is nearly the contributions of one month: it may be a monthly budget that was reported",
  },
  "yearly-sum": {
    id: "Jumlah itu hampir sama dengan iuran dua belas bulan: mungkin yang dilaporkan adalah anggaran setahun",
    en: "The sum is nearly the contributions of twelve months: it may be a yearly budget that was reported",
  },
};
