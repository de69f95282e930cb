// A terminal that remembers what was written to it.
import type { Stream } from "#cli/output.ts";

export interface Recorder extends Stream {
  readonly text: () => string;
}

export function recorder(isTTY = false): Recorder {
  let written = "";
  return {
    isTTY,
    write: (text) => {
      written += text;
    },
    text: () => written,
  };
}
