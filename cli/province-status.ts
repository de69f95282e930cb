// What of a province needs a look: uploads that are not through, queues that are not empty, coverage that is not counted as of today, monthly lists that
// do not come, a change of the key that keeps uploads waiting.
import type { DeadLetterDepth, ProvinceAccess, QueueDepths } from "#shared/adapters/aws/province-access.ts";
import type { Day } from "#shared/domain/day.ts";
import type { UploadStatus } from "#shared/domain/receipt.ts";
import { type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import { isFresh } from "#shared/domain/stored-coverage.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { DeadLettersName } from "#shared/names.ts";
import { changesKey } from "./key-change.ts";
import { type OverdueList, overdueLists } from "./overdue-lists.ts";
import { type RefusedFiles, refusedFiles } from "./refused-files.ts";

export interface OpenUpload {
  readonly uploadId: string;
  readonly roster: string;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly status: UploadStatus;
}

interface StaleRegency {
  readonly regency: RegencyCode;
  /** The day for which its coverage is known; null when it is not known at all. */
  readonly asOf: Day | null;
}

export interface ProvinceStatus {
  readonly province: string;
  readonly lastDailyRun: Day | null;
  readonly uploads: {
    readonly planned: readonly OpenUpload[];
    readonly held: readonly OpenUpload[];
    readonly refused: readonly OpenUpload[];
  };
  /** Whose key named no usable roster. */
  readonly refusedFiles: RefusedFiles;
  readonly queues: readonly QueueDepths[];
  readonly deadLetters: readonly DeadLetterDepth[];
  /** Regencies of which what came in is not counted yet. */
  readonly notCounted: readonly StaleRegency[];
  /** By roster. */
  readonly overdueLists: readonly OverdueList[];
  /** Whether the pseudonym key is being changed, or a change was cut off. */
  readonly keyChanges: boolean;
}

/** Whether something is left that a person has to mend. */
export function isToMend(status: Pick<ProvinceStatus, "deadLetters" | "keyChanges">): boolean {
  return status.keyChanges || failedQueues(status).length > 0;
}

/** Of which messages failed. */
export function failedQueues({ deadLetters }: Pick<ProvinceStatus, "deadLetters">): readonly DeadLettersName[] {
  return deadLetters.filter(({ deadLetters: some }) => some.waiting + some.inFlight > 0).map(({ name }) => name);
}

export async function provinceStatus(access: ProvinceAccess): Promise<ProvinceStatus> {
  const lastDailyRun = await access.reader.lastDay(access.code);
  const uploads: OpenUpload[] = [];
  const notCounted: StaleRegency[] = [];
  const overdue: OverdueList[] = [];
  const { rules } = access.settings();
  for (const regency of regenciesOf(access.code)) {
    const heads = await access.heads.ofRegency(regency);
    for (const record of await access.reader.uploads(regency)) {
      const { uploadId, roster, fileName, receivedAt, status } = record;
      const open = { uploadId, roster, fileName, receivedAt, status };
      uploads.push(open);
    }
    const stale = await staleRegency(access, regency, heads, lastDailyRun);
    if (stale !== null) notCounted.push(stale);
    const { agreements } = await access.reference.ofRegency(regency);
    overdue.push(...overdueLists(agreements, heads, (await access.reader.dayOf(regency)) ?? lastDailyRun, rules));
  }
  const withStatus = (status: UploadStatus): readonly OpenUpload[] => uploads.filter((one) => one.status === status);
  // Whoever has uploaded again since needs no reminder.
  const isLast = ({ roster, uploadId }: OpenUpload): boolean =>
    uploads.findLast((one) => one.roster === roster)?.uploadId === uploadId;
  return {
    province: access.code,
    lastDailyRun,
    uploads: {
      planned: withStatus("planned"),
      held: withStatus("held"),
      refused: withStatus("refused").filter(isLast),
    },
    refusedFiles: await refusedFiles(access),
    queues: await access.queueDepths(),
    deadLetters: await access.deadLetterDepths(),
    notCounted,
    overdueLists: overdue,
    keyChanges: changesKey(await access.admissions.read(access.code)),
  };
}

async function staleRegency(
  access: ProvinceAccess,
  regency: RegencyCode,
  heads: readonly Head[],
  lastDay: Day | null,
): Promise<StaleRegency | null> {
  if (heads.length === 0) return null;
  const stored = await access.coverage.current(regency);
  if (stored === null) return { regency, asOf: null };
  return isFresh(stored, heads, lastDay ?? stored.asOf) ? null : { regency, asOf: stored.asOf };
}
