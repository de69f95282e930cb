// The history of a roster for a person: two lines to an entry, what it was and what it counted.
import { formatNumberId } from "#shared/domain/format.ts";
import type { HistoryEntry } from "#shared/domain/history/roster-history.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { Head } from "#shared/domain/upload.ts";
import { table } from "./table.ts";

export function historyText(
  roster: RosterId,
  { reportedOn }: Pick<Head, "reportedOn">,
  entries: readonly HistoryEntry[],
): string {
  return [
    `${roster}. Laporan terakhir / last report: ${reportedOn ?? "-"}`,
    "",
    table({
      head: ["Versi", "Hari / day", "Status", "Mode", "Oleh / by", "Berkas / file"],
      rows: entries.map(({ version, current, asOf, status, mode, requester, fileName }) => [
        `${current ? "* " : "  "}${version ?? "-"}`,
        asOf,
        status,
        mode,
        requester ?? "-",
        fileName,
      ]),
    }),
    "* berlaku sekarang / current now",
    "Oleh: akun AWS yang mengunggah / by: the AWS account that uploaded",
    "",
    table({
      head: ["Versi", "Baris / rows", "Diterima", "Ditolak", "Baru", "Berubah", "Berakhir", "Tetap", "Ditahan"],
      rows: entries.map(({ version, rows, changes }) => [
        String(version ?? "-"),
        ...[rows?.read, rows?.accepted, rows?.rejected].map(counted),
        ...[changes?.enrolled, changes?.changed, changes?.ended, changes?.kept, changes?.withheld].map(counted),
      ]),
      align: ["right", "right", "right", "right", "right", "right", "right", "right", "right"],
    }),
    "Baris: dibaca, diterima, ditolak / rows: read, accepted, rejected.",
    "Pekerja: baru, berubah, berakhir, tetap, ditahan.",
    "Workers: enrolled, changed, ended, kept, withheld.",
  ].join("\n");
}

function counted(value: number | undefined): string {
  return value === undefined ? "-" : formatNumberId(value);
}
