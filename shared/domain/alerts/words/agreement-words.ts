// What is said of agreements: until when their money lasts, that they end, that they go on.
import {
  dayNameEn,
  dayNameId,
  formatNumberEn,
  formatNumberId,
  formatRupiahEn,
  formatRupiahId,
  monthNameEn,
  monthNameId,
  shortDayId,
  shortMonthId,
} from "../../format.ts";
import { type Month, OPEN_END } from "../../month.ts";
import type { Bilingual } from "../../text.ts";
import type { FactsOf, Words } from "./words.ts";

const DOUBTS: Readonly<Record<"monthly-sum" | "yearly-sum", Bilingual>> = {
  "monthly-sum": {
    id: "Jumlah itu hampir sama dengan iuran satu bulan: mungkin yang dicatat adalah anggaran per bulan. Periksa berkas perjanjiannya.",
    en: "The sum is nearly the contributions of one month: it may be a monthly budget. Check the file of the agreement.",
  },
  "yearly-sum": {
    id: "Jumlah itu hampir sama dengan iuran dua belas bulan: mungkin yang dicatat adalah anggaran satu tahun. Periksa berkas perjanjiannya.",
    en: "The sum is nearly the contributions of twelve months: it may be a yearly budget. Check the file of the agreement.",
  },
};

export function budgetWords(alert: FactsOf<"agreement.budget">): Words {
  const { sponsor, agreement, name, budgetRupiah, dueRupiah, paidUntil, doubt, first, last } = alert;
  const untilId =
    paidUntil === null ? "tidak cukup untuk satu bulan pun" : `hanya cukup sampai ${monthNameId(paidUntil)}`;
  const untilEn = paidUntil === null ? "does not pay for a single month" : `lasts until ${monthNameEn(paidUntil)} only`;
  return {
    subject:
      paidUntil === null
        ? `anggaran tidak cukup (${agreement})`
        : `anggaran hanya cukup sampai ${shortMonthId(paidUntil)} (${agreement})`,
    id: [
      `Anggaran ${sponsor} (${agreement}) di ${name} ${untilId}; masa perjanjian ${monthNameId(first)} sampai ${monthNameId(last)}.`,
      `Anggaran ${formatRupiahId(budgetRupiah)}; iuran seluruh masa ${formatRupiahId(dueRupiah)}; kurang ${formatRupiahId(dueRupiah - budgetRupiah)}.`,
      ...(doubt === null ? [] : [DOUBTS[doubt].id]),
    ],
    en: [
      `The budget of ${sponsor} (${agreement}) in ${name} ${untilEn}; the agreement runs from ${monthNameEn(first)} to ${monthNameEn(last)}.`,
      `Budget ${formatRupiahEn(budgetRupiah)}; contributions of the whole period ${formatRupiahEn(dueRupiah)}; ${formatRupiahEn(dueRupiah - budgetRupiah)} short.`,
      ...(doubt === null ? [] : [DOUBTS[doubt].en]),
    ],
  };
}

export function expiringWords(alert: FactsOf<"agreement.expiring">): Words {
  const { sponsor, agreement, name, lastDay, workers, monthlyRupiah } = alert;
  return {
    subject: `perjanjian berakhir ${shortDayId(lastDay)} (${agreement})`,
    id: [
      `Perjanjian ${sponsor} (${agreement}) di ${name} berakhir ${dayNameId(lastDay)} dan belum ada perpanjangannya.`,
      workers === 0
        ? "Belum ada daftar pekerja yang dibiayainya pada bulan terakhir."
        : `Yang terlindungi pada bulan terakhir: ${formatNumberId(workers)} pekerja, iuran ${formatRupiahId(monthlyRupiah)} per bulan.`,
      "Yang perlu dilakukan: unggah berkas perjanjian dengan masa berikutnya.",
    ],
    en: [
      `The agreement of ${sponsor} (${agreement}) in ${name} ends on ${dayNameEn(lastDay)}, and no renewal is known.`,
      workers === 0
        ? "No roster that it pays for protects anybody in the last month."
        : `Protected in the last month: ${formatNumberEn(workers)} workers, contributions ${formatRupiahEn(monthlyRupiah)} a month.`,
      "To do: upload the file of the agreement with its next period.",
    ],
  };
}

export function renewedWords(alert: FactsOf<"agreement.recovered">): Words {
  const { sponsor, agreement, name, clears, first, last } = alert;
  const whatId = clears === "agreement.budget" ? "kini cukup untuk seluruh masanya" : "sudah diperpanjang";
  const whatEn = clears === "agreement.budget" ? "now pays for its whole period" : "has been renewed";
  const subject =
    clears === "agreement.budget" ? `anggaran cukup (${agreement})` : `perjanjian diperpanjang (${agreement})`;
  const thingId = clears === "agreement.budget" ? "Anggaran" : "Perjanjian";
  const thingEn = clears === "agreement.budget" ? "The budget" : "The agreement";
  return {
    subject,
    id: [`${thingId} ${sponsor} (${agreement}) di ${name} ${whatId}: ${monthNameId(first)} ${untilId(last)}.`],
    en: [`${thingEn} of ${sponsor} (${agreement}) in ${name} ${whatEn}: ${monthNameEn(first)} ${untilEn(last)}.`],
  };
}

function untilId(last: Month): string {
  return last === OPEN_END ? "tanpa batas akhir" : `sampai ${monthNameId(last)}`;
}

function untilEn(last: Month): string {
  return last === OPEN_END ? "without an end" : `to ${monthNameEn(last)}`;
}
