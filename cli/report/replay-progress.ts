// The replay while it runs: a line per file, and on a terminal a bar for the days.
import type { ReplayProgress } from "#local/replay/run-replay.ts";
import { formatNumberId } from "#shared/domain/format.ts";
import type { Output } from "../output.ts";
import { bar } from "../render/bar.ts";

const BAR_WIDTH = 40;
/** Where nothing can be overwritten, one line for so many days. */
const DAYS_TO_A_LINE = 100;

export function showReplay(output: Output): (progress: ReplayProgress) => void {
  return (progress) => {
    if (progress.kind === "arrival") {
      const { arrival, bytes } = progress;
      output.progress(`${arrival.day}  ${arrival.what.id} / ${arrival.what.en}`);
      output.progress(`            ${arrival.objectKey}, ${formatNumberId(Math.ceil(bytes / 1024))} KiB`);
      return;
    }
    const { day, ran, of } = progress;
    const share = `${Math.floor((ran / of) * 100)} %`.padStart(6);
    if (output.live) output.progressHere(`${day}  ${bar(ran, of, BAR_WIDTH).padEnd(BAR_WIDTH)}${share}`);
    else if (ran % DAYS_TO_A_LINE === 0) output.progress(`${day} ${share}  ${formatNumberId(ran)} hari / days`);
  };
}
