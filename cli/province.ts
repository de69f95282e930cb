// Which province a command talks to: the one on this machine that .cakupan/province.json names, or with --province one on AWS.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ProvinceFile, readProvinceFile } from "#local/province-file.ts";
import { accessProvince, type ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { stackOutputs } from "#shared/adapters/aws/stack-outputs.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { stackName } from "#shared/names.ts";
import { missing, provinceNamed } from "./arguments.ts";
import { awsSetupComplaint } from "./aws-setup.ts";
import type { CommandLine } from "./command-line.ts";
import { CannotDo } from "./failures.ts";
import { goneComplaint } from "./gone-province.ts";
import { localTime } from "./local-control.ts";

export interface FoundProvince {
  readonly access: ProvinceAccess;
  /** null on AWS. */
  readonly local: ProvinceFile | null;
}

/** The folder of the province on this machine; another one for a second province. */
export function localDirectory(): string {
  return process.env.CAKUPAN_DIRECTORY ?? fileURLToPath(new URL("../.cakupan", import.meta.url));
}

/** That of the province that runs on this machine; null when none does. */
export function localProvinceFile(): ProvinceFile | null {
  return readProvinceFile(join(localDirectory(), "province.json"));
}

/** @throws CannotDo when no province is there, UsageError for an unknown code */
async function findProvince(line: CommandLine): Promise<FoundProvince> {
  const code = line.text("province");
  if (code === null) return localProvince();
  const stack = stackName(provinceNamed(code));
  const outputs = await stackOutputs(stack);
  if (outputs === null) {
    throw new CannotDo({
      id: `Tidak ada ${stack} pada akun dan region AWS ini; periksa AWS_PROFILE dan AWS_REGION, atau pasang dahulu (lihat README).`,
      en: `There is no ${stack} in this AWS account and region; check AWS_PROFILE and AWS_REGION, or deploy it first (see the README).`,
    });
  }
  return { access: accessProvince(outputs), local: null };
}

function localProvince(): FoundProvince {
  const local = localProvinceFile();
  if (local === null) {
    throw new CannotDo({
      id: "Tidak ada provinsi yang berjalan di komputer ini. Jalankan `npm start`, atau pakai --province 14 untuk provinsi di AWS.",
      en: "No province runs on this machine. Start one with `npm start`, or name one on AWS with --province 14.",
    });
  }
  return { access: accessProvince(local.outputs, local.endpoints), local };
}

/** The instant that "now" means to the province, UTC: on one machine its own clock tells. */
export function timeIn({ local }: Pick<FoundProvince, "local">): Promise<string> {
  return local === null ? Promise.resolve(new Date().toISOString()) : localTime(local.control);
}

/** The province that is meant, without asking it anything. @throws UsageError when none is named and none runs here */
export function provinceAsked(line: CommandLine): ProvinceCode {
  const code = line.text("province") ?? localProvinceFile()?.province;
  if (code === undefined) throw missing("--province", "--province 14");
  return provinceNamed(code);
}

/** Runs what needs a province, and lets go of it afterwards. @throws CannotDo also where AWS is not set up for it */
export async function withProvince<T>(line: CommandLine, work: (province: FoundProvince) => Promise<T>): Promise<T> {
  try {
    const province = await findProvince(line);
    try {
      return await work(province);
    } finally {
      province.access.close();
    }
  } catch (error) {
    throw (line.text("province") === null ? goneComplaint(error) : awsSetupComplaint(error)) ?? error;
  }
}
