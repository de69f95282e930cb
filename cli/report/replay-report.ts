// What the replay has shown, as tables that one could lay before a vice-regent. Every figure is read from the pipeline's own tables and receipts.
import { BENGKALIS_VULNERABLE, HISTORY, SIAK_NON_ASN } from "#local/replay/history.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { month } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { isFrozen, knownRegency, monthsFrom, viewOf } from "../known-months.ts";
import { alertsTable, alertText } from "../render/alert-text.ts";
import { coverageText } from "../render/coverage-text.ts";
import { monthsText } from "../render/months-text.ts";
import { receiptText } from "../render/receipt-text.ts";
import { type BudgetedYear, budgetText } from "./budgeted-year.ts";

const LABEL = "PUTAR ULANG DENGAN PEKERJA SINTETIS / REPLAY WITH SYNTHETIC WORKERS";

const SIAK_2022: BudgetedYear = {
  year: 2022,
  budgetRupiah: 800_000_000,
  source: "ANTARA Riau, Desember 2021 (https://riau.antaranews.com/berita/253005)",
};

interface Section {
  readonly title: string;
  readonly text: string;
}

/** @throws Error when a part of the story is not in the tables */
export async function replayReport(access: ProvinceAccess): Promise<string> {
  const sections = [...(await bengkalis(access)), await lastReceipt(access), await siak(access)];
  return sections.map(({ title, text }) => `${heading(title)}\n\n${text}`).join("\n\n");
}

async function bengkalis(access: ProvinceAccess): Promise<readonly Section[]> {
  const { regency } = rosterParts(BENGKALIS_VULNERABLE);
  const known = there(await knownRegency(access, regency), `coverage of ${regency}`);
  const at = month("2023-02");
  const february = there(viewOf(known, at), `${regency} in February 2023`);
  const [alerts, ofSiak] = await Promise.all(
    [regency, rosterParts(SIAK_NON_ASN).regency].map((one) => access.reader.alerts(one)),
  );
  const last = there(alerts?.at(-1), "alert of the drop");
  return [
    { title: "Bengkalis, Februari / February 2023", text: coverageText(february, isFrozen(known, at)) },
    {
      title: "Bengkalis, November 2022 – Februari / February 2024",
      text: monthsText(monthsFrom(known, month("2022-11"), month("2024-02"))),
    },
    {
      title: "Peringatan yang dikirim / alerts sent",
      text: `Bengkalis:\n\n${alertsTable(alerts ?? [])}\n\nSiak:\n\n${alertsTable(ofSiak ?? [])}`,
    },
    { title: "Peringatan terakhir / the last alert", text: alertText(last) },
  ];
}

async function lastReceipt(access: ProvinceAccess): Promise<Section> {
  return {
    title: "Tanda terima berkas 20-11-2023 / receipt of the file of 20 November 2023",
    text: receiptText(await receiptOfLastFile(access, BENGKALIS_VULNERABLE)),
  };
}

async function receiptOfLastFile(access: ProvinceAccess, roster: RosterId): Promise<Receipt> {
  const arrival = there(
    HISTORY.findLast((one) => one.roster === roster),
    `a file of ${roster}`,
  );
  const uploads = await access.reader.uploads(rosterParts(roster).regency);
  const record = there(
    uploads.findLast((one) => one.roster === roster && one.asOf === arrival.day),
    `the upload of ${arrival.day}`,
  );
  return there(await access.receipts.read(record.receiptKey), `the receipt ${record.receiptKey}`);
}

async function siak(access: ProvinceAccess): Promise<Section> {
  const { regency } = rosterParts(SIAK_NON_ASN);
  const known = there(await knownRegency(access, regency), `coverage of ${regency}`);
  const { year } = SIAK_2022;
  return {
    title: `Siak, ${year}: tenaga non-ASN / non-ASN staff`,
    text: budgetText(monthsFrom(known, month(`${year}-01`), month(`${year}-12`)), SIAK_2022),
  };
}

function heading(title: string): string {
  return `${"━".repeat(96)}\n${title}\n${LABEL}`;
}

function there<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`the replay left no ${what}`);
  return found;
}
