// A roster file read from its first byte to checked, packed enrolments under pseudonyms, sorted by worker, with what was wrong in which row.
// Always: rows read = accepted + duplicate + rejected. A NIK leaves this folder only as the pseudonym of its worker, or in the file of rejected
// rows that is made for its uploader.
import type { Problem } from "#shared/domain/problem.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { answerAsWholeList } from "#shared/domain/roster-file/answer-sent-back.ts";
import type { FileReading, ReadContext, RosterReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import type { RosterReader } from "#shared/ports.ts";
import { openSheet } from "./open-sheet.ts";
import { rejectedRowsFile } from "./rejected-rows-xlsx.ts";
import { rowTally } from "./row-tally.ts";
import { tallyCsv } from "./tally-csv.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export const rosterFileReader: RosterReader = { read: readRoster, rejectedRows: rejectedRowsFile };

/** A file that cannot be used is a value; an error of its source (network, storage) is thrown. */
export async function readRoster(source: RosterSource, context: ReadContext): Promise<RosterReading> {
  try {
    const sheet = await openSheet(source);
    if (sheet.kind === "refused") return sheet;
    const { regency, segment } = rosterParts(context.roster);
    const { header, cellsMayShift } = sheet;
    const rules = { regency, segment, asOf: context.asOf, defaults: context.defaults, header, cellsMayShift };
    const tally = rowTally(rules, context.pseudonymise, context.erased);
    if (sheet.csv) await tallyCsv(sheet.csv, rules, tally);
    else for await (const batch of sheet.batches) for (const { row, cells } of batch) tally.add(row, cells);
    const reading = tally.settle();
    return reading.kind === "read"
      ? { ...reading, file: [...reading.file, ...sheet.told(), ...asAnswer(reading)] }
      : reading;
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

function asAnswer({ rules: { defaults, header } }: FileReading): readonly Problem[] {
  return defaults.mode === "full" ? answerAsWholeList(header) : [];
}
