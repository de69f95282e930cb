// The dead letters of a province: which there are and why, sent once more, or thrown away. No body is shown.
import { DEAD_LETTERS, type DeadLettersName } from "#shared/names.ts";
import { AS_OPTION, actingPerson, refuseUnconfirmed } from "../acting-person.ts";
import { countOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { discardLetters } from "../dead-letters/discard-letters.ts";
import { listLetters, toldReason } from "../dead-letters/known-letters.ts";
import { lettersIn, sendAgain } from "../dead-letters/send-again.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import type { Output } from "../output.ts";
import { type FoundProvince, timeIn, withProvince } from "../province.ts";
import { deadLettersText, discardedText, lettersText, redrivenText } from "../render/redrive-text.ts";
import { unknownWord, WORD_KINDS } from "../unknown-word.ts";

const MESSAGES_A_SECOND = 10;

export const redrive: Command = {
  name: "redrive",
  summary: {
    id: "pesan yang gagal: sebutkan, kirim ulang, atau buang (keluar 1: masih ada)",
    en: "dead letters: list them, send them once more, or throw them away (exits 1: some are left)",
  },
  positionals: ["[QUEUE]"],
  options: {
    list: { value: null, help: { id: "sebutkan satu per satu dengan alasannya", en: "name each, and why it failed" } },
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
    to: {
      value: "ARN",
      help: {
        id: "dari alert-delivery: ke antrean pelanggan ini",
        en: "of alert-delivery: to this subscribed queue",
      },
    },
    discard: {
      value: "ID",
      repeats: true,
      help: { id: "buang pesan ini (awalan ID cukup)", en: "throw away these (the beginning of an ID will do)" },
    },
    "discard-all": {
      value: null,
      help: { id: "buang semua yang ada; dengan --yes", en: "throw away all there are; with --yes" },
    },
    yes: { value: null, help: { id: "ya, buang semua", en: "yes, all of them" } },
    ...AS_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "redrive",
    "redrive roster-uploads --list",
    "redrive enrolment-events --max 1 --province 14",
    "redrive roster-uploads --discard 3f2a9c81",
  ],

  run(line, output) {
    const [named] = line.positionals;
    const name = named === undefined ? null : queueNamed(named);
    const does = actAsked(line, name);
    return withProvince(line, (province) => {
      if (name === null) return listQueues(province, output);
      switch (does) {
        case "list":
          return list(province, name, output);
        case "discard":
          return discard(province, name, line, output);
        case "send":
          return send(province, name, line, output);
      }
    });
  },
};

/** @throws UsageError for what does not go together */
function actAsked(line: CommandLine, name: DeadLettersName | null): "list" | "send" | "discard" {
  const all = line.flag("discard-all");
  const asked = [line.flag("list"), line.texts("discard").length > 0, all, line.text("to") !== null];
  const acts = asked.filter((one) => one).length;
  if (acts > 1)
    throw new UsageError({
      id: "Salah satu dari --list, --discard, --discard-all dan --to setiap kali",
      en: "One of --list, --discard, --discard-all and --to at a time",
    });
  if (acts > 0 && name === null) {
    const names = DEAD_LETTERS.join(", ");
    throw new UsageError({ id: `QUEUE belum disebut: ${names}`, en: `QUEUE is missing: ${names}` });
  }
  if (all) refuseUnconfirmed(line, "--list");
  return line.flag("list") ? "list" : all || line.texts("discard").length > 0 ? "discard" : "send";
}

async function listQueues({ access }: FoundProvince, output: Output): Promise<ExitCode> {
  const listed = [];
  for (const { name: queue, deadLetters } of await access.deadLetterDepths()) {
    if (lettersIn(deadLetters) === 0) continue;
    const reason = toldReason(await access.deadLetters(queue).firstReason());
    listed.push({ queue, deadLetters: lettersIn(deadLetters), reason });
  }
  output.answer(listed);
  output.say(deadLettersText(listed));
  return leftOver(listed.length);
}

async function list({ access }: FoundProvince, queue: DeadLettersName, output: Output): Promise<ExitCode> {
  const letters = await listLetters(access.deadLetters(queue), access.code);
  output.answer({ queue, letters });
  output.say(lettersText(queue, letters));
  return leftOver(letters.length);
}

async function discard(
  province: FoundProvince,
  queue: DeadLettersName,
  line: CommandLine,
  output: Output,
): Promise<ExitCode> {
  const { access } = province;
  const done = await discardLetters(access.deadLetters(queue), {
    province: access.code,
    queue,
    ids: line.flag("discard-all") ? null : line.texts("discard"),
    at: await timeIn(province),
    by: actingPerson(line),
    record: (act) => access.audit.record(access.code, act),
  });
  output.answer({ queue, ...done });
  output.say(discardedText(queue, done));
  return leftOver(done.left);
}

async function send(
  province: FoundProvince,
  queue: DeadLettersName,
  line: CommandLine,
  output: Output,
): Promise<ExitCode> {
  const done = await sendAgain(province, queue, {
    max: countOf(line, "max"),
    rate: countOf(line, "rate") ?? MESSAGES_A_SECOND,
    to: line.text("to"),
    by: actingPerson(line),
  });
  output.answer(done);
  output.say(redrivenText(done));
  return leftOver(done.unfit + lettersIn(done.after.deadLetters));
}

/** What is left is for a person to mend. */
function leftOver(count: number): ExitCode {
  return count > 0 ? EXIT.notMended : EXIT.ok;
}

function queueNamed(name: string): DeadLettersName {
  const found = DEAD_LETTERS.find((queue) => queue === name.replace(/-dead-letters$/, ""));
  if (found !== undefined) return found;
  throw unknownWord(WORD_KINDS.queue, name, DEAD_LETTERS);
}
