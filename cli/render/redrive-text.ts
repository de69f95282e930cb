// Dead letters for a person: which queues have some and why, or what became of those that were sent once more.
import type { QueueDepth } from "#shared/adapters/aws/queue-depth.ts";
import { countEn, formatNumberEn, formatNumberId } from "#shared/domain/format.ts";
import type { QueueName } from "#shared/names.ts";
import { table } from "./table.ts";

export interface ListedLetters {
  readonly queue: QueueName;
  readonly deadLetters: number;
  /** Why the first can never work; null when they were tried until that was given up. */
  readonly reason: string | null;
}

export function deadLettersText(listed: readonly ListedLetters[]): string {
  if (listed.length === 0) return "Tidak ada pesan yang gagal. / No dead letters.";
  return [
    table({
      head: ["Antrean / queue", "Gagal / dead letters", "Alasan pertama / first reason"],
      rows: listed.map(({ queue, deadLetters, reason }) => [
        queue,
        formatNumberId(deadLetters),
        reason ?? "dicoba lima kali / tried five times",
      ]),
      align: ["left", "right", "left"],
    }),
    "",
    "Perbaiki penyebabnya dahulu, lalu / mend the cause first, then:",
    ...listed.map(({ queue }) => `  npx cakupan redrive ${queue}`),
  ].join("\n");
}

export interface RedrivenLetters {
  readonly queue: QueueName;
  readonly sent: number;
  readonly before: number;
  readonly after: { readonly queue: QueueDepth; readonly deadLetters: QueueDepth };
}

export function redrivenText({ queue, sent, before, after }: RedrivenLetters): string {
  const left = after.deadLetters.waiting + after.deadLetters.inFlight;
  const waiting = after.queue.waiting + after.queue.inFlight;
  return [
    `${queue}: ${formatNumberId(sent)} dari ${formatNumberId(before)} pesan dikirim ulang; ${formatNumberId(waiting)} di antrean, ${formatNumberId(left)} masih gagal.`,
    `${queue}: ${formatNumberEn(sent)} of ${countEn(before, "message")} sent once more; ${formatNumberEn(waiting)} in the queue, ${countEn(left, "dead letter")} left.`,
    ...(left > 0
      ? ["Yang tidak akan pernah bisa kembali dalam semenit. / What can never work comes back within a minute."]
      : []),
  ].join("\n");
}
