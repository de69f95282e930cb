// The same reading and checking as the pipeline, on this machine alone: nothing is sent anywhere.
import { randomBytes } from "node:crypto";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { dayOf, existingFile, rosterOf } from "../arguments.ts";
import { checkFile, receiptOfCheck } from "../checked-file.ts";
import { type Command, ROSTER_OPTION } from "../command.ts";
import { exitCodeOf } from "../exit-codes.ts";
import { FORCE_OPTION } from "../kept-files.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
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
      help: { id: "tanggal unggah; tanpa ini: hari ini", en: "day of the upload; today without it" },
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
    const asOf = line.text("as-of");
    const checked = await checkFile({
      path,
      roster,
      metadata: metadataOf(line, roster),
      // The one command that works without a province, whose clock it could ask.
      receivedAt: (asOf === null ? new Date() : new Date(`${dayOf(asOf)}T00:00:00+07:00`)).toISOString(),
      // A key that lives only as long as this command: the ids matter to nobody.
      pseudonymise: pseudonymsOf(randomBytes(32).toString("hex")).of,
    });
    const receipt = receiptOfCheck(checked);
    const out = line.text("out");
    const written =
      out === null ? null : await writeAnswer(checked, { folder: out, input: path, force: line.flag("force") });
    output.answer({ ...receiptSchema.encode(receipt), rejectedRows: written?.rejectedRows ?? null, written });
    output.say(checkedText(receipt));
    const paths = Object.values(written ?? {}).filter((path) => path !== null);
    if (paths.length > 0) output.say(`\nDitulis / written: ${paths.join(", ")}`);
    return exitCodeOf(receipt);
  },
};
