// Small roster files for the tests, and a pseudonym that can be read back: the NIK's own bytes, every digit turned round.
import { writeXlsx } from "hucre/xlsx";
import { day } from "#shared/domain/day.ts";
import { bytesOfHex } from "#shared/domain/hex.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { NO_DEFAULTS } from "#shared/domain/roster-file/defaults.ts";
import type { FileReading, ReadContext, RosterReading, RosterSource } from "#shared/domain/roster-file/reading.ts";

export function source(content: string | Uint8Array, chunkBytes = 1000): RosterSource {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    fileName: "data.bin",
    open: async function* () {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export function context(changes: Partial<ReadContext> = {}): ReadContext {
  return {
    roster: rosterId("14.03/rentan/apbd-2022"),
    asOf: day("2022-11-01"),
    defaults: NO_DEFAULTS,
    pseudonymise: (niks) => niks.map((byte) => 255 - byte),
    ...changes,
  };
}

/** The NIK of a worker id made by `context()`. */
export function nikOf(worker: string): string {
  return Buffer.from(bytesOfHex(worker).map((byte) => 255 - byte)).toString("latin1");
}

/** Those of the first so many NIK whose workers a file keeps as they are. */
export function keptAmong({ kept }: FileReading, niks: number): readonly string[] {
  const { pseudonymise } = context();
  return Array.from({ length: niks }, (_, number) => nik(number)).filter((text) =>
    kept.has(pseudonymise(Buffer.from(text))),
  );
}

/** A sound NIK of Bengkalis: one for each number below 336,000; the first was born on 1 January of a year 00. */
export function nik(number: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const days = Math.floor(number / 10);
  const date = two(1 + (days % 28)) + two(1 + (Math.floor(days / 28) % 12)) + two(Math.floor(days / 336) % 100);
  return `140301${date}${9990 + (number % 10)}`;
}

export async function workbook(
  sheets: readonly (readonly (readonly (string | number | Date | null)[])[])[],
  dateSystem: "1900" | "1904" = "1900",
): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    sheets: sheets.map((rows, index) => ({ name: `Sheet${index + 1}`, rows: rows.map((cells) => [...cells]) })),
  });
}

/** @throws Error when the file was refused */
export function taken(reading: RosterReading): FileReading {
  if (reading.kind === "refused") throw new Error(`refused: ${reading.problems.map((found) => found.code).join(", ")}`);
  return reading;
}

export async function textOfBytes(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += Buffer.from(chunk).toString("utf8");
  return text;
}
