// A whole province in this process: the synthesised template built on the emulators, its functions hosted, its events delivered, its days moved.
// Nothing is shared between two of them: ports are free ones, names the stack's own, files lie in the directory given.
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Day, day } from "#shared/domain/day.ts";
import { type ProvinceClock, startClock } from "./clock.ts";
import { startControl } from "./control.ts";
import { createDays, type Days } from "./days.ts";
import { startDeliverer } from "./deliver/deliverer.ts";
import { type EmulatorPorts, emulatorEnvironment, LOCAL_CREDENTIALS, startEmulators } from "./emulators.ts";
import { hostFunctions } from "./hosted-functions.ts";
import { openMailFolder } from "./mails.ts";
import { type Endpoints, readProvinceFile, removeProvinceFile, writeProvinceFile } from "./province-file.ts";
import { type ProvinceStatus, statusOf } from "./status.ts";
import { type Assembly, synthesise } from "./synthesise.ts";
import { readProvinceTemplate } from "./template/province-template.ts";

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
  readonly files: { readonly province: string; readonly functionsLog: string; readonly mails: string };
  idle(): Promise<void>;
  status(): ProvinceStatus;
  /** What lies in the dead-letter queues. */
  deadLetters(): readonly { readonly queue: string; readonly body: string }[];
  stop(): Promise<void>;
}

const DEFAULT_DIRECTORY = fileURLToPath(new URL("../.cakupan", import.meta.url));

/** @throws Error when one runs in the directory already, or the template has what this machine does not know */
export async function startLocalProvince(options: LocalProvinceOptions): Promise<LocalProvince> {
  const { province, directory = DEFAULT_DIRECTORY, ports = {} } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = {
    province: join(directory, "province.json"),
    functionsLog: join(directory, "functions.log"),
    mails: join(directory, "mails"),
  };
  const running = readProvinceFile(files.province);
  if (running !== null)
    throw new Error(`province ${running.province} runs already on this machine (process ${running.pid})`);

  const assembly = options.assembly ?? (await synthesise(province));
  const { region } = assembly;
  const clock = startClock(day(options.day));
  const mails = openMailFolder(files.mails);
  const emulators = await startEmulators(region, ports, {
    onObject: (object) => deliverer.deliverObject(object),
    onQueue: () => deliverer.queueChanged(),
    onPublished: ({ topicArn, subject, texts }, addresses) => {
      const from = `Cakupan ${province} <${topicArn.split(":").at(-1)}@local.invalid>`;
      const text = texts.email ?? texts.default;
      for (const to of addresses)
        mails.write({ to, from, subject: subject ?? "AWS Notification Message", text, sentAt: clock.now() });
    },
  });
  const template = readProvinceTemplate(assembly.template, {
    stackName: assembly.stackName,
    region,
    queueEndpoint: emulators.endpoints.sqs,
  });
  const environment = emulatorEnvironment(emulators.endpoints, region);
  const log = options.log ?? ((line: string) => appendFileSync(files.functionsLog, `${line}\n`, { mode: 0o600 }));
  const functions = hostFunctions({ functions: template.functions, assembly, environment, log });
  await emulators.build(template);
  const retryDelayMs = options.retryDelayMs ?? ((receiveCount: number) => receiveCount * 1000);
  const deliverer = startDeliverer({
    template,
    region,
    clock,
    queue: emulators.queue,
    host: functions.host,
    retryDelayMs,
  });
  const days = createDays({ clock, startSchedules: deliverer.runDay, idle: deliverer.idle });

  const status = (): ProvinceStatus => statusOf({ province, clock, template, deliverer, queue: emulators.queue });
  const writeFile = (): void =>
    writeProvinceFile(files.province, {
      pid: process.pid,
      province,
      startedAt,
      day: clock.day(),
      region,
      control: control.url,
      endpoints: emulators.endpoints,
      credentials: LOCAL_CREDENTIALS,
      outputs: template.outputs,
      mails: files.mails,
      functionsLog: files.functionsLog,
    });
  const moveDay = async (to: Day, onDay?: (day: Day) => Promise<void> | void): Promise<void> => {
    await days.moveDay(to, onDay);
    writeFile();
  };
  const startedAt = new Date().toISOString();
  const control = await startControl(ports.control ?? 0, { status, moveDay, idle: deliverer.idle, day: clock.day });
  writeFile();
  const forget = (): void => removeProvinceFile(files.province);
  process.once("exit", forget);

  return {
    province,
    region,
    outputs: template.outputs,
    endpoints: emulators.endpoints,
    environment,
    controlUrl: control.url,
    clock,
    files,
    idle: deliverer.idle,
    status,
    deadLetters: () =>
      status().deadLetters.flatMap(({ arn, name }) =>
        emulators
          .queue(arn)
          .bodies()
          .map((body) => ({ queue: name, body })),
      ),
    moveDay,
    runDay: days.runDay,
    stop: async () => {
      process.off("exit", forget);
      forget();
      deliverer.stop();
      await functions.stop();
      await Promise.all([control.stop(), emulators.stop()]);
    },
  };
}
