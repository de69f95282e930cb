// Erases people: from every roster, every slice and every stored file of a province, and keeps them out. NIK come by standard input only: an argument
// would stand in the shell's history and in the list of processes.
import { text } from "node:stream/consumers";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { S3StoredFiles } from "#shared/adapters/aws/s3-stored-files.ts";
import { searchFile } from "#shared/adapters/roster/search-file.ts";
import type { KeptOut } from "#shared/domain/admission.ts";
import type { ErasureAct } from "#shared/domain/audit.ts";
import { addDays, type Day, dayInJakarta } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { readNik } from "#shared/domain/roster-file/identity-checks.ts";
import { type ErasedFiles, eraseFiles } from "#shared/people/erase-files.ts";
import { type ErasedWorkers, eraseWorkers, findWorkers } from "#shared/people/erase-workers.ts";
import type { StoredFiles } from "#shared/people/needs.ts";
import { AS_OPTION, actingPerson, REASON_OPTION, reasonOf, refuseUnconfirmed } from "../acting-person.ts";
import { dayOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT } from "../exit-codes.ts";
import { CannotDo, UsageError } from "../failures.ts";
import { timeIn, withProvince } from "../province.ts";
import { erasureText } from "../render/erasure-text.ts";

/** 3 × 24 hours, UU 27/2022. */
const DAYS_TO_ERASE = 3;

export const erase = eraseCommand(() => text(process.stdin));

export interface KeptOutSince {
  readonly since: Day | null;
  readonly people: number;
}

export interface Erasure extends ErasedWorkers, ErasedFiles {
  readonly dryRun: boolean;
  readonly people: number;
  /** How many of them were kept out before this, and since when; the day is null where it was not kept. */
  readonly keptOut: readonly KeptOutSince[];
  readonly requestedOn: Day | null;
  /** The last day on which it is in time; null: not known. */
  readonly due: Day | null;
  readonly late: boolean;
}

/** @param readInput where NIK come from, one a line */
export function eraseCommand(readInput: () => Promise<string>): Command {
  return {
    name: "erase",
    summary: {
      id: "hapus data orang; NIK dari masukan standar (keluar 1: ada yang tersisa)",
      en: "erase people; NIK from standard input (exits 1: something is left)",
    },
    positionals: [],
    options: {
      "dry-run": { value: null, help: { id: "hanya laporkan", en: "only report" } },
      ...REASON_OPTION,
      "requested-on": {
        value: "yyyy-mm-dd",
        help: { id: "hari permintaannya diterima", en: "the day on which the request came" },
      },
      now: {
        value: null,
        help: {
          id: "juga berkas yang masih diperlukan unggahan; lalu unggah lagi",
          en: "also files that uploads still need; then upload again",
        },
      },
      yes: { value: null, help: { id: "ya, hapus", en: "yes, erase" } },
      ...AS_OPTION,
      ...PROVINCE_OPTIONS,
    },
    examples: [
      "erase --dry-run < nik.txt",
      'erase --reason "surat 12/2026" --requested-on 2026-01-05 --yes --province 14 < nik.txt',
    ],

    run: (line, output) =>
      withProvince(line, async (province) => {
        const { access } = province;
        const order = line.flag("dry-run") ? null : orderOf(line);
        const requested = line.text("requested-on");
        const requestedOn = requested === null ? null : dayOf(requested);
        const at = await timeIn(province);
        if (requestedOn !== null) refuseComingRequest(requestedOn, dayInJakarta(at));
        const niks = readNiks(await readInput());
        const due = requestedOn === null ? null : addDays(requestedOn, DAYS_TO_ERASE);
        const done = await erasePeople(access, niks, {
          now: line.flag("now"),
          act: order && {
            kind: "erasure",
            at,
            ...order,
            requestedOn,
            workers: niks.size,
            progress: "begun",
            counts: null,
          },
        });
        const erasure: Erasure = {
          dryRun: order === null,
          people: niks.size,
          requestedOn,
          due,
          late: due !== null && dayInJakarta(at) > due,
          ...done,
        };
        output.answer(erasure);
        output.say(erasureText(erasure));
        return done.waiting.length + done.unreadable.length > 0 ? EXIT.notMended : EXIT.ok;
      }),
  };
}

