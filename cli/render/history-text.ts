// The history of a roster for a person: two lines to an entry, who made it of what, and what it counted.
import type { Day } from "#shared/domain/day.ts";
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import type { HistoryEntry, HistoryStatus } from "#shared/domain/history/roster-history.ts";
import type { UnusedCause, UnusedVersion } from "#shared/domain/history/unused-versions.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { minuteIn } from "./instant-text.ts";
import { shortened, table } from "./table.ts";

export interface ShownHistory {
  readonly roster: RosterId;
  readonly reportedOn: Day | null;
  readonly entries: readonly HistoryEntry[];
  readonly unused: readonly UnusedVersion[];
}

const LONGEST_NAME = 44;
/** Beside a sentence. */
const SHORT_NAME = 30;
const LONGEST_WHO = 20;

export function historyText({ roster, reportedOn, entries, unused }: ShownHistory): string {
  const counting = entries.filter(({ status }) => !isRewriting(status));
  const statuses = [...new Set(entries.map(({ status }) => status))];
  return [
    `${roster}. Laporan terakhir / last report: ${reportedOn ?? "-"}`,
    "",
    table({
      head: ["Versi", "Waktu / when (UTC)", "Apa / what", "Mode", "Oleh / by", "Berkas / file"],
      rows: entries.map((entry) => [
        `${entry.current ? "* " : "  "}${versionText(entry)}`,
        entry.at === null ? entry.asOf : minuteIn(entry.at),
        entry.status,
        isRewriting(entry.status) ? "-" : entry.mode,
        shortened(entry.by ?? "-", LONGEST_WHO),
        fileText(entry),
      ]),
    }),
    "* berlaku sekarang / current now. Oleh: akun AWS pengunggah, atau nama yang disebut sendiri (--as).",
    "By: the AWS account that uploaded, or the name that was given (--as).",
    ...statuses.flatMap(legendOf),
    ...decisionLines(entries),
    "",
    table({
      head: [
        "Versi",
        "Baris",
        "Diterima",
        "Ganda",
        "Ditolak",
        "Baru",
        "Berubah",
        "Sama",
        "Berakhir",
        "Tetap",
        "Ditahan",
        "Tiada",
      ],
      rows: counting.map((entry) => [versionText(entry), ...countsOf(entry).map(counted)]),
      align: Array.from({ length: 12 }, () => "right" as const),
    }),
    "Baris = diterima + ganda + ditolak / rows read = accepted + duplicate + rejected.",
    "Pekerja: baru, berubah, sama, berakhir, tetap, ditahan, tiada di daftar.",
    "Workers: enrolled, changed, unchanged, ended, kept, withheld, not found in the roster.",
    "Disebut hanya dengan bulan yang sudah lewat: berakhir dan berubah; selama ditahan: sama.",
    "Named only with months that are over: ended and changed; while withheld: unchanged.",
    ...unusedLines(unused),
  ].join("\n");
}

/** `3`; `(3)`: a number that was given to an upload and not used. */
function versionText({ version, unused }: HistoryEntry): string {
  return version === null ? `(${unused ?? "-"})` : String(version);
}

function countsOf({ rows, changes }: HistoryEntry): readonly (number | undefined)[] {
  return [
    ...[rows?.read, rows?.accepted, rows?.duplicate, rows?.rejected],
    ...[changes?.enrolled, changes?.changed, changes?.unchanged, changes?.ended],
    ...[changes?.kept, changes?.withheld, changes?.notFound],
  ];
}

function isRewriting(status: HistoryStatus): boolean {
  return status === "erasure" || status === "rekey";
}

function fileText({ status, base, fileName, removed }: HistoryEntry): string {
  if (!isRewriting(status)) return shortened(fileName, LONGEST_NAME);
  const less = removed === null || removed === 0 ? "" : `, -${formatNumberId(removed)} kepesertaan / enrolments`;
  return `versi / version ${base ?? "-"}${less}`;
}

/** Only what does not say itself. */
const LEGEND: Readonly<Partial<Record<HistoryStatus, Bilingual>>> = {
  unchanged: { id: "sama dengan isi daftar, tanpa versi baru", en: "says what the roster says, no new version" },
  held: {
    id: "diterapkan tanpa pengakhiran, yang menunggu keputusan sampai daftar berubah lagi",
    en: "applied without its removals, which wait for a decision until the roster changes again",
  },
  released: { id: "pengakhiran yang ditahan dijalankan", en: "removals that were held were carried out" },
  discarded: { id: "pengakhiran yang ditahan dibatalkan", en: "removals that were held were dropped" },
  superseded: {
    id: "tidak dijalankan, atau tidak seluruhnya: sudah ada berkas yang lebih baru, atau berkasnya tidak ada lagi",
    en: "not carried out, or not all of it: a newer file was there already, or its own is gone",
  },
  erasure: { id: "ditulis ulang tanpa orang yang dihapus", en: "written anew without people who were erased" },
  rekey: { id: "ditulis ulang di bawah kunci nama samaran yang baru", en: "written anew under the new pseudonym key" },
};

function legendOf(status: HistoryStatus): readonly string[] {
  const words = LEGEND[status];
  return words === undefined ? [] : [`  ${status}: ${words.id} / ${words.en}`];
}

/** What stands in no column: who uploaded what somebody else then decided about. */
function decisionLines(entries: readonly HistoryEntry[]): readonly string[] {
  return entries.flatMap(({ status, fileName, receivedAt, requester, decidedOn, decidedBy }) =>
    status === "discarded" || status === "released"
      ? [
          `  ${shortened(fileName, LONGEST_NAME)}: diunggah / uploaded ${minuteIn(receivedAt)} ${requester ?? "-"}; ${status} ${decidedOn ?? "-"} ${decidedBy ?? "-"}`,
        ]
      : [],
  );
}

const UNUSED: Readonly<Record<UnusedCause, Bilingual>> = {
  unchanged: { id: "tidak mengubah apa pun", en: "changed nothing" },
  superseded: { id: "sudah ada yang lebih baru", en: "a newer one was there already" },
  refused: { id: "ditolak", en: "refused" },
  planned: { id: "sedang diproses", en: "under way" },
  void: { id: "tidak jadi, disusun ulang dengan nomor lain", en: "void, made again under another number" },
};

function unusedLines(unused: readonly UnusedVersion[]): readonly string[] {
  if (unused.length === 0) return [];
  const numbers = unused.map(({ version }) => version).join(", ");
  return [
    "",
    `Nomor versi yang tidak terpakai: ${numbers} (${formatNumberId(unused.length)} nomor); nomor tidak pernah diberikan dua kali.`,
    `Version numbers that were not used: ${numbers} (${countEn(unused.length, "number")}); none is given twice.`,
    ...unused.map(({ version, cause, fileName }) => {
      const { id, en } = UNUSED[cause];
      return `  ${version}  ${fileName === null ? "" : `${shortened(fileName, SHORT_NAME)}: `}${id} / ${en}`;
    }),
  ];
}

function counted(value: number | undefined): string {
  return value === undefined ? "-" : formatNumberId(value);
}
