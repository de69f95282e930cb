// What one process measures of itself, and says to the one that started it.

export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most that was resident, and what was so before the file was opened. */
  readonly peakMB: number;
  readonly beforeMB: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly messages: number;
}

export type Counts = Pick<Measured, "accepted" | "rejected" | "messages">;

export async function measure(run: () => Promise<Counts>): Promise<void> {
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const counts = await run();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const measured: Measured = {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMB: process.resourceUsage().maxRSS / 1024,
    beforeMB: before / 2 ** 20,
    ...counts,
  };
  console.log(JSON.stringify(measured));
}
