// What is said of a lapse: how many are going to lose their protection and when, whose they are, and what a renewal takes; when it is told again, what has
// changed since.

import type { LastTold } from "../../alert.ts";
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
import { partEn, partId, whoseEn, whoseId } from "./part-words.ts";
import type { FactsOf, Words } from "./words.ts";

export function lapsingWords(alert: FactsOf<"coverage.lapsing">, workforce: Workforce | null): Words {
  const { month, firstDay, before, after, change, renewalRupiah, parts, lastTold } = alert;
  const fewerThan = lastTold !== null && goFewer(lastTold, alert) ? lastTold.before - lastTold.after : null;
  const who =
    fewerThan === null
      ? `perlindungan ${formatNumberId(-change)}`
      : `masih ${formatNumberId(-change)} dari ${formatNumberId(fewerThan)}`;
  const still = fewerThan === null ? { id: "", en: "" } : { id: "masih ", en: "still " };
  return {
    subject: `${who} pekerja habis ${shortDayId(firstDay)}`,
    id: [
      `${formatNumberId(-change)} pekerja ${placeId(alert)} ${still.id}akan kehilangan perlindungan Jamsostek mulai ${dayNameId(firstDay)} bila tidak diperpanjang: dari ${formatNumberId(before)} menjadi ${formatNumberId(after)} pekerja.`,
      ...lastToldId(lastTold, alert),
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
      `${countEn(-change, "worker")} ${placeEn(alert)} are ${still.en}going to lose Jamsostek protection on ${dayNameEn(firstDay)} unless it is renewed: from ${formatNumberEn(before)} to ${countEn(after, "worker")}.`,
      ...lastToldEn(lastTold, alert),
      ...toComeEn(alert),
      ...rateLines(workforce, ({ workers, year, source }) => [
        `Coverage is going to be ${formatPercentEn(after / workers)} of ${formatNumberEn(workers)} workers (${year}); before: ${formatPercentEn(before / workers)}. Source of the number of workers: ${source}.`,
      ]),
      ...(renewalRupiah > 0
        ? [`A renewal takes ${formatRupiahEn(renewalRupiah)} a month (contributions of the last month).`]
        : []),
      "",
      "Who:",
      ...parts.map(
        (part) =>
          `* ${partEn(part).replace("protection ended", "protection ends").replace("protection started", "protection starts")}`,
      ),
      "",
      `To do: renew the agreement and upload the roster with months from ${monthNameEn(month)} on before ${dayNameEn(firstDay)}.`,
    ],
  };
}

type Lapse = Pick<FactsOf<"coverage.lapsing">, "month" | "after" | "change">;

/** Fewer go, because more are protected then. */
function goFewer(last: LastTold, { after, change }: Lapse): boolean {
  return after > last.after && -change < last.before - last.after;
}

function lastToldId(last: LastTold | null, { month, after }: Lapse): readonly string[] {
  if (last === null) return [];
  const told = `Diberitahukan pada ${dayNameId(last.asOf)}: ${formatNumberId(last.before - last.after)} pekerja (dari ${formatNumberId(last.before)} menjadi ${formatNumberId(last.after)}).`;
  if (after === last.after) return [told];
  const moved = after > last.after ? "bertambah" : "berkurang";
  return [
    `${told} Sejak itu yang terlindungi pada ${monthNameId(month)} ${moved} ${formatNumberId(Math.abs(after - last.after))}:`,
    ...last.parts.map((part) => `* ${whoseId(part)}`),
    "",
  ];
}

function lastToldEn(last: LastTold | null, { month, after }: Lapse): readonly string[] {
  if (last === null) return [];
  const told = `Told on ${dayNameEn(last.asOf)}: ${countEn(last.before - last.after, "worker")} (from ${formatNumberEn(last.before)} to ${formatNumberEn(last.after)}).`;
  if (after === last.after) return [told];
  const moved = after > last.after ? "more" : "fewer";
  return [
    `${told} Since then ${formatNumberEn(Math.abs(after - last.after))} ${moved} are protected in ${monthNameEn(month)}:`,
    ...last.parts.map((part) => `* ${whoseEn(part)}`),
    "",
  ];
}
