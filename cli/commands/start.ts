// The province on this machine, with the replay of its history; it runs on until it is stopped.
import { isFree } from "#local/emulators/loopback.ts";
import type { EmulatorPorts } from "#local/emulators.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { FIRST_DAY } from "#local/replay/history.ts";
import { runReplay } from "#local/replay/run-replay.ts";
import { accessProvince, type ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { type Day, dayInJakarta } from "#shared/domain/day.ts";
import { provinceNamed } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { CannotDo, UsageError } from "../failures.ts";
import type { Output } from "../output.ts";
import { localDirectory, localProvinceFile } from "../province.ts";
import { nextSteps } from "../report/next-steps.ts";
import { showReplay } from "../report/replay-progress.ts";
import { replayReport } from "../report/replay-report.ts";

const RIAU = "14";

export const start: Command = {
  name: "start",
  summary: {
    id: "jalankan sebuah provinsi di komputer ini, dengan putar ulang sejarahnya",
    en: "run a province on this machine, with the replay of its history",
  },
  positionals: [],
  options: {
    once: { value: null, help: { id: "berhenti setelah putar ulang", en: "end after the replay" } },
    province: {
      value: "CODE",
      help: {
        id: `kode provinsi; ${RIAU}. Hanya Riau punya putar ulang`,
        en: `code of the province; ${RIAU}. Only Riau has a replay`,
      },
    },
    port: {
      value: "N",
      help: {
        id: "port S3/SQS/SNS; N+1 DynamoDB, N+2 kendali; tanpa ini: yang bebas",
        en: "port of S3/SQS/SNS; N+1 DynamoDB, N+2 control; free ones without it",
      },
    },
  },
  examples: ["start", "start --once", "start --province 21 --port 4566"],

  async run(line, output) {
    const code = provinceNamed(line.text("province") ?? RIAU);
    const ports = portsOf(line);
    refuseSecond();
    for (const port of Object.values(ports)) await needFree(port);
    output.progress(`Menyiapkan provinsi ${code} … / bringing up province ${code} …`);
    const province = await startLocalProvince({
      province: code,
      day: firstDayOf(code),
      directory: localDirectory(),
      ports,
    });
    const { earlierMails } = province.files;
    if (earlierMails !== null)
      output.progress(`Surel dari jalan sebelumnya / mails of the run before: ${earlierMails}`);
    const access = accessProvince(province.outputs, province.endpoints);
    try {
      if (code === RIAU) await replay(province, access, output);
      output.answer({
        province: code,
        day: province.clock.day(),
        endpoints: province.endpoints,
        control: province.controlUrl,
        outputs: province.outputs,
      });
      if (!line.flag("once")) {
        output.say(`\n${nextSteps(province)}`);
        await stopped();
      }
      return EXIT.ok;
    } finally {
      access.close();
      await province.stop();
    }
  },
};

async function replay(province: LocalProvince, access: ProvinceAccess, output: Output): Promise<void> {
  const began = performance.now();
  await runReplay(
    { put: (key, body) => access.uploader.put(key, body), moveDay: province.moveDay, idle: province.idle },
    showReplay(output),
  );
  output.progressHere("");
  output.progress(`Selesai dalam / done in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`);
  output.say(await replayReport(access));
}

/** A province without a replay begins on the day on which it is started. */
function firstDayOf(province: string): Day {
  return province === RIAU ? FIRST_DAY : dayInJakarta(new Date().toISOString());
}

/** @throws UsageError for what is no port */
function portsOf(line: CommandLine): EmulatorPorts & { readonly control?: number } {
  const text = line.text("port");
  if (text === null) return {};
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_533)
    throw new UsageError({
      id: `--port ${text} bukan nomor port antara 1 dan 65533`,
      en: `--port ${text} is not a port between 1 and 65533`,
    });
  return { messaging: port, dynamodb: port + 1, control: port + 2 };
}

/** Until somebody ends the process. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** @throws CannotDo when a province runs in the same folder */
function refuseSecond(): void {
  const running = localProvinceFile();
  if (running === null) return;
  const { province, pid } = running;
  throw new CannotDo({
    id: `Provinsi ${province} sudah berjalan di komputer ini; hentikan dengan Ctrl-C di tempatnya berjalan, atau \`kill ${pid}\`. Provinsi kedua: dengan CAKUPAN_DIRECTORY lain.`,
    en: `Province ${province} runs already on this machine; stop it with Ctrl-C where it runs, or \`kill ${pid}\`. For a second one set another CAKUPAN_DIRECTORY.`,
  });
}

/** Asked before anything runs: what half came up would keep the process from ending. @throws CannotDo when it is taken */
async function needFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new CannotDo({
    id: `Port ${port} di komputer ini sudah dipakai program lain. Pilih --port lain (dipakai N sampai N+2), atau tanpa --port: port yang bebas dicari sendiri.`,
    en: `Port ${port} of this machine is used by another program. Choose another --port (N to N+2 are used), or leave it out: free ones are found.`,
  });
}
