// The same reading and checking as the pipeline, on this machine alone: nothing is sent anywhere.
import { randomBytes } from "node:crypto";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { dayOf, existingFile, rosterOf } from "../arguments.ts";
import { checkFile, receiptOfCheck } from "../checked-file.ts";
import { type Command, ROSTER_OPTION } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { exitCodeOf } from "../exit-codes.ts";
import { FORCE_OPTION } from "../kept-files.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import { localProvinceFile } from "../province.ts";
import { checkedText } from "../render/receipt-text.ts";
import { writeAnswer } from "../written-answer.ts";

export const validate: Command = {
  name: "validate",
  summary: { id: "periksa berkas tanpa mengirimnya", en: "check a file without sending it anywhere" },
  positionals: ["FILE"],
  options: {
    ...ROSTER_OPTION,
    "as-of": {
      value: "yyyy-mm-dd",
      help: {
        id: "hari unggah; tanpa ini: hari provinsi di komputer ini, atau hari ini",
        en: "day of the upload; without it that of the province on this machine, or today",
      },
    },
    out: {
      value: "DIR",
      help: {
        id: "tulis tanda terima dan baris yang ditolak ke folder ini",
        en: "write the receipt and the rejected rows to this folder",
      },
    },
    ...FORCE_OPTION,
    ...METADATA_OPTIONS,
  },
  examples: ["validate pekerja.xlsx --roster 14.03/rentan/apbd-2022 --out ."],

  async run(line, output) {
    const path = existingFile(line.positionals[0] ?? "");
    const roster = rosterOf(line);
    const { receivedAt, whose } = dayMeant(line);
    const checked = await checkFile({
      path,
      roster,
      metadata: metadataOf(line, roster),
      receivedAt,
      // A key that lives only as long as this command: the ids matter to nobody.
      pseudonymise: pseudonymsOf(randomBytes(32).toString("hex")).of,
    });
    const receipt = receiptOfCheck(checked);
    const out = line.text("out");
    const written =
      out === null ? null : await writeAnswer(checked, { folder: out, input: path, force: line.flag("force") });
    output.answer({ ...receiptSchema.encode(receipt), rejectedRows: written?.rejectedRows ?? null, written });
    output.say(checkedText(receipt, whose));
    const paths = Object.values(written ?? {}).filter((path) => path !== null);
    if (paths.length > 0) output.say(`\nDitulis / written: ${paths.join(", ")}`);
    return exitCodeOf(receipt);
  },
};

/** The one command that works without a province; where one runs on this machine, its day is the one on which an upload would come. */
function dayMeant(line: CommandLine): { readonly receivedAt: string; readonly whose: Bilingual | null } {
  const asOf = line.text("as-of");
  if (asOf !== null) return { receivedAt: morningOf(dayOf(asOf)), whose: null };
  const local = localProvinceFile();
  return local === null
    ? { receivedAt: new Date().toISOString(), whose: { id: "hari di komputer ini", en: "this machine's day" } }
    : {
        receivedAt: morningOf(local.day),
        whose: { id: "hari provinsi di komputer ini", en: "the day of its province" },
      };
}

function morningOf(day: string): string {
  return new Date(`${day}T08:00:00+07:00`).toISOString();
}
