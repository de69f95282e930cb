// Asks the province on this machine to move on.
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import * as z from "zod";
import type { Day } from "#shared/domain/day.ts";
import { CannotDo } from "./failures.ts";

const answerLine = z.union([
  z.object({ error: z.string() }),
  z.object({ day: z.string(), done: z.boolean().optional() }),
]);

const statusShape = z.object({ now: z.iso.datetime() });

/** What the province's own clock says, UTC. */
export async function localTime(control: string): Promise<string> {
  const response = await fetch(`${control}/status`);
  return statusShape.parse(await response.json()).now;
}

/** @throws CannotDo when the day lies in the province's past */
export async function moveLocalDay(control: string, to: Day, onDay: (day: string) => void): Promise<void> {
  const response = await fetch(`${control}/day`, { method: "POST", body: JSON.stringify({ to }) });
  if (response.body === null) throw new Error("the province did not answer");
  for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
    const answer = answerLine.parse(JSON.parse(line));
    if ("error" in answer) {
      throw new CannotDo({
        id: `Hari tidak dapat dimajukan ke ${to}: ${answer.error}`,
        en: `The day cannot be moved to ${to}: ${answer.error}`,
      });
    }
    onDay(answer.day);
  }
}
