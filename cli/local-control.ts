// Asks the province on this machine to move on.
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import * as z from "zod";
import type { Day } from "#shared/domain/day.ts";
import { CannotDo, UsageError } from "./failures.ts";

const answerLine = z.union([
  z.object({ error: z.string(), day: z.string().optional() }),
  z.object({ day: z.string(), done: z.boolean().optional() }),
]);

const statusShape = z.object({ now: z.iso.datetime() });

/** What the province's own clock says, UTC. */
export async function localTime(control: string): Promise<string> {
  const response = await fetch(`${control}/status`);
  return statusShape.parse(await response.json()).now;
}

/** @throws UsageError when the day lies in the province's past */
export async function moveLocalDay(control: string, to: Day, onDay: (day: string) => void): Promise<void> {
  const response = await fetch(`${control}/day`, { method: "POST", body: JSON.stringify({ to }) });
  if (response.body === null) throw new Error("the province did not answer");
  for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
    const answer = answerLine.parse(JSON.parse(line));
    if ("error" in answer) {
      if (answer.day !== undefined) throw inThePast(to, answer.day);
      throw new CannotDo({
        id: `Hari tidak dapat dimajukan ke ${to}; provinsi di komputer ini menjawab: ${answer.error}`,
        en: `The day cannot be moved to ${to}; the province on this machine answers: ${answer.error}`,
      });
    }
    onDay(answer.day);
  }
}

function inThePast(to: Day, now: string): UsageError {
  return new UsageError({
    id: `Hari tidak dapat mundur ke ${to}: di provinsi ini sekarang ${now}`,
    en: `The day cannot go back to ${to}: the province is at ${now}`,
  });
}
