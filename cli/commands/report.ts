// The pages with which a regency or the province stands before the jury of the Paritrana award, written as one HTML file.
import { type Day, day } from "#shared/domain/day.ts";
import { countEn, formatNumberId, monthNameEn, monthNameId } from "#shared/domain/format.ts";
import { monthOfDay, monthText } from "#shared/domain/month.ts";
import { type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import { type Report, reportPage } from "#shared/domain/report/page/report-page.ts";
import { isEmpty, regencyReport } from "#shared/domain/report/regency-report.ts";
import { type ReportPeriod, reportOfMonth, reportOfYear } from "#shared/domain/report/report-period.ts";
import { monthOf, regionOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { gatherReport } from "../gathered-report.ts";
import { FORCE_OPTION, refuseUnwritable, writeKept } from "../kept-files.ts";
import { noRosterYet } from "../nothing-known.ts";
import { type FoundProvince, withProvince } from "../province.ts";

export const report: Command = {
  name: "report",
  summary: {
    id: "tulis laporan (HTML, siap cetak) provinsi atau satu kabupaten/kota",
    en: "write the report (HTML, to be printed) of the province or of one regency",
  },
  positionals: ["[REGION]"],
  options: {
    month: {
      value: "yyyy-mm",
      help: {
        id: "bulan; tanpa ini: bulan ini di provinsi itu",
        en: "the month; without it the province's present one",
      },
    },
    year: {
      value: "yyyy",
      help: {
        id: "tahun yang dinilai, Januari sampai Desember",
        en: "the year that is judged, January to December",
      },
    },
    out: {
      value: "FILE",
      help: {
        id: "nama berkas; laporan-14.03-2023-02.html (dengan --json tidak ditulis tanpa ini)",
        en: "the file; laporan-14.03-2023-02.html (with --json none is written without this)",
      },
    },
    ...FORCE_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: ["report 14 --year 2022", "report 14.03 --month 2023-02 --out report.html", "report 14.03 --json"],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const { access } = province;
      const regency = regionOf(line.positionals[0], access.code);
      const all = regenciesOf(access.code);
      const now = await presentDay(province, all);
      const period = periodOf(line, now);
      const path = line.text("out") ?? (output.json ? null : fileName(regency ?? access.code, period));
      const force = line.flag("force");
      if (path !== null) refuseUnwritable(path, force);

      const { rules } = access.settings();
      const regencies = [];
      for (const one of regency === null ? all : [regency]) {
        regencies.push(regencyReport(await gatherReport(access, one, now), period, rules));
      }
      if (regencies.every(isEmpty)) throw new UsageError(nothingKnown(regency ?? access.code, period));
      const made: Report = {
        province: access.code,
        period,
        regencies,
        whole: regency === null,
        trial: province.local !== null,
      };
      if (path !== null) await writeKept(path, reportPage(made), { force });
      output.answer({
        file: path,
        province: access.code,
        period: { kind: period.kind, first: monthText(period.first), last: monthText(period.last) },
        trial: made.trial,
        regencies,
      });
      const told = regencies.filter((one) => !isEmpty(one)).length;
      output.say(`Ditulis / written: ${path}`);
      output.say(
        `${formatNumberId(told)} kabupaten/kota, ${monthNameId(period.last)}, per ${now}. Buka di peramban lalu cetak (A4). / ${countEn(told, "regency", "regencies")}; open it in a browser and print it (A4).`,
      );
      return EXIT.ok;
    }),
};

/** @throws UsageError where nothing has happened yet */
async function presentDay({ access, local }: FoundProvince, regencies: readonly RegencyCode[]): Promise<Day> {
  const days = await Promise.all(regencies.map((one) => access.reader.dayOf(one)));
  const known = [...days, await access.reader.lastDay(access.code), local === null ? null : day(local.day)];
  const last = known
    .filter((one) => one !== null)
    .toSorted()
    .at(-1);
  if (last === undefined) {
    throw noRosterYet();
  }
  return last;
}

/** @throws UsageError for what is no month or year, or has not begun */
function periodOf(line: CommandLine, now: Day): ReportPeriod {
  const month = monthOf(line, "month");
  const year = line.text("year");
  const present = monthOfDay(now);
  if (year === null) {
    if (month !== null && month > present) throw new UsageError(notBegun(monthText(month), now));
    return reportOfMonth(month ?? present);
  }
  if (month !== null)
    throw new UsageError({
      id: "Pilih salah satu: --month atau --year",
      en: "Choose one: --month or --year",
    });
  if (!/^\d{4}$/.test(year))
    throw new UsageError({
      id: `--year ${year} bukan tahun; tulis yyyy, mis. 2022`,
      en: `--year ${year} is not a year; write yyyy, e.g. 2022`,
    });
  const period = reportOfYear(Number(year), present);
  if (period === null) throw new UsageError(notBegun(year, now));
  return period;
}

function notBegun(what: string, now: Day) {
  return {
    id: `${what} belum tiba di provinsi ini (sekarang ${now}): belum ada yang dapat dilaporkan.`,
    en: `${what} has not come in this province (it is at ${now}): there is nothing to report yet.`,
  };
}

function nothingKnown(region: string, { last }: ReportPeriod) {
  return {
    id: `Tidak ada data untuk laporan ${region}, ${monthNameId(last)}.`,
    en: `Nothing is known for a report of ${region}, ${monthNameEn(last)}.`,
  };
}

function fileName(region: string, { kind, first, last }: ReportPeriod): string {
  return `laporan-${region}-${kind === "month" ? monthText(last) : monthText(first).slice(0, 4)}.html`;
}
