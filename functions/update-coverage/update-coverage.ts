// Coverage of a regency is recomputed from its rosters, never incremented. A ticket, taken before anything is read, decides which of several
// recomputations is the newest. Where no head has moved, the stored months already say it.

import type { CoverageUpdate } from "#events/coverage-update.ts";
import { areOfSeveralKeys } from "#shared/domain/admission.ts";
import type { ClosedMonth, RegencyCoverage } from "#shared/domain/coverage.ts";
import { type Day, laterDay } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { monthOfDay } from "#shared/domain/month.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { foldWindow, generationOf, isFresh, type StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { errorFields, type Log } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import type { CoverageChanges, CoverageStore, Heads, ReferenceStore, Slices } from "#shared/ports.ts";
import { coverageChangeOf } from "./coverage-change-of.ts";

export interface UpdateCoveragePorts {
  readonly heads: Heads;
  readonly slices: Slices;
  readonly coverage: CoverageStore;
  readonly reference: ReferenceStore;
  readonly coverageChanges: CoverageChanges;
  readonly log: Log;
}

/** All that a batch of messages asks of one regency. */
export interface RegencyUpdate {
  readonly regency: RegencyCode;
  /** The latest day of the messages. */
  readonly asOf: Day;
  /** Whether the daily run is among them. */
  readonly closing: boolean;
  readonly messages: readonly CoverageUpdate[];
}

export function byRegency(messages: readonly CoverageUpdate[]): readonly RegencyUpdate[] {
  const regencies = new Map<RegencyCode, RegencyUpdate>();
  for (const message of messages) {
    const before = regencies.get(message.regency);
    regencies.set(message.regency, {
      regency: message.regency,
      asOf: before === undefined ? message.asOf : laterDay(before.asOf, message.asOf),
      closing: before?.closing === true || message.cause === "day",
      messages: [...(before?.messages ?? []), message],
    });
  }
  return [...regencies.values()];
}

/** One fold per regency and batch; a regency that fails leaves only its own messages for another try. */
export async function updateRegencies(
  ports: UpdateCoveragePorts,
  messages: readonly CoverageUpdate[],
  done: (message: CoverageUpdate) => void,
  hasTime: () => boolean,
): Promise<void> {
  for (const update of byRegency(messages)) {
    if (!hasTime()) return;
    try {
      await updateCoverage(ports, update);
      for (const message of update.messages) done(message);
    } catch (error) {
      ports.log("error", "coverage-failed", { regency: update.regency, ...errorFields(error) });
    }
  }
}

export async function updateCoverage(ports: UpdateCoveragePorts, update: RegencyUpdate): Promise<void> {
  const { regency, closing } = update;
  const uploads = uploadsOf(update);
  for (;;) {
    const { ticket, asOf } = await ports.coverage.takeTicket(regency, update.asOf);
    const heads = await ports.heads.ofRegency(regency);
    // One worker would count as two: the message comes back when all are rewritten.
    if (areOfSeveralKeys(heads)) throw new Error("the pseudonym key is being changed");
    const stored = await ports.coverage.current(regency);
    const reference = await ports.reference.ofRegency(regency);
    // What leaves the window is frozen when a fold is written: closed months are read after that.
    const tell = async (coverage: RegencyCoverage): Promise<void> => {
      const closed = await closedMonths(ports, { regency, reference, coverage, asOf });
      const newest = uploads.at(-1);
      const change = coverageChangeOf(
        { regency, coverage, heads, reference, closed },
        { ticket, asOf, closing, ...(newest && { uploadId: newest.uploadId }) },
      );
      await ports.coverageChanges.send([change]);
      for (const { uploadId, receivedAt } of uploads)
        ports.log("info", MEASURED.coverageWritten, {
          uploadId,
          regency,
          ticket,
          ...(receivedAt && { since: receivedAt }),
        });
    };
    if (stored !== null && isFresh(stored, heads, asOf)) {
      await tell(stored.coverage);
      return ports.log("info", "coverage-known", { regency, ticket, asOf });
    }
    const slices = await ports.slices.read(heads);
    if (slices === null) continue; // A slice is gone: a head has moved. Read the heads again.
    const window = foldWindow(asOf);
    const coverage = foldCoverage(
      heads.map((head, index) => ({ roster: head.roster, version: head.current, slices: slices[index] ?? [] })),
      window,
    );
    const folded: StoredCoverage = { ticket, asOf, generation: generationOf(heads), window, coverage };
    if (await ports.coverage.write(regency, folded, stored)) {
      await tell(coverage);
      return ports.log("info", "coverage-folded", { regency, ticket, asOf, count: heads.length });
    }
    // A higher ticket has written: what it stored is newer.
  }
}

/** The uploads that the messages are about, in the order in which they were put. */
function uploadsOf({ messages }: RegencyUpdate): readonly NonNullable<CoverageUpdate["upload"]>[] {
  const uploads = messages.flatMap(({ upload }) => upload ?? []);
  return uploads.sort((a, b) => ((a.receivedAt ?? "") < (b.receivedAt ?? "") ? -1 : 1));
}

interface ToldCoverage {
  readonly regency: RegencyCode;
  readonly reference: RegencyReference;
  readonly coverage: RegencyCoverage;
  readonly asOf: Day;
}

/** Months of agreements that still run, as far as they lie before the coverage's window. */
async function closedMonths(
  { coverage: store }: UpdateCoveragePorts,
  { regency, reference: { agreements }, coverage, asOf }: ToldCoverage,
): Promise<readonly ClosedMonth[]> {
  const running = agreements.flatMap(({ periods }) => periods).filter(({ last }) => last >= monthOfDay(asOf));
  const first = running.map((period) => period.first).sort((a, b) => a - b)[0];
  const window = coverage.months[0]?.month;
  return first === undefined || window === undefined || first >= window ? [] : store.closedMonths(regency, first);
}
