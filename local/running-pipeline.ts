// The pipeline of one province at work: what the template says built on the emulators, its functions hosted, its events and messages delivered,
// its e-mails written. When it cannot be built, nothing of it keeps running.
import type { ProvinceClock } from "./clock.ts";
import { type Deliverer, startDeliverer } from "./deliver/deliverer.ts";
import { type EmulatorPorts, type Emulators, emulatorEnvironment, startEmulators } from "./emulators.ts";
import { hostFunctions } from "./hosted-functions.ts";
import type { MailFolder } from "./mails.ts";
import type { Assembly } from "./synthesise.ts";
import { type ProvinceTemplate, readProvinceTemplate } from "./template/province-template.ts";

export interface RunningPipeline {
  readonly template: ProvinceTemplate;
  readonly emulators: Emulators;
  readonly deliverer: Deliverer;
  /** By which an SDK or the AWS CLI finds this pipeline. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface PipelineOptions {
  readonly province: string;
  readonly assembly: Assembly;
  readonly clock: ProvinceClock;
  readonly ports: EmulatorPorts;
  readonly mails: MailFolder;
  readonly log: (line: string, functionName: string) => void;
  readonly retryDelayMs: (receiveCount: number) => number;
}

/** @throws Error when a port is taken, or the template has what this machine does not know */
export async function startPipeline(options: PipelineOptions): Promise<RunningPipeline> {
  const { province, clock, ports, mails } = options;
  let deliverer: Deliverer | null = null;
  const emulators = await startEmulators(options.assembly.region, ports, {
    onObject: (object) => deliverer?.deliverObject(object),
    onInvoke: (functionName, input) => deliverer?.invokeLater(functionName, input) ?? false,
    onQueue: () => deliverer?.queueChanged(),
    onPublished: ({ topicArn, subject, texts }, addresses) => {
      const from = `Cakupan ${province} <${topicArn.split(":").at(-1)}@local.invalid>`;
      const mail = { from, subject: subject ?? "AWS Notification Message", text: texts.email ?? texts.default };
      for (const to of addresses) mails.write({ ...mail, to, sentAt: clock.now() });
    },
  });
  try {
    const pipeline = await build(emulators, options);
    deliverer = pipeline.deliverer;
    return pipeline;
  } catch (error) {
    await emulators.stop();
    throw error;
  }
}

async function build(emulators: Emulators, options: PipelineOptions): Promise<RunningPipeline> {
  const { assembly, clock, log, retryDelayMs } = options;
  const { region, stackName } = assembly;
  const { endpoints, queue } = emulators;
  const template = readProvinceTemplate(assembly.template, { stackName, region, queueEndpoint: endpoints.sqs });
  await emulators.build(template);
  const environment = emulatorEnvironment(endpoints, region);
  const functions = hostFunctions({ functions: template.functions, assembly, environment, log });
  const deliverer = startDeliverer({ template, region, clock, queue, host: functions.host, retryDelayMs });
  return {
    template,
    emulators,
    deliverer,
    environment,
    stop: async () => {
      deliverer.stop();
      await functions.stop();
      await emulators.stop();
    },
  };
}
