// Structured logs by allow-list: only the fields named here can be written, so that no row, event or body ever is.

export interface LogFields {
  readonly function?: string;
  readonly uploadId?: string;
  readonly roster?: string | null;
  readonly regency?: string | null;
  readonly version?: number | null;
  readonly status?: string;
  readonly asOf?: string;
  readonly ticket?: number;
  readonly alertId?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly count?: number;
  readonly files?: number;
  readonly uploads?: number;
  readonly rowsRead?: number;
  readonly rowsAccepted?: number;
  readonly rowsDuplicate?: number;
  readonly rowsRejected?: number;
  readonly messageId?: string;
  /** Name of an error's class, never its message: a message may quote what it failed on. */
  readonly error?: string;
  /** Where it happened: the stack's own lines, without the message. */
  readonly at?: string;
}

/** Written as `lagSeconds`: how long ago something was. */
export interface Since {
  /** Instant, ISO 8601 UTC. */
  readonly since?: string;
}

export type Log = (level: "info" | "warn" | "error", event: string, fields?: LogFields & Since) => void;

/** What is measured between an instant of the world and now is measured here: nobody else asks the clock. */
export function logTo(write: (line: string) => void, now: () => number): Log {
  return (level, event, { since, ...fields } = {}) => {
    const lag = since === undefined ? {} : { lagSeconds: Math.round((now() - Date.parse(since)) / 1000) };
    write(`${JSON.stringify({ level, event, ...fields, ...lag })}\n`);
  };
}

export const log: Log = logTo((line) => process.stdout.write(line), Date.now);

/** What of an error may be written. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" | "),
  };
}
