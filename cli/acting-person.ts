// Who gives an order that is kept on record: the name given, or that of the account on this machine. Neither is proof: on AWS, CloudTrail tells whose
// credentials they were.
import { userInfo } from "node:os";
import { sixteenDigitsIn } from "#shared/domain/nik-in-text.ts";
import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { UsageError } from "./failures.ts";

export const AS_OPTION: Readonly<Record<"as", OptionSpec>> = {
  as: {
    value: "NAME",
    help: {
      id: "yang memerintahkan; tanpa ini: akun di komputer ini",
      en: "who orders it; without it the account on this machine",
    },
  },
};

export const REASON_OPTION: Readonly<Record<"reason", OptionSpec>> = {
  reason: {
    value: "TEXT",
    help: { id: "alasan, untuk catatan; tanpa nama atau NIK", en: "why, for the record; no name, no NIK" },
  },
};

export function actingPerson(line: CommandLine): string {
  return withoutNik("as", line.text("as") ?? userInfo().username);
}

/** @throws UsageError when there is none, or it names a person */
export function reasonOf(line: CommandLine): string {
  const reason = line.text("reason")?.trim() ?? "";
  if (reason === "")
    throw new UsageError({
      id: '--reason belum disebut: alasan disimpan bersama catatannya, mis. --reason "surat 12/2026"',
      en: '--reason is missing: it is kept with the record, e.g. --reason "surat 12/2026"',
    });
  return withoutNik("reason", reason);
}

/** @throws UsageError unless it was confirmed */
export function refuseUnconfirmed(line: CommandLine, seenWith: "--dry-run" | "--list" = "--dry-run"): void {
  if (line.flag("yes")) return;
  throw new UsageError({
    id: `Ini tidak dapat dibatalkan: tambahkan --yes, atau lihat dahulu dengan ${seenWith}`,
    en: `This cannot be undone: say --yes, or see first with ${seenWith}`,
  });
}

function withoutNik(option: string, text: string): string {
  for (const _ of sixteenDigitsIn(text))
    throw new UsageError({
      id: `--${option} memuat 16 angka berturut-turut: catatan tidak menyebut siapa pun`,
      en: `--${option} holds 16 digits in a row: records name nobody`,
    });
  return text;
}
