// What is said of agreements: until when their money lasts, that they end, that they go on.
import {
  countEn,
  dayNameEn,
  dayNameId,
  formatNumberId,
  formatRupiahEn,
  formatRupiahId,
  monthNameEn,
  monthNameId,
  shortDayId,
  shortMonthId,
} from "../../format.ts";
import { type Month, OPEN_END } from "../../month.ts";
import type { Months } from "../../reference/expected-lists.ts";
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
  const { sponsor, agreement, name, budgetRupiah, dueRupiah, plannedWorkers, paidUntil, doubt, first, last } = alert;
  const untilId =
    paidUntil === null ? "tidak cukup untuk satu bulan pun" : `hanya cukup sampai ${monthNameId(paidUntil)}`;
  const untilEn = paidUntil === null ? "does not pay for a single month" : `lasts until ${monthNameEn(paidUntil)} only`;
  const byPlanId =
    plannedWorkers === null
      ? ""
      : ` (menurut jumlah yang direncanakan, ${formatNumberId(plannedWorkers)} pekerja; belum ada daftar)`;
  const byPlanEn =
    plannedWorkers === null ? "" : ` (by the planned number, ${countEn(plannedWorkers, "worker")}; no roster yet)`;
  return {
    subject:
      paidUntil === null
        ? `anggaran tidak cukup (${agreement})`
        : `anggaran hanya cukup sampai ${shortMonthId(paidUntil)} (${agreement})`,
    id: [
      `Anggaran ${sponsor} (${agreement}) di ${name} ${untilId}; masa perjanjian ${monthNameId(first)} sampai ${monthNameId(last)}.`,
      `Anggaran ${formatRupiahId(budgetRupiah)}; iuran seluruh masa ${formatRupiahId(dueRupiah)}${byPlanId}; kurang ${formatRupiahId(dueRupiah - budgetRupiah)}.`,
      ...(doubt === null ? [] : [DOUBTS[doubt].id]),
    ],
    en: [
      `The budget of ${sponsor} (${agreement}) in ${name} ${untilEn}; the agreement runs from ${monthNameEn(first)} to ${monthNameEn(last)}.`,
      `Budget ${formatRupiahEn(budgetRupiah)}; contributions of the whole period ${formatRupiahEn(dueRupiah)}${byPlanEn}; ${formatRupiahEn(dueRupiah - budgetRupiah)} short.`,
      ...(doubt === null ? [] : [DOUBTS[doubt].en]),
    ],
  };
}

export function expiringWords(alert: FactsOf<"agreement.expiring">): Words {
  const { sponsor, agreement, name, lastDay, workers, monthlyRupiah, resumes } = alert;
  return {
    subject: `perjanjian berakhir ${shortDayId(lastDay)} (${agreement})`,
    id: [
      `Perjanjian ${sponsor} (${agreement}) di ${name} berakhir ${dayNameId(lastDay)} ${
        resumes === null
          ? "dan belum ada perpanjangannya"
          : `dan tidak langsung berlanjut: masa berikutnya baru mulai ${monthNameId(resumes)}`
      }.`,
      workers === 0
        ? "Belum ada daftar pekerja yang dibiayainya pada bulan terakhir."
        : `Yang terlindungi pada bulan terakhir: ${formatNumberId(workers)} pekerja, iuran ${formatRupiahId(monthlyRupiah)} per bulan.`,
      resumes === null
        ? "Yang perlu dilakukan: unggah berkas perjanjian dengan masa berikutnya."
        : "Yang perlu dilakukan: tutup jedanya; unggah berkas perjanjian yang masanya langsung berlanjut.",
    ],
    en: [
      `The agreement of ${sponsor} (${agreement}) in ${name} ends on ${dayNameEn(lastDay)}, and ${
        resumes === null
          ? "no renewal is known"
          : `does not go on at once: the next period begins in ${monthNameEn(resumes)} only`
      }.`,
      workers === 0
        ? "No roster that it pays for protects anybody in the last month."
        : `Protected in the last month: ${countEn(workers, "worker")}, contributions ${formatRupiahEn(monthlyRupiah)} a month.`,
      resumes === null
        ? "To do: upload the file of the agreement with its next period."
        : "To do: close the gap; upload the file of the agreement with a period that follows at once.",
    ],
  };
}

export function renewedWords(alert: FactsOf<"agreement.recovered">): Words {
  const { sponsor, agreement, name, clears, first, last, gap } = alert;
  const whoId = `${sponsor} (${agreement}) di ${name}`;
  const whoEn = `${sponsor} (${agreement}) in ${name}`;
  const periodId = `${monthNameId(first)} ${untilId(last)}`;
  const periodEn = `${monthNameEn(first)} ${untilEn(last)}`;
  if (clears === "agreement.budget") {
    return {
      subject: `anggaran cukup (${agreement})`,
      id: [`Anggaran ${whoId} kini cukup untuk seluruh masanya: ${periodId}.`],
      en: [`The budget of ${whoEn} now pays for its whole period: ${periodEn}.`],
    };
  }
  if (gap === null) {
    return {
      subject: `perjanjian diperpanjang (${agreement})`,
      id: [`Perjanjian ${whoId} sudah diperpanjang: ${periodId}.`],
      en: [`The agreement of ${whoEn} has been renewed: ${periodEn}.`],
    };
  }
  return {
    subject: `perjanjian ada masa baru, dengan jeda (${agreement})`,
    id: [
      `Perjanjian ${whoId} mempunyai masa baru: ${periodId}.`,
      `Masa itu tidak langsung berlanjut: ${monthsId(gap)} tidak tercakup perjanjian ini.`,
    ],
    en: [
      `The agreement of ${whoEn} has a new period: ${periodEn}.`,
      `It does not follow at once: ${monthsEn(gap)} ${gap.first === gap.last ? "is" : "are"} in no period of this agreement.`,
    ],
  };
}

function monthsId({ first, last }: Months): string {
  return first === last ? monthNameId(first) : `${monthNameId(first)} sampai ${monthNameId(last)}`;
}

function monthsEn({ first, last }: Months): string {
  return first === last ? monthNameEn(first) : `${monthNameEn(first)} to ${monthNameEn(last)}`;
}

function untilId(last: Month): string {
  return last === OPEN_END ? "tanpa batas akhir" : `sampai ${monthNameId(last)}`;
}

function untilEn(last: Month): string {
  return last === OPEN_END ? "without an end" : `to ${monthNameEn(last)}`;
}
