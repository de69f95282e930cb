// The same reading and checking as the pipeline, on this machine alone: nothing is sent anywhere.

import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { receiptOfReading, receiptOfRefusal } from "#functions/validate-roster/receipts-of-upload.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { rejectedRowsCsv } from "#shared/adapters/roster/rejected-rows.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { readDefaults } from "#shared/domain/roster-file/defaults.ts";
import { dayOf, existingFile, rosterOf } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { exitCodeOf } from "../exit-codes.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import { checkedText } from "../render/receipt-text.ts";

export const validate: Command = {
  name: "validate",
  summary: { id: "periksa berkas tanpa mengirimnya", en: "check a file without sending it anywhere" },
  positionals: ["FILE"],
  options: {
    roster: { value: "ROSTER", help: { id: "mis. 14.03/rentan/apbd-2022", en: "e.g. 14.03/rentan/apbd-2022" } },
    "as-of": {
      value: "yyyy-mm-dd",
      help: { id: "tanggal unggah; tanpa ini: hari ini", en: "day of the upload; today without it" },
    },
    out: {
      value: "DIR",
      help: { id: "tulis baris yang ditolak ke folder ini", en: "write the rejected rows to this folder" },
    },
    ...METADATA_OPTIONS,
  },
  examples: ["validate pekerja.xlsx --roster 14.03/rentan/apbd-2022 --out ."],

  async run(line, output) {
    const { receipt, writtenTo } = await check(line);
    output.answer({ ...receiptSchema.encode(receipt), rejectedRows: writtenTo });
    output.say(checkedText(receipt));
    if (writtenTo !== null) output.say(`\nBaris yang ditolak / rejected rows: ${writtenTo}`);
    return exitCodeOf(receipt);
  },
};

async function check(line: CommandLine): Promise<{ readonly receipt: Receipt; readonly writtenTo: string | null }> {
  const roster = rosterOf(line);
  const path = existingFile(line.positionals[0] ?? "");
  const { file, asOf } = uploadToday(line, path, roster);
  const defaults = readDefaults(metadataOf(line), rosterParts(roster).segment);
  if (defaults.kind === "refused") return { receipt: receiptOfRefusal(file, defaults.problems), writtenTo: null };

  const source = { fileName: file.fileName, open: () => createReadStream(path) };
  // A key that lives only as long as this command: the ids matter to nobody.
  const { of: pseudonymise } = pseudonymsOf(randomBytes(32).toString("hex"));
  const reading = await readRoster(source, { roster, asOf, defaults: defaults.defaults, pseudonymise });
  if (reading.kind === "refused") return { receipt: receiptOfRefusal(file, reading.problems), writtenTo: null };

  const receipt = receiptOfReading(file, reading, { status: "planned", version: null, changes: null, decision: null });
  const out = line.text("out");
  if (out === null || reading.rows.rejected === 0) return { receipt, writtenTo: null };
  await mkdir(out, { recursive: true });
  const writtenTo = join(out, rejectedFileName(file.fileName));
  await pipeline(rejectedRowsCsv(source, reading), createWriteStream(writtenTo, { mode: 0o600 }));
  return { receipt, writtenTo };
}

function uploadToday(line: CommandLine, path: string, roster: RosterId) {
  const asOfText = line.text("as-of");
  // The one command that works without a province, whose clock it could ask.
  const receivedAt =
    asOfText === null ? new Date().toISOString() : new Date(`${dayOf(asOfText)}T00:00:00+07:00`).toISOString();
  const fileName = basename(path);
  const mode =
    /\.add\.(?:csv|xlsx)$/i.test(fileName) || line.text("mode") === "add" ? ("add" as const) : ("full" as const);
  return { file: { uploadId: "-", roster, fileName, mode, receivedAt }, asOf: dayInJakarta(receivedAt) };
}

/** `list.xlsx` → `list.add.csv`; a list that is one already keeps its name's root. */
function rejectedFileName(fileName: string): string {
  return `${fileName.replace(/\.(csv|xlsx|txt)$/i, "").replace(/\.add$/i, "")}.add.csv`;
}
