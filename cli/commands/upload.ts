// Puts a file where it belongs, waits until its coverage is there, and says what it changed.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { monthOfDay, monthText } from "#shared/domain/month.ts";
import { type ParsedKey, parseObjectKey } from "#shared/domain/object-key.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";
import { rosterOf, secondsOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT, exitCodeOf } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { coverageCaughtUp, deadlineIn, finishedUpload } from "../finished-upload.ts";
import { METADATA_OPTIONS, metadataOf } from "../metadata.ts";
import { withProvince } from "../province.ts";
import { receiptText } from "../render/receipt-text.ts";
import { change, figure } from "../render/words.ts";
import { existingFile } from "./validate.ts";

const TIMEOUT_SECONDS = 300;

export const upload: Command = {
  name: "upload",
  summary: { id: "unggah berkas dan tunggu hasilnya", en: "upload a file and wait for what it changes" },
  positionals: ["FILE"],
  options: {
    roster: { value: "ROSTER", help: { id: "mis. 14.03/rentan/apbd-2022", en: "e.g. 14.03/rentan/apbd-2022" } },
    name: { value: "NAME", help: { id: "nama berkas di tempat tujuan", en: "name of the file where it is put" } },
    timeout: {
      value: "SECONDS",
      help: { id: `lama menunggu; ${TIMEOUT_SECONDS}`, en: `how long to wait; ${TIMEOUT_SECONDS}` },
    },
    ...METADATA_OPTIONS,
    ...PROVINCE_OPTIONS,
  },
  examples: [
    "upload pekerja.xlsx --roster 14.03/rentan/apbd-2022",
    "upload staf.csv --roster 14.08/non-asn/pemkab-siak --mulai 2024-01 --akhir 2024-12",
  ],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const roster = rosterOf(line);
      const { regency } = rosterParts(roster);
      const path = existingFile(line.positionals[0] ?? "");
      const key = `${ROSTERS_PREFIX}${roster}/${line.text("name") ?? basename(path)}`;
      refuseKey(parseObjectKey(key, access.code));
      const deadline = deadlineIn(secondsOf(line, "timeout", TIMEOUT_SECONDS));

      const known = new Set((await access.reader.uploads(regency)).map((one) => one.uploadId));
      const before = await access.coverage.current(regency);
      const versionId = await access.uploader.put(key, createReadStream(path), metadataOf(line));
      output.progress(`Diunggah / uploaded: s3://${access.rostersBucket}/${key}`);

      const finished = await finishedUpload(access, { regency, key, versionId, known }, deadline);
      if (finished === null) {
        output.answer({ status: "timed-out", key });
        output.say(
          "Belum selesai dalam waktu itu; lihat `npx cakupan status`.\nNot finished in that time; see `npx cakupan status`.",
        );
        return EXIT.timedOut;
      }
      const { receipt, receiptKey } = finished;
      const caughtUp = await coverageCaughtUp(access, regency, deadline);
      const step = coverageStep(before, await access.coverage.current(regency));
      const links = await access.receipts.links(receiptKey);
      output.answer({ receipt: receiptSchema.encode(receipt), coverage: step, links });
      output.say(receiptText(receipt));
      if (links.rejectedRows !== null) output.say(`\nBaris yang ditolak / rejected rows: ${links.rejectedRows}`);
      if (step !== null) {
        output.say(
          `\nTerlindungi / covered, ${regency}, ${step.month}: ${figure(step.before)} → ${figure(step.after)} (${change(step.after - step.before)})`,
        );
      }
      return caughtUp ? exitCodeOf(receipt) : EXIT.timedOut;
    }),
};

function refuseKey(key: ParsedKey): void {
  if (key.kind === "refused")
    throw new UsageError(key.problems.map(({ message }) => `${message.id}\n${message.en}`).join("\n"));
}

interface CoverageStep {
  readonly month: string;
  readonly before: number;
  readonly after: number;
}

/** Covered in the month that is now; null as long as nothing is stored. */
function coverageStep(before: StoredCoverage | null, after: StoredCoverage | null): CoverageStep | null {
  if (after === null) return null;
  const now = monthOfDay(after.asOf);
  return { month: monthText(now), before: coveredIn(before, now), after: coveredIn(after, now) };
}

function coveredIn(stored: StoredCoverage | null, now: ReturnType<typeof monthOfDay>): number {
  return stored?.coverage.months.find((one) => one.month === now)?.covered ?? 0;
}
