// Knows whether anything moves in the province, and tells those who wait for it to come to rest. Nothing polls: whoever changes something says so.
export interface Activity {
  /** Counts the work as running until it settles. */
  during<T>(work: () => Promise<T>): Promise<T>;
  running(): number;
  /** Something may have come to rest, or have to be looked at again. */
  changed(): void;
  onChange(look: () => void): void;
  /** Resolves when no work runs and nothing is pending. */
  idle(): Promise<void>;
  isIdle(): boolean;
}

/** `pending` says whether something waits to be done though nothing runs. */
export function createActivity(pending: () => boolean): Activity {
  const waiters = new Set<() => void>();
  const lookers = new Set<() => void>();
  let running = 0;
  const isIdle = (): boolean => running === 0 && !pending();
  const changed = (): void => {
    for (const look of lookers) look();
    if (waiters.size === 0 || !isIdle()) return;
    for (const resolve of waiters) resolve();
    waiters.clear();
  };
  return {
    during: async (work) => {
      running++;
      try {
        return await work();
      } finally {
        running--;
        changed();
      }
    },
    running: () => running,
    changed,
    onChange: (look) => void lookers.add(look),
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => waiters.add(resolve))),
    isIdle,
  };
}
