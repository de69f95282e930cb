// Puts a file of agreements, workforce figures, targets or claims where it belongs and waits for its receipt; or checks it on this machine alone.
import { createReadStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { referenceReceipt as receiptSchema } from "#events/reference-receipt.ts";
import { referenceFileReader } from "#shared/adapters/reference/read-reference.ts";
import { receiptOfReference, uploadedReference } from "#shared/domain/reference/receipt-of-reading.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { existingFile, secondsOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS, TIMEOUT_OPTION, TIMEOUT_SECONDS } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import { EXIT, type ExitCode, exitCodeOfReference } from "../exit-codes.ts";
import { finishedReference } from "../finished-reference.ts";
import { deadlineIn } from "../finished-upload.ts";
import { refuseNoFolder } from "../kept-files.ts";
import type { Output } from "../output.ts";
import { provinceAsked, withProvince } from "../province.ts";
import { PLACE_OPTIONS, referencePlace } from "../reference-place.ts";
import { referenceCheckedText, referenceReceiptText } from "../render/reference-receipt-text.ts";

export const reference: Command = {
  name: "reference",
  summary: {
    id: "kirim perjanjian, jumlah pekerja, target atau klaim",
    en: "send an agreement, workforce figures, targets or claims",
  },
  positionals: ["FILE"],
  options: {
    ...PLACE_OPTIONS,
    check: {
      value: null,
      help: { id: "hanya periksa di komputer ini, tanpa mengirim", en: "only check it on this machine, send nothing" },
    },
    out: {
      value: "DIR",
      help: { id: "tulis tanda terima (JSON) ke folder ini", en: "write the receipt (JSON) to this folder" },
    },
    ...TIMEOUT_OPTION,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "reference workforce.csv --as workforce",
    "reference perjanjian.xlsx --as agreement --agreement 14.03/apbd-2022",
    "reference klaim-2022.csv --as claims --check --province 14",
  ],

  run(line, output) {
    const path = existingFile(line.positionals[0] ?? "");
    const out = line.text("out");
    if (out !== null) refuseNoFolder(out);
    return line.flag("check") ? check(line, path, output) : send(line, path, output);
  },
};

async function check(line: CommandLine, path: string, output: Output): Promise<ExitCode> {
  const province = provinceAsked(line);
  const { key } = referencePlace(line, path, province);
  const source = { fileName: key.fileName, open: () => createReadStream(path) };
  const reading = await referenceFileReader.read(key, source, province);
  const upload = uploadedReference(key, { uploadId: "-", receivedAt: new Date().toISOString(), requester: null });
  const status = reading.kind === "refused" ? "refused" : "applied";
  const counts = { applied: 0, unchanged: 0, superseded: 0 };
  const receipt = receiptOfReference(upload, reading, { status, counts, regencies: [] });
  const answer = {
    ...receiptSchema.encode(receipt),
    uploadId: null,
    status: status === "refused" ? status : "checked",
  };
  output.answer(answer);
  output.say(referenceCheckedText(receipt, basename(path)));
  await keepReceipt(line, answer, output);
  return exitCodeOfReference(receipt);
}

async function send(line: CommandLine, path: string, output: Output): Promise<ExitCode> {
  const deadline = deadlineIn(secondsOf(line, "timeout", TIMEOUT_SECONDS));
  return withProvince(line, async ({ access }) => {
    const { objectKey, key } = referencePlace(line, path, access.code);
    const known = new Set(await access.referenceReceipts.keys(key.kind));
    const versionId = await access.uploader.put(objectKey, createReadStream(path));
    output.progress(`Dikirim / sent: s3://${access.rostersBucket}/${objectKey}`);
    const receipt = await finishedReference(access, { objectKey, key, versionId, known }, deadline);
    if (receipt === null) {
      output.answer({ receipt: null });
      output.progress(
        `Belum selesai dalam waktu itu; lihat \`npx cakupan status\`: ${objectKey}\nNot finished in that time; see \`npx cakupan status\`: ${objectKey}`,
      );
      return EXIT.timedOut;
    }
    return tell(line, receipt, output);
  });
}

async function tell(line: CommandLine, receipt: ReferenceReceipt, output: Output): Promise<ExitCode> {
  const answer = receiptSchema.encode(receipt);
  output.answer({ receipt: answer });
  output.say(referenceReceiptText(receipt, basename(line.positionals[0] ?? "")));
  await keepReceipt(line, answer, output);
  return exitCodeOfReference(receipt);
}

/** Written anew each time: nobody works on a receipt. */
async function keepReceipt(line: CommandLine, answer: unknown, output: Output): Promise<void> {
  const folder = line.text("out");
  if (folder === null) return;
  await mkdir(folder, { recursive: true });
  const path = join(folder, "receipt.json");
  await writeFile(path, `${JSON.stringify(answer, null, 2)}\n`);
  output.say(`\nDitulis / written: ${path}`);
}
