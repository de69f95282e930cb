// The four figures that a regency is asked for first: protected workers and how that changed, coverage with its denominator, firms, contributions.
import { formatChangeId, formatNumberEn } from "../../format.ts";
import { type Html, html } from "../../html.ts";
import { both } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import { DENOMINATOR_NAMES } from "../../workforce.ts";
import type { RateLine, TargetLine } from "../rate-lines.ts";
import type { RegencyReport } from "../regency-report.ts";
import { periodName, type ReportPeriod } from "../report-period.ts";
import { FEW } from "../shown-count.ts";
import {
  countWords,
  monthWords,
  NOT_KNOWN,
  NOT_SHOWN,
  NOT_STATED,
  percentWords,
  rupiahWords,
  sourceMark,
} from "./cells.ts";

export function keyFigures(report: RegencyReport, period: ReportPeriod): Html {
  const { covered, employers } = report;
  return html`<div class="figures">
${figure({ id: "Pekerja terlindungi", en: "Workers protected" }, covered === null ? NOT_KNOWN : countWords(covered), html`${both(changeWords(report))}`)}${rateFigures(report)}${figure(
  { id: "Perusahaan", en: "Firms" },
  employers === null ? NOT_STATED : countWords(employers),
  both({ id: "pemberi kerja (NPP) dengan pekerja terlindungi", en: "employers (NPP) with a protected worker" }),
)}${contributionFigure(report, period)}</div>
${rateNotes(report)}`;
}

function figure(label: Bilingual, value: Bilingual, beside: Html): Html {
  return html`<div class="figure"><p class="label">${both(label)}</p><p class="value${isLong(value) ? " long" : ""}">${both(value)}</p><p class="beside">${beside}</p></div>
`;
}

/** Amounts, and words in place of a number. */
function isLong({ id }: Bilingual): boolean {
  return id.length > 10;
}

/** In workers: a rate of a year before has another denominator. */
function changeWords({ covered, yearBefore, month }: RegencyReport): Bilingual {
  const then = monthWords(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`);
  if (covered === null) {
    return { id: "belum ada daftar yang menerangkan bulan ini", en: "no list tells of this month" };
  }
  if (yearBefore === null) {
    return { id: `${then.id}: belum ada daftar yang menerangkannya`, en: `${then.en}: no list tells of it` };
  }
  const before = countWords(yearBefore);
  if (yearBefore === FEW || covered === FEW) return { id: `${then.id}: ${before.id}`, en: `${then.en}: ${before.en}` };
  const change = covered - yearBefore;
  if (change === 0) return { id: `tetap sejak ${then.id}`, en: `unchanged since ${then.en}` };
  const sign = change > 0 ? "+" : "";
  return {
    id: `${formatChangeId(change)} sejak ${then.id} (${before.id})`,
    en: `${sign}${formatNumberEn(change)} since ${then.en} (${before.en})`,
  };
}

function rateFigures({ rates, sources }: RegencyReport): Html {
  if (rates.length === 0) {
    return figure(
      { id: "Cakupan", en: "Coverage" },
      { id: "tanpa persentase", en: "no rate" },
      both({ id: "jumlah pekerja tidak diketahui", en: "the number of workers is not known" }),
    );
  }
  return html`${rates.map((line) => rateFigure(line, sources))}`;
}

function rateFigure({ denominator, workers, year, source, rate }: RateLine, sources: readonly string[]): Html {
  const name = DENOMINATOR_NAMES[denominator];
  const of = countWords(workers);
  return figure(
    { id: "Cakupan", en: "Coverage" },
    rate === null ? NOT_SHOWN : percentWords(rate),
    html`${both({ id: `dari ${of.id} ${name.id} (${year})`, en: `of ${of.en}, ${name.en} (${year})` })} ${sourceMark(sources, source)}`,
  );
}

function contributionFigure({ contributions, month }: RegencyReport, period: ReportPeriod): Html {
  const { monthRupiah, periodRupiah, known, of } = contributions;
  const year = period.kind === "year";
  const rupiah = year ? periodRupiah : monthRupiah;
  const when = year ? periodName(period) : monthWords(month);
  const part: Bilingual =
    known < of
      ? { id: `; diketahui ${known} dari ${of} bulan`, en: `; ${known} of ${of} months are known` }
      : { id: "", en: "" };
  const missing = known === 0 ? NOT_KNOWN : NOT_SHOWN;
  return figure(
    { id: "Iuran terutang", en: "Contributions due" },
    rupiah === null ? missing : rupiahWords(rupiah),
    both({ id: `${when.id}${part.id}`, en: `${when.en}${part.en}` }),
  );
}

function rateNotes({ rates, targets, sources }: RegencyReport): Html {
  const more = rates.some(({ rate }) => rate !== null && rate > 1);
  return html`${
    more
      ? html`<p><span class="flag">! &gt; 100 %</span> ${both({ id: "Yang terlindungi lebih banyak daripada pekerja menurut sumber itu: keduanya menghitung orang yang berbeda. Periksa tahun dan penyebutnya.", en: "More are protected than there are workers by that source: the two count different people. Look at its year and denominator." })}</p>
`
      : ""
  }${
    rates.length > 1
      ? html`<p class="note">${both({ id: "Persentase dengan penyebut yang berbeda tidak dapat dibandingkan satu sama lain.", en: "Rates with different denominators cannot be compared with each other." })}</p>
`
      : ""
  }${targets.map((target) => targetNote(target, sources))}`;
}

function targetNote({ year, share, denominator, rate, reached, source }: TargetLine, sources: readonly string[]): Html {
  const name = DENOMINATOR_NAMES[denominator];
  const goal = percentWords(share);
  const now = rate === null ? null : percentWords(rate);
  const outcome: Bilingual =
    now === null
      ? {
          id: "tidak dapat dinilai: tidak ada angka dengan penyebut itu",
          en: "cannot be judged: there is no figure with that denominator",
        }
      : {
          id: `${reached ? "tercapai" : "belum tercapai"} (${now.id})`,
          en: `${reached ? "reached" : "not reached"} (${now.en})`,
        };
  return html`<p>${both({ id: `Target ${year}: ${goal.id} ${name.id}, ${outcome.id}.`, en: `Target of ${year}: ${goal.en} of the ${name.en}, ${outcome.en}.` })} ${sourceMark(sources, source)}</p>
`;
}
