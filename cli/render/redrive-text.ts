// Dead letters for a person: which queues have some and why, each of them, and what became of those that were sent once more or thrown away.
import { countEn, formatNumberEn, formatNumberId } from "#shared/domain/format.ts";
import { type DeadLettersName, QUEUES } from "#shared/names.ts";
import type { DiscardedLetters } from "../dead-letters/discard-letters.ts";
import type { KnownLetter } from "../dead-letters/known-letters.ts";
import type { Resent } from "../dead-letters/send-again.ts";
import { minuteIn } from "./instant-text.ts";
import { shortened, table } from "./table.ts";

/** As much of an id as tells letters apart. */
const ID_SHOWN = 8;
const REASON_WIDTH = 44;
const ABOUT_WIDTH = 42;

export interface ListedQueue {
  readonly queue: DeadLettersName;
  readonly deadLetters: number;
  /** Why the first can never work; null when they were tried until that was given up. */
  readonly reason: string | null;
}

export function deadLettersText(listed: readonly ListedQueue[]): string {
  if (listed.length === 0) return "Tidak ada pesan yang gagal. / No dead letters.";
  return [
    table({
      head: ["Antrean / queue", "Gagal / dead letters", "Alasan pertama / first reason"],
      rows: listed.map(({ queue, deadLetters, reason }) => [
        queue,
        formatNumberId(deadLetters),
        shortened(reason ?? givenUp(queue), REASON_WIDTH),
      ]),
      align: ["left", "right", "left"],
    }),
    "",
    ...deadLetterSteps(listed.map(({ queue }) => queue)),
  ].join("\n");
}

/** What to do about dead letters, queue by queue. */
export function deadLetterSteps(queues: readonly DeadLettersName[]): readonly string[] {
  return [
    "Lihat satu per satu, perbaiki penyebabnya, lalu kirim ulang / see each, mend the cause, then send again:",
    ...queues.flatMap((queue) => [
      `  npx cakupan redrive ${queue} --list`,
      queue === "alert-delivery" ? "  npx cakupan redrive alert-delivery --to ARN" : `  npx cakupan redrive ${queue}`,
    ]),
    "Yang tidak akan pernah bisa / what can never work: npx cakupan redrive QUEUE --discard ID",
  ];
}

export function lettersText(queue: DeadLettersName, letters: readonly KnownLetter[]): string {
  if (letters.length === 0) return noneIn(queue);
  const [first] = letters;
  return [
    lettersTable(queue, letters),
    "",
    `Kirim ulang semua / send all again: npx cakupan redrive ${queue}${queue === "alert-delivery" ? " --to ARN" : ""}`,
    `Buang / throw away: npx cakupan redrive ${queue} --discard ${first?.id.slice(0, ID_SHOWN)}`,
  ].join("\n");
}

function noneIn(queue: DeadLettersName): string {
  return `${queue}: tidak ada pesan yang gagal. / no dead letters.`;
}

export function discardedText(queue: DeadLettersName, { discarded, left }: DiscardedLetters): string {
  if (discarded.length === 0) return noneIn(queue);
  return [
    lettersTable(queue, discarded),
    "",
    `${queue}: ${formatNumberId(discarded.length)} pesan dibuang, ${formatNumberId(left)} tersisa; tercatat di \`npx cakupan audit\`.`,
    `${queue}: ${countEn(discarded.length, "letter")} thrown away, ${formatNumberEn(left)} left; \`npx cakupan audit\` has the record.`,
  ].join("\n");
}

function lettersTable(queue: DeadLettersName, letters: readonly KnownLetter[]): string {
  return table({
    head: ["ID", "Dikirim / sent (UTC)", "Tentang / about", "Alasan / reason"],
    rows: letters.map(({ id, sentAt, about, reason }) => [
      id.slice(0, ID_SHOWN),
      minuteIn(sentAt),
      shortened(about, ABOUT_WIDTH),
      shortened(reason ?? givenUp(queue), REASON_WIDTH),
    ]),
  });
}

export function givenUp(queue: string): string {
  return QUEUES.some((one) => one === queue)
    ? "dicoba lima kali / tried five times"
    : "dicoba berulang kali / tried repeatedly";
}

export function redrivenText({ queue, sent, unfit, before, after }: Resent): string {
  if (before === 0 && sent === 0) return noneIn(queue);
  const left = after.deadLetters.waiting + after.deadLetters.inFlight;
  const waiting = after.queue === null ? null : after.queue.waiting + after.queue.inFlight;
  const [waitingId, waitingEn] =
    waiting === null
      ? ["", ""]
      : [` ${formatNumberId(waiting)} di antrean,`, ` ${formatNumberEn(waiting)} in the queue,`];
  return [
    `${queue}: ${formatNumberId(sent)} dari ${formatNumberId(before)} pesan dikirim ulang;${waitingId} ${formatNumberId(left)} masih gagal.`,
    `${queue}: ${formatNumberEn(sent)} of ${countEn(before, "message")} sent once more;${waitingEn} ${countEn(left, "dead letter")} left.`,
    ...(unfit > 0 ? unfitText(queue, unfit) : []),
    ...(left > 0 && unfit === 0
      ? ["Yang tidak akan pernah bisa kembali dalam semenit. / What can never work comes back within a minute."]
      : []),
  ].join("\n");
}

function unfitText(queue: DeadLettersName, unfit: number): readonly string[] {
  const [id, en] =
    queue === "alert-delivery"
      ? ["bukan untuk antrean itu, atau untuk alamat HTTPS", "not for that queue, or for an HTTPS address"]
      : ["tidak menyebut waktunya", "tells no time"];
  return [
    `${formatNumberId(unfit)} tidak dapat dikirim (${id}): npx cakupan redrive ${queue} --list`,
    `${formatNumberEn(unfit)} cannot be sent (${en}): npx cakupan redrive ${queue} --list`,
  ];
}
