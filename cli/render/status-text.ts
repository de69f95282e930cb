// The status of a province for a person.

import { countEn, formatNumberId } from "#shared/domain/format.ts";
import { regencyName } from "#shared/domain/region.ts";
import type { DeadLettersName } from "#shared/names.ts";
import { KEY_CHANGES } from "../key-change.ts";
import type { OverdueList } from "../overdue-lists.ts";
import { failedQueues, type OpenUpload, type ProvinceStatus } from "../province-status.ts";
import type { RefusedFiles } from "../refused-files.ts";
import { deadLetterSteps } from "./redrive-text.ts";
import { table, wrapped } from "./table.ts";

const WIDTH = 92;

export function statusText(status: ProvinceStatus): string {
  const { uploads, refusedFiles, notCounted, overdueLists, lastDailyRun } = status;
  const failed = failedQueues(status);
  const open = [...uploads.planned, ...uploads.held, ...uploads.refused];
  return [
    `Provinsi ${status.province}. Evaluasi harian terakhir / last daily run: ${lastDailyRun ?? "-"}`,
    ...(status.keyChanges ? ["", ...wrapped(KEY_CHANGES.id, WIDTH), ...wrapped(KEY_CHANGES.en, WIDTH)] : []),
    "",
    open.length === 0 ? "Tidak ada unggahan yang menunggu. / No uploads wait." : uploadsTable(open),
    ...(uploads.held.length === 0 ? [] : ["", heldText(uploads.held)]),
    ...(refusedFiles.files.length === 0 ? [] : ["", refusedText(refusedFiles)]),
    "",
    queuesTable(status),
    ...(failed.length === 0 ? [] : ["", failedText(status, failed), ...deadLetterSteps(failed)]),
    "",
    notCounted.length === 0
      ? countedText(failed)
      : `Belum terhitung / not counted up to date: ${notCounted.map(({ regency, asOf }) => `${regency} ${regencyName(regency)} (${asOf ?? "-"})`).join(", ")}`,
    ...overdueText(overdueLists),
  ].join("\n");
}

/** Figures may be counted to the last file, and a source have sent none for months. */
function overdueText(lists: readonly OverdueList[]): readonly string[] {
  if (lists.length === 0) return [];
  return [
    "",
    "Daftar bulanan yang terlambat, sehingga angkanya tidak segar / overdue monthly lists, whose figures are not fresh:",
    ...lists.map(({ roster, reportedOn, daysSilent }) => {
      const [lastId, lastEn] = reportedOn === null ? ["belum pernah", "never"] : [reportedOn, reportedOn];
      return `  ${roster}  ${formatNumberId(daysSilent)} hari, terakhir ${lastId} / ${countEn(daysSilent, "day")}, last ${lastEn}`;
    }),
    "Mintalah sumbernya mengunggah daftar terbaru. / Ask their sources to upload the newest list.",
  ];
}

function queuesTable({ queues, deadLetters }: ProvinceStatus): string {
  return table({
    head: ["Antrean / queue", "Menunggu / waiting", "Dikerjakan / in flight", "Gagal / dead letters"],
    rows: deadLetters.map(({ name, deadLetters: dead }) => {
      const queue = queues.find((one) => one.name === name)?.queue;
      return [
        name,
        queue === undefined ? "-" : formatNumberId(queue.waiting),
        queue === undefined ? "-" : formatNumberId(queue.inFlight),
        formatNumberId(dead.waiting + dead.inFlight),
      ];
    }),
    align: ["left", "right", "right", "right"],
  });
}

function failedText({ deadLetters }: ProvinceStatus, failed: readonly DeadLettersName[]): string {
  const counts = deadLetters
    .filter(({ name }) => failed.includes(name))
    .map(({ name, deadLetters: dead }) => `${name} ${formatNumberId(dead.waiting + dead.inFlight)}`);
  return `ADA PESAN YANG GAGAL / THERE ARE DEAD LETTERS: ${counts.join(", ")}`;
}

/** What failed is in no figure. */
function countedText(failed: readonly DeadLettersName[]): string {
  return failed.length === 0
    ? "Semua yang diterima sudah terhitung. / All that came in is counted."
    : "Yang diterima sudah terhitung, kecuali pesan yang gagal. / What came in is counted, but for what failed.";
}

/** Whoever has looked decides by one of two commands. */
function heldText(held: readonly OpenUpload[]): string {
  return [
    "Pengakhiran yang menunggu keputusan / removals that wait for a decision:",
    ...held.flatMap(({ uploadId, roster }) => [
      `  ${roster}`,
      `    npx cakupan release ${uploadId}    jalankan / carry them out`,
      `    npx cakupan discard ${uploadId}    batalkan / drop them`,
    ]),
  ].join("\n");
}

function refusedText({ files, earlier }: RefusedFiles): string {
  return [
    "Berkas lain yang ditolak / other files that were refused:",
    ...files.flatMap(({ uploadId, fileName, receivedAt, problem }) => [
      `  ${fileName} (${receivedAt})`,
      ...(problem === null ? [] : [problem.id, problem.en].flatMap((words) => wrapped(words, WIDTH))).map(indented),
      indented(`npx cakupan receipt ${uploadId}`),
    ]),
    ...(earlier === 0
      ? []
      : [`  … dan ${formatNumberId(earlier)} sebelumnya / and ${formatNumberId(earlier)} earlier`]),
  ].join("\n");
}

function indented(line: string): string {
  return `    ${line}`;
}

function uploadsTable(uploads: readonly OpenUpload[]): string {
  return table({
    head: ["Unggahan / upload", "Status", "Daftar / roster", "Berkas / file"],
    rows: uploads.map(({ uploadId, status, roster, fileName }) => [uploadId, status, roster, fileName]),
  });
}
