// A whole province in this process: its pipeline running on emulators, its day movable, its file written by which the commands find it.
// Nothing is shared between two of them: ports are free ones, names the stack's own, files lie in the directory given.
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { day } from "#shared/domain/day.ts";
import { type ProvinceClock, startClock } from "./clock.ts";
import { startControl } from "./control.ts";
import { createDays, type Days } from "./days.ts";
import { type EmulatorPorts, LOCAL_CREDENTIALS } from "./emulators.ts";
import { openMailFolder } from "./mails.ts";
import { type Endpoints, readProvinceFile, removeProvinceFile, writeProvinceFile } from "./province-file.ts";
import { startPipeline } from "./running-pipeline.ts";
import { type ProvinceStatus, statusOf } from "./status.ts";
import { type Assembly, synthesise } from "./synthesise.ts";

export interface LocalProvinceOptions {
  /** e.g. `14`. */
  readonly province: string;
  /** The day on which the province starts, at eight in the morning in Jakarta. */
  readonly day: string;
  /** Where mails, the functions' log and the file for the commands are written; `.cakupan` of the project by default. */
  readonly directory?: string;
  readonly ports?: EmulatorPorts & { readonly control?: number };
  /** Synthesised when left out. */
  readonly assembly?: Assembly;
  /** Takes the lines that functions write, instead of the file functions.log. */
  readonly log?: (line: string, functionName: string) => void;
  /** After how long a failed message is tried again; a second for each time it was received by default. */
  readonly retryDelayMs?: (receiveCount: number) => number;
}

export interface LocalProvince extends Days {
  readonly province: string;
  readonly region: string;
  /** The stack's outputs; their ids stand in shared/names.ts. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
  /** The environment by which an SDK or the AWS CLI finds this province. */
  readonly environment: Readonly<Record<string, string>>;
  readonly controlUrl: string;
  readonly clock: ProvinceClock;
  readonly files: {
    readonly province: string;
    readonly functionsLog: string;
    readonly mails: string;
    /** Where the mails of the run before lie now; null: there were none. */
    readonly earlierMails: string | null;
  };
  idle(): Promise<void>;
  status(): ProvinceStatus;
  /** What lies in the dead-letter queues. */
  deadLetters(): readonly { readonly queue: string; readonly body: string }[];
  stop(): Promise<void>;
}

const DEFAULT_DIRECTORY = fileURLToPath(new URL("../.cakupan", import.meta.url));

/** @throws Error when one runs in the directory already, or the template has what this machine does not know */
export async function startLocalProvince(options: LocalProvinceOptions): Promise<LocalProvince> {
  const { province, directory = DEFAULT_DIRECTORY, ports = {}, retryDelayMs = secondsByReceiveCount } = options;
  const files = openFiles(directory);
  const assembly = options.assembly ?? (await synthesise(province));
  const clock = startClock(day(options.day));
  const mails = openMailFolder(files.mails);
  const log = options.log ?? ((line: string) => appendFileSync(files.functionsLog, `${line}\n`, { mode: 0o600 }));
  const pipeline = await startPipeline({ province, assembly, clock, ports, mails, log, retryDelayMs });
  const { template, emulators, deliverer, environment } = pipeline;
  const days = createDays({ clock, startSchedules: deliverer.runDay, idle: deliverer.idle });

  const { endpoints, queue } = emulators;
  const status = (): ProvinceStatus => statusOf({ province, clock, template, deliverer, queue });
  const startedAt = new Date().toISOString();
  const writeFile = (): void =>
    writeProvinceFile(files.province, {
      pid: process.pid,
      province,
      startedAt,
      day: clock.day(),
      region: assembly.region,
      control: control.url,
      endpoints,
      credentials: LOCAL_CREDENTIALS,
      outputs: template.outputs,
      mails: files.mails,
      functionsLog: files.functionsLog,
    });
  const moveDay: Days["moveDay"] = (to, onDay) => days.moveDay(to, onDay).finally(writeFile);
  const control = await startControl(ports.control ?? 0, { status, moveDay, idle: deliverer.idle, day: clock.day });
  writeFile();
  const forget = (): void => removeProvinceFile(files.province);
  process.once("exit", forget);

  return {
    province,
    region: assembly.region,
    outputs: template.outputs,
    endpoints,
    environment,
    controlUrl: control.url,
    clock,
    files,
    idle: deliverer.idle,
    status,
    deadLetters: () =>
      status().deadLetters.flatMap(({ arn, name }) =>
        queue(arn)
          .bodies()
          .map((body) => ({ queue: name, body })),
      ),
    moveDay,
    runDay: days.runDay,
    stop: async () => {
      process.off("exit", forget);
      forget();
      await control.stop();
      await pipeline.stop();
    },
  };
}

/** The state of a province lives as long as its process, and so does its log. Mails, which somebody may still want to read, are kept of one run before. */
function openFiles(directory: string): LocalProvince["files"] {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const province = join(directory, "province.json");
  const running = readProvinceFile(province);
  if (running !== null) {
    throw new Error(
      `provinsi ${running.province} sudah berjalan di komputer ini; hentikan dengan Ctrl-C, atau \`kill ${running.pid}\`\n` +
        `province ${running.province} runs already on this machine; stop it with Ctrl-C, or \`kill ${running.pid}\``,
    );
  }
  const files = { province, functionsLog: join(directory, "functions.log"), mails: join(directory, "mails") };
  rmSync(files.functionsLog, { force: true });
  return { ...files, earlierMails: moveMails(files.mails, join(directory, "mails-before")) };
}

function moveMails(from: string, to: string): string | null {
  if (!existsSync(from)) return null;
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
  return to;
}

function secondsByReceiveCount(receiveCount: number): number {
  return receiveCount * 1000;
}
