// The pages with which a regency or a province stands before the jury of the Paritrana award, as one document that loads nothing: on a screen, on a
// phone, and on paper, where each regency begins on a sheet of its own.
import { type Html, html } from "../../html.ts";
import { both, pageText } from "../../receipt-page/page.ts";
import { type ProvinceCode, provinceName } from "../../region.ts";
import type { Bilingual } from "../../text.ts";
import { isEmpty, type RegencyReport } from "../regency-report.ts";
import { periodName, type ReportPeriod } from "../report-period.ts";
import { agreementsPart } from "./agreements-part.ts";
import { dayWords, monthWords } from "./cells.ts";
import { claimsPart } from "./claims-part.ts";
import { keyFigures } from "./key-figures.ts";
import { lapsesPart } from "./lapses-part.ts";
import { monthsPart } from "./months-part.ts";
import { segmentsPart } from "./segments-part.ts";
import { REPORT_STYLE } from "./style.ts";
import { summary } from "./summary.ts";

export interface Report {
  readonly province: ProvinceCode;
  readonly period: ReportPeriod;
  /** One for a report of a regency; all of them, by code, for one of the province. */
  readonly regencies: readonly RegencyReport[];
  readonly whole: boolean;
  /** Of a province that was brought up for a trial: it must not be taken for the truth. */
  readonly trial: boolean;
}

export function reportPage({ province, period, regencies, whole, trial }: Report): string {
  const when = periodName(period);
  const [only] = regencies;
  const place = whole || only === undefined ? `Provinsi ${provinceName(province)}` : only.name;
  const shown = whole ? regencies.filter((one) => !isEmpty(one)) : regencies;
  return pageText(
    {
      title: {
        id: `Perlindungan Jamsostek ${place}, ${when.id}`,
        en: `Social protection of workers in ${place}, ${when.en}`,
      },
      body: html`${
        trial
          ? html`<p class="trial">${both(TRIAL)}</p>
`
          : ""
      }${whole ? summary(regencies) : ""}${shown.map((one) => regencyPart(one, period, whole))}<footer><p>${both(FOOTER)}</p></footer>
`,
    },
    { style: REPORT_STYLE },
  );
}

function regencyPart(report: RegencyReport, period: ReportPeriod, whole: boolean): Html {
  return html`<section class="regency${whole ? "" : " only"}">
${
  whole
    ? html`<h2>${report.name} (${report.regency})</h2>
`
    : ""
}<p class="lead">${both(lead(report, whole))}</p>
${keyFigures(report, period)}${monthsPart(report)}${segmentsPart(report)}${agreementsPart(report)}${claimsPart(report)}${lapsesPart(report)}${sourcesPart(report)}</section>
`;
}

/** Of when the figures are, and as of which day they are known. */
function lead({ regency, month, asOf, closed }: RegencyReport, whole: boolean): Bilingual {
  const code = whole ? "" : `${regency}. `;
  const [at, on] = [monthWords(month), dayWords(asOf)];
  const as: Bilingual = closed
    ? {
        id: "seperti terakhir diketahui sebelum bulan itu ditutup",
        en: "as last known before that month was closed",
      }
    : { id: `seperti diketahui pada ${on.id}`, en: `as known on ${on.en}` };
  return {
    id: `${code}Jumlah orang adalah jumlah bulan ${at.id}, ${as.id}. Terlindungi: sekurang-kurangnya JKK dan JKM; setiap orang dihitung sekali. Laporan dibuat per ${on.id}.`,
    en: `${code}Counts of people are those of ${at.en}, ${as.en}. Protected: at least work accident (JKK) and death (JKM); each person counts once. The report was made as of ${on.en}.`,
  };
}

function sourcesPart({ sources }: RegencyReport): Html {
  return html`<h3>${both({ id: "Sumber", en: "Sources" })}</h3>
<p class="note intro">${both({ id: "Jumlah pekerja terlindungi, perusahaan, dan iuran: dihitung dari daftar yang diunggah. Iuran: menurut tarif yang berlaku pada bulannya, bukan pembayaran yang diterima.", en: "Protected workers, firms and contributions: counted from the rosters that were uploaded. Contributions: by the rates of their month, not payments received." })}</p>
${
  sources.length === 0
    ? ""
    : html`<ol class="sources">
${sources.map(
  (source) => html`<li>${source}</li>
`,
)}</ol>
`
}`;
}

const TRIAL: Bilingual = {
  id: "Percobaan: laporan dari provinsi yang dijalankan di satu komputer; pekerjanya dapat sintetis.",
  en: "Trial: a report of a province that runs on one machine; its workers may be synthetic.",
};

const FOOTER: Bilingual = {
  id: "Tidak ada NIK atau nama pekerja di laporan ini. Jumlah di bawah 5 orang ditutup (< 5), juga rupiah yang menyertainya.",
  en: "There is no NIK and no name of a worker in this report. Counts below 5 people are hidden (< 5), and so are the amounts beside them.",
};
