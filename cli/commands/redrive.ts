// Sends the dead letters of a queue once more; without a name it lists the queues that have some, with the reason of the first. No body is shown.
import { setTimeout as pause } from "node:timers/promises";
import type { ProvinceAccess, QueueDepths } from "#shared/adapters/aws/province-access.ts";
import { QUEUES, type QueueName } from "#shared/names.ts";
import { countOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Output } from "../output.ts";
import { withProvince } from "../province.ts";
import { redriveLetters } from "../redriven-letters.ts";
import { deadLettersText, redrivenText } from "../render/redrive-text.ts";
import { unknownWord, WORD_KINDS } from "../unknown-word.ts";

const MESSAGES_A_SECOND = 10;

export const redrive: Command = {
  name: "redrive",
  summary: {
    id: "kirim ulang pesan yang gagal dari sebuah antrean",
    en: "send the dead letters of a queue once more",
  },
  positionals: ["[QUEUE]"],
  options: {
    max: {
      value: "N",
      help: { id: "paling banyak; tanpa ini: yang ada sekarang", en: "at most; without it those that are there now" },
    },
    rate: {
      value: "N",
      help: {
        id: `pesan per detik; ${MESSAGES_A_SECOND}`,
        en: `messages a second; ${MESSAGES_A_SECOND}`,
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: ["redrive", "redrive roster-uploads", "redrive enrolment-events --max 1 --province 14"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const [name] = line.positionals;
      if (name === undefined) return listDeadLetters(access, output);
      const limits = { max: countOf(line, "max"), rate: countOf(line, "rate") ?? MESSAGES_A_SECOND };
      return redriveQueue(access, queueNamed(name), limits, output);
    }),
};

async function listDeadLetters(access: ProvinceAccess, output: Output): Promise<ExitCode> {
  const some = (await access.queueDepths()).filter((depths) => lettersIn(depths) > 0);
  const listed = [];
  for (const depths of some) {
    const reason = await access.deadLetters(depths.name).firstReason();
    listed.push({ queue: depths.name, deadLetters: lettersIn(depths), reason });
  }
  output.answer(listed);
  output.say(deadLettersText(listed));
  return EXIT.ok;
}

async function redriveQueue(
  access: ProvinceAccess,
  queue: QueueName,
  { max, rate }: { readonly max: number | null; readonly rate: number },
  output: Output,
): Promise<ExitCode> {
  const before = lettersIn(await depthsOf(access, queue));
  const sent = await redriveLetters(access.deadLetters(queue), {
    most: max ?? before,
    pace: () => pause(1000 / rate),
  });
  const after = await depthsOf(access, queue);
  const done = { queue, sent, before, after: { queue: after.queue, deadLetters: after.deadLetters } };
  output.answer(done);
  output.say(redrivenText(done));
  return EXIT.ok;
}

function queueNamed(name: string): QueueName {
  const found = QUEUES.find((queue) => queue === name.replace(/-dead-letters$/, ""));
  if (found !== undefined) return found;
  throw unknownWord(WORD_KINDS.queue, name, QUEUES);
}

async function depthsOf(access: ProvinceAccess, queue: QueueName): Promise<QueueDepths> {
  const depths = (await access.queueDepths()).find(({ name }) => name === queue);
  if (depths === undefined) throw new Error(`no depth of ${queue}`);
  return depths;
}

function lettersIn({ deadLetters }: QueueDepths): number {
  return deadLetters.waiting + deadLetters.inFlight;
}
