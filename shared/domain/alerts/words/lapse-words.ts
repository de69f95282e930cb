// What is said of a lapse: how many are going to lose their protection and when, whose they are, and what a renewal takes.
import {
  countEn,
  dayNameEn,
  dayNameId,
  formatNumberEn,
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  formatRupiahEn,
  formatRupiahId,
  monthNameEn,
  monthNameId,
  shortDayId,
} from "../../format.ts";
import type { Workforce } from "../../workforce.ts";
import { placeEn, placeId, rateLines, toComeEn, toComeId } from "./coverage-lines.ts";
import { partEn, partId } from "./part-words.ts";
import type { FactsOf, Words } from "./words.ts";

export function lapsingWords(alert: FactsOf<"coverage.lapsing">, workforce: Workforce | null): Words {
  const { month, firstDay, before, after, change, renewalRupiah, parts } = alert;
  return {
    subject: `perlindungan ${formatNumberId(-change)} pekerja habis ${shortDayId(firstDay)}`,
    id: [
      `${formatNumberId(-change)} pekerja ${placeId(alert)} akan kehilangan perlindungan Jamsostek mulai ${dayNameId(firstDay)} bila tidak diperpanjang: dari ${formatNumberId(before)} menjadi ${formatNumberId(after)} pekerja.`,
      ...toComeId(alert),
      ...rateLines(workforce, ({ workers, year, source }) => [
        `Cakupan akan menjadi ${formatPercentId(after / workers)} dari ${formatNumberId(workers)} pekerja (${year}); sebelumnya ${formatPercentId(before / workers)}. Sumber jumlah pekerja: ${source}.`,
      ]),
      ...(renewalRupiah > 0
        ? [`Perpanjangan memerlukan ${formatRupiahId(renewalRupiah)} per bulan (iuran pada bulan terakhir).`]
        : []),
      "",
      "Siapa:",
      ...parts.map((part) => `* ${partId(part)}`),
      "",
      `Yang perlu dilakukan: perpanjang perjanjian dan unggah daftar dengan masa dari ${monthNameId(month)} sebelum ${dayNameId(firstDay)}.`,
    ],
    en: [
      `${countEn(-change, "worker")} ${placeEn(alert)} are going to lose Jamsostek protection on ${dayNameEn(firstDay)} unless it is renewed: from ${formatNumberEn(before)} to ${countEn(after, "worker")}.`,
      ...toComeEn(alert),
      ...rateLines(workforce, ({ workers, year, source }) => [
        `Coverage is going to be ${formatPercentEn(after / workers)} of ${formatNumberEn(workers)} workers (${year}); before: ${formatPercentEn(before / workers)}. Source of the number of workers: ${source}.`,
      ]),
      ...(renewalRupiah > 0
        ? [`A renewal takes ${formatRupiahEn(renewalRupiah)} a month (contributions of the last month).`]
        : []),
      "",
      "Who:",
      ...parts.map((part) => `* ${partEn(part).replace("protection ended", "protection ends")}`),
      "",
      `To do: renew the agreement and upload the roster with months from ${monthNameEn(month)} on before ${dayNameEn(firstDay)}.`,
    ],
  };
}
