// Decides on removals that wait: carried out, or dropped. The decision is a message to the pipeline; the command waits for what comes of it.
import { receipt as receiptSchema } from "#events/receipt.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import type { HoldDecision } from "#shared/domain/receipt.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { AS_OPTION, actingPerson } from "../acting-person.ts";
import { secondsOf } from "../arguments.ts";
import { changedMonths, changedMonthsText } from "../changed-months.ts";
import { type Command, PROVINCE_OPTIONS, TIMEOUT_OPTION, TIMEOUT_SECONDS } from "../command.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit-codes.ts";
import { CannotDo } from "../failures.ts";
import { coverageCaughtUp, deadlineIn, finishedRecord } from "../finished-upload.ts";
import { findUpload, noSuchUpload } from "../found-upload.ts";
import { notInTime } from "../key-change.ts";
import { uploadMeant } from "../meant-upload.ts";
import type { Output } from "../output.ts";
import { timeIn, withProvince } from "../province.ts";
import { linksHint } from "../render/links-text.ts";
import { receiptText } from "../render/receipt-text.ts";

export const release = decisionCommand("release", {
  id: "jalankan pengakhiran yang ditahan dari sebuah unggahan",
  en: "carry out the removals of an upload that wait",
});

export const discard = decisionCommand("discard", {
  id: "batalkan pengakhiran yang ditahan dari sebuah unggahan",
  en: "drop the removals of an upload that wait",
});

function decisionCommand(decision: HoldDecision, summary: Bilingual): Command {
  return {
    name: decision,
    summary,
    positionals: ["UPLOAD"],
    options: { ...TIMEOUT_OPTION, ...AS_OPTION, ...PROVINCE_OPTIONS },
    examples: [`${decision} 3f2a9c81`, `${decision} 3f2a9c81 --province 14 --json`],

    run: (line, output) =>
      withProvince(line, async (province) => {
        const { access } = province;
        const uploadId = await uploadMeant(access, line.positionals[0] ?? "");
        const record = await findUpload(access, uploadId);
        if (record === null) throw noSuchUpload(uploadId);
        refuseUnlessHeld(record);
        const at = await timeIn(province);
        const by = actingPerson(line);
        await access.audit.record(access.code, { kind: decision, at, by, roster: record.roster, uploadId });
        const before = await access.coverage.current(rosterParts(record.roster).regency);
        const decidedOn = dayInJakarta(at);
        await access.decisions.send([{ type: "decide-held", roster: record.roster, uploadId, decision, decidedOn }]);
        const seconds = secondsOf(line, "timeout", TIMEOUT_SECONDS);
        output.progress(waitingText(decision, record, seconds));
        return outcomeOf(access, record, { before, seconds, province: line.text("province") }, output);
      }),
  };
}

function waitingText(decision: HoldDecision, { uploadId, roster }: UploadRecord, seconds: number): string {
  return [
    `Keputusan dikirim / decision sent: ${decision} ${uploadId}`,
    `  menunggu sampai ${roster} mengikutinya dan cakupan dihitung, paling lama ${seconds} detik`,
    `  waiting until ${roster} follows it and coverage is counted, for at most ${seconds} seconds`,
  ].join("\n");
}

interface Waiting {
  /** Coverage before the decision. */
  readonly before: StoredCoverage | null;
  readonly seconds: number;
  /** As it was named on the command line. */
  readonly province: string | null;
}

async function outcomeOf(
  access: ProvinceAccess,
  { roster, uploadId, receiptKey }: UploadRecord,
  { before, seconds, province }: Waiting,
  output: Output,
): Promise<ExitCode> {
  const { regency } = rosterParts(roster);
  const deadline = deadlineIn(seconds);
  const decided = await finishedRecord(access, { regency, uploadId }, ["planned", "held"], deadline);
  if (decided === null || !(await coverageCaughtUp(access, regency, deadline))) {
    output.answer({ receipt: null, coverage: null, links: null });
    output.progress(await notInTime(access));
    return EXIT.timedOut;
  }
  const links = await access.receipts.links(receiptKey, decided);
  const after = await access.coverage.current(regency);
  const coverage = after === null ? null : changedMonths(before?.coverage ?? null, after.coverage, after.asOf);
  output.answer({ receipt: receiptSchema.encode(decided), coverage, links });
  output.say(receiptText(decided));
  output.say(`\n${linksHint(uploadId, links, province)}`);
  if (coverage !== null) output.say(`\n${changedMonthsText(regency, coverage)}`);
  return exitCodeOf(decided);
}

/** @throws CannotDo when nothing of the upload waits for a decision */
function refuseUnlessHeld({ uploadId, status }: UploadRecord): void {
  if (status === "held") return;
  throw new CannotDo({
    id: `Unggahan ${uploadId} tidak ditahan (${status}): tidak ada yang perlu diputuskan.`,
    en: `Upload ${uploadId} is not held (${status}): there is nothing to decide.`,
  });
}
