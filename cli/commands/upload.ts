// Puts a file where it belongs, waits until its coverage is there, and says what it changed.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { receipt as receiptSchema } from "#events/receipt.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { ReceiptLinks } from "#shared/adapters/aws/receipt-files.ts";
import { type ParsedKey, parseObjectKey } from "#shared/domain/object-key.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";
import { existingFile, rosterOf, secondsOf } from "../arguments.ts";
import { type ChangedMonths, changedMonths, changedMonthsText } from "../changed-months.ts";
import { type Command, PROVINCE_OPTIONS, ROSTER_OPTION, TIMEOUT_OPTION, TIMEOUT_SECONDS } from "../command.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-codes.ts";
import { refusedFor } from "../failures.ts";
import { coverageCaughtUp, deadlineIn, type FinishedUpload, finishedUpload } from "../finished-upload.ts";
import { notInTime } from "../key-change.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import type { Output } from "../output.ts";
import { withProvince } from "../province.ts";
import { linksHint } from "../render/links-text.ts";
import { receiptText } from "../render/receipt-text.ts";

export const upload: Command = {
  name: "upload",
  summary: { id: "unggah berkas dan tunggu hasilnya", en: "upload a file and wait for what it changes" },
  positionals: ["FILE"],
  options: {
    ...ROSTER_OPTION,
    name: { value: "NAME", help: { id: "nama berkas di tempat tujuan", en: "name of the file where it is put" } },
    ...TIMEOUT_OPTION,
    ...METADATA_OPTIONS,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "upload pekerja.xlsx --roster 14.03/rentan/apbd-2022",
    "upload staf.csv --roster 14.08/non-asn/pemkab-siak --mulai 2024-01 --akhir 2024-12",
  ],

  async run(line, output) {
    const roster = rosterOf(line);
    const path = existingFile(line.positionals[0] ?? "");
    const key = `${ROSTERS_PREFIX}${roster}/${line.text("name") ?? basename(path)}`;
    const metadata = metadataOf(line, roster);
    const deadline = deadlineIn(secondsOf(line, "timeout", TIMEOUT_SECONDS));
    return withProvince(line, async ({ access }) => {
      refuseKey(parseObjectKey(key, access.code));
      const { regency } = rosterParts(roster);
      const known = new Set((await access.reader.uploads(regency)).map((one) => one.uploadId));
      const before = await access.coverage.current(regency);
      const versionId = await access.uploader.put(key, createReadStream(path), metadata);
      output.progress(`Diunggah / uploaded: s3://${access.rostersBucket}/${key}`);

      const finished = await finishedUpload(access, { regency, key, versionId, known }, deadline);
      if (finished === null) {
        output.answer({ receipt: null, coverage: null, links: null });
        return timedOut(access, output, key);
      }
      const caughtUp = await coverageCaughtUp(access, regency, deadline);
      const after = await access.coverage.current(regency);
      tell(output, {
        ...finished,
        regency,
        province: line.text("province"),
        links: await access.receipts.links(finished.receiptKey, finished.receipt),
        coverage:
          after === null ? null : changedMonths(before?.coverage ?? null, after.coverage, finished.receipt.asOf),
      });
      return caughtUp ? exitCodeOf(finished.receipt) : timedOut(access, output, key);
    });
  },
};

async function timedOut(access: ProvinceAccess, output: Output, key: string): Promise<ExitCode> {
  output.progress(`${key}:\n${await notInTime(access)}`);
  return EXIT.timedOut;
}

interface UploadOutcome extends FinishedUpload {
  readonly regency: RegencyCode;
  /** As it was named on the command line. */
  readonly province: string | null;
  readonly links: ReceiptLinks;
  /** null as long as nothing is stored. */
  readonly coverage: ChangedMonths | null;
}

function tell(output: Output, { receipt, regency, province, links, coverage }: UploadOutcome): void {
  output.answer({ receipt: receiptSchema.encode(receipt), coverage, links });
  output.say(receiptText(receipt));
  output.say(`\n${linksHint(receipt.uploadId, links, province)}`);
  if (coverage !== null) output.say(`\n${changedMonthsText(regency, coverage)}`);
}

function refuseKey(key: ParsedKey): void {
  if (key.kind === "refused") throw refusedFor(key.problems);
}
