// What an erasure did, and what it cannot reach, for a person.
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import { hasNikShape } from "#shared/domain/roster.ts";
import type { Erasure } from "../commands/erase.ts";
import { columns } from "./table.ts";

export function erasureText(erasure: Erasure): string {
  const { dryRun, rosters, slices, files, rejectedRows, waiting, unreadable } = erasure;
  return [
    headline(erasure),
    ...keptOutText(erasure),
    "",
    columns([
      ["  daftar yang ditulis ulang / rosters rewritten", formatNumberId(rosters.length)],
      ["  potongan versi lama / slices of older versions", formatNumberId(slices)],
      ["  berkas unggahan / uploaded files", formatNumberId(files)],
      ["  berkas baris yang ditolak / files of rejected rows", formatNumberId(rejectedRows)],
    ]),
    ...rosters.map((roster) => `    ${roster}`),
    ...deadlineText(erasure),
    ...leftText(
      "Masih diperlukan unggahan ini; putuskan atau tunggu, lalu jalankan lagi, atau pakai --now:",
      "Still needed by these uploads; decide on them or wait, then run this again, or use --now:",
      waiting,
    ),
    ...leftText(
      "Tidak dapat dibaca; periksa sendiri berkas ini:",
      "Cannot be read; look into these files yourself:",
      unreadable.map((key) => (hasNikShape(key) ? "(disamarkan / concealed)" : key)),
    ),
    "",
    ...(dryRun ? [] : OUT_OF_REACH),
  ].join("\n");
}

function headline(erasure: Erasure): string {
  const { dryRun, people } = erasure;
  const [id, en] = [formatNumberId(people), countEn(people, "person", "people")];
  if (nothingFound(erasure))
    return `Tidak ada lagi yang tersimpan tentang ${id} orang ini. / Nothing is left of ${people === 1 ? "this person" : `these ${en}`}.`;
  return dryRun ? `Akan dihapus: ${id} orang. / Would be erased: ${en}.` : `Dihapus: ${id} orang. / Erased: ${en}.`;
}

function nothingFound({ rosters, slices, files, rejectedRows, waiting, unreadable }: Erasure): boolean {
  return rosters.length + slices + files + rejectedRows + waiting.length + unreadable.length === 0;
}

/** Who is kept out already and, in a dry run, who is not yet. */
function keptOutText({ dryRun, people, keptOut }: Erasure): readonly string[] {
  const already = keptOut.reduce((sum, one) => sum + one.people, 0);
  const since = keptOut.map(
    ({ since: day, people: some }) =>
      `Dalam daftar cegah sejak ${day ?? "hari yang tidak tercatat"}: ${formatNumberId(some)} orang. / On the suppression list since ${day ?? "a day that was not kept"}: ${countEn(some, "person", "people")}.`,
  );
  if (!dryRun) return keptOut.length === 0 ? [] : since;
  const others = people - already;
  return others === 0
    ? since
    : [
        ...since,
        `Belum dicegah: ${formatNumberId(others)} orang; erase --yes mencegahnya masuk lagi. / Not kept out yet: ${countEn(others, "person", "people")}; erase --yes keeps them out.`,
      ];
}

function deadlineText({ dryRun, requestedOn, due, late }: Erasure): readonly string[] {
  if (requestedOn === null) {
    const unknown = "Hari permintaan tidak disebut (--requested-on). / The day of the request was not said.";
    return dryRun ? [] : ["", unknown];
  }
  return [
    "",
    late
      ? `TERLAMBAT: permintaan ${requestedOn}, batas 3 × 24 jam ${due ?? "-"} (UU 27/2022). / LATE: requested ${requestedOn}, due ${due ?? "-"}.`
      : `Permintaan ${requestedOn}, batas 3 × 24 jam ${due ?? "-"} (UU 27/2022). / Requested ${requestedOn}, due ${due ?? "-"}.`,
  ];
}

function leftText(id: string, en: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : ["", id, en, ...names.map((name) => `  ${name}`)];
}

const OUT_OF_REACH = [
  "Yang tidak terjangkau perintah ini:",
  "  - pemulihan titik waktu kedua tabel: sampai 35 hari; setelah memulihkan, jalankan perintah ini lagi",
  "  - pesan yang masih di antrean, di bawah nama samaran: sampai 14 hari; ditolak saat hendak diterapkan",
  "  - surel, salinan yang sudah diunduh, dan daftar di tangan pengunggah: beri tahu mereka",
  "  - baris yang NIK-nya sudah rusak oleh Excel (1,40E+15), karena tidak dapat dikenali",
  "Jalankan sekali lagi setelah seperempat jam dengan --dry-run: hasilnya harus 0.",
  "",
  "What this command cannot reach:",
  "  - point-in-time recovery of both tables: up to 35 days; after restoring, run this again",
  "  - messages still in queues, under a pseudonym: up to 14 days; refused where they would be applied",
  "  - mails, copies that were downloaded, and the lists in uploaders' hands: tell them",
  "  - rows whose NIK Excel has damaged already (1.40E+15), because they cannot be told",
  "Run it once more after a quarter of an hour with --dry-run: all must be 0.",
];