/** The day is kept, and the time that the law leaves is counted from it. @throws UsageError for one that has not come */
function refuseComingRequest(requestedOn: Day, today: Day): void {
  if (requestedOn <= today) return;
  throw new UsageError({
    id: `--requested-on ${requestedOn} belum tiba (sekarang ${today}); sebutkan hari permintaannya diterima`,
    en: `--requested-on ${requestedOn} has not come (it is ${today}); say the day on which the request came`,
  });
}

function orderOf(line: CommandLine): { readonly by: string; readonly reason: string } {
  const reason = reasonOf(line);
  refuseUnconfirmed(line);
  return { by: actingPerson(line), reason };
}

async function erasePeople(
  access: ProvinceAccess,
  niks: ReadonlySet<string>,
  { act, now }: { readonly act: ErasureAct | null; readonly now: boolean },
): Promise<ErasedWorkers & ErasedFiles & Pick<Erasure, "keptOut">> {
  const { code: province, heads, slices, reader, admissions, registry, coverageUpdates, audit } = access;
  if ((await admissions.read(province)).nextKeyId !== null) {
    throw new CannotDo({
      id: "Kunci nama samaran sedang diganti: selesaikan dahulu dengan `npx cakupan rekey`.",
      en: "The pseudonym key is being changed: finish that first with `npx cakupan rekey`.",
    });
  }
  const pseudonyms = await access.pseudonyms();
  const people = { province, keyId: pseudonyms.keyId, workers: workersOf(niks, pseudonyms.of) };
  const keptOut = keptOutSince(people.workers, await admissions.keptOut(province));
  const fileErasure = { province, niks, now, dryRun: act === null };
  const filePorts = {
    rosterFiles: searched(access.rosterFiles, () => true),
    rejectedRowsFiles: searched(access.receiptFiles, (key) => /\.(csv|xlsx)$/.test(key)),
    uploads: reader,
  };
  if (act === null) {
    const found = await findWorkers({ heads, registry }, people);
    return { keptOut, ...found, ...(await eraseFiles(filePorts, fileErasure)) };
  }
  await audit.record(province, act);
  const ports = { heads, slices, records: reader, admissions, registry, coverageUpdates };
  const workers = await eraseWorkers(ports, people, act);
  const files = await eraseFiles(filePorts, fileErasure);
  const counts = {
    rosters: workers.rosters.length,
    slices: workers.slices,
    files: files.files,
    rejectedRows: files.rejectedRows,
    waiting: files.waiting.length,
    unreadable: files.unreadable.length,
  };
  await audit.record(province, { ...act, progress: "done", counts });
  return { keptOut, ...workers, ...files };
}

function keptOutSince(workers: ReadonlySet<WorkerId>, known: KeptOut): readonly KeptOutSince[] {
  const days = [...workers].flatMap((worker) => known.get(worker) ?? (known.has(worker) ? null : []));
  return [...new Set(days)].sort().map((since) => ({ since, people: days.filter((one) => one === since).length }));
}

/** @throws UsageError naming the line, never what stands in it */
function readNiks(input: string): ReadonlySet<string> {
  const niks = new Set<string>();
  for (const [place, line] of input.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const reading = readNik(line);
    if ("fault" in reading)
      throw new UsageError({
        id: `Baris ${place + 1} dari masukan bukan NIK (${reading.fault.code})`,
        en: `Line ${place + 1} of the input is no NIK (${reading.fault.code})`,
      });
    niks.add(reading.nik);
  }
  if (niks.size === 0)
    throw new UsageError({
      id: "Tidak ada NIK di masukan standar: satu per baris, mis. npx cakupan erase --dry-run < nik.txt",
      en: "No NIK in the standard input: one a line, e.g. npx cakupan erase --dry-run < nik.txt",
    });
  return niks;
}

function workersOf(niks: ReadonlySet<string>, of: (niks: Uint8Array) => Uint8Array): ReadonlySet<WorkerId> {
  return new Set([...niks].map((nik) => hexOfBytes(of(Buffer.from(nik, "latin1"))) as WorkerId));
}

function searched(files: S3StoredFiles, isSearched: (key: string) => boolean): StoredFiles {
  return {
    list: async () => (await files.list()).filter(({ key }) => isSearched(key)),
    search: async (file, niks) => {
      const bytes = await files.open(file);
      return bytes === null ? null : searchFile(bytes, niks);
    },
    remove: (file) => files.remove(file),
  };
}
