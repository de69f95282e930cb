// Where words go: answers to stdout, progress to stderr. With --json stdout gets exactly one JSON document and nothing else.

export interface Stream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Output {
  readonly json: boolean;
  /** Whether progress may overwrite its own line. */
  readonly live: boolean;
  /** Part of the answer in its readable form; nothing with --json. */
  say(text: string): void;
  /** How far it is; never part of the answer. */
  progress(text: string): void;
  /** Overwrites the line on a terminal; elsewhere nothing. An empty text wipes it. */
  progressHere(text: string): void;
  /** The answer for programs; nothing without --json. */
  answer(value: unknown): void;
}

export function outputTo(stdout: Stream, stderr: Stream, json: boolean): Output {
  // A person who reads along gets progress and answer in one stream, in their order.
  const words = json ? stderr : stdout;
  const live = words.isTTY === true;
  return {
    json,
    live,
    say: (text) => {
      if (!json) stdout.write(`${text}\n`);
    },
    progress: (text) => {
      words.write(live ? `\r\u001b[2K${text}\n` : `${text}\n`);
    },
    progressHere: (text) => {
      if (live) words.write(`\r\u001b[2K${text}`);
    },
    answer: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}
