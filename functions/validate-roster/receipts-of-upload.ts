// The receipt of an upload at the stages of its way.
import { dayInJakarta } from "#shared/domain/day.ts";
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import {
  type ChangeCounts,
  type HoldDecision,
  NO_ROWS,
  type Receipt,
  type UploadMode,
  type UploadStatus,
} from "#shared/domain/receipt.ts";
import { MOST_ROWS_IN_WORKBOOK } from "#shared/domain/rejected-rows-files.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { withRowProblems } from "#shared/domain/roster-file/more-problems.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";

export interface UploadedFile {
  readonly uploadId: string;
  /** null when the key names no usable roster. */
  readonly roster: RosterId | null;
  readonly fileName: string;
  readonly mode: UploadMode;
  /** Instant of the upload event, ISO 8601 UTC. */
  readonly receivedAt: string;
}

export function receiptOfRefusal(file: UploadedFile, problems: readonly Problem[]): Receipt {
  return {
    ...about(file),
    version: null,
    status: "refused",
    decision: null,
    rows: NO_ROWS,
    changes: null,
    employers: 0,
    file: problems,
    problems: [],
    problemCounts: {},
  };
}

export interface Outcome {
  readonly status: UploadStatus;
  readonly version: number | null;
  readonly changes: ChangeCounts | null;
  readonly decision: HoldDecision | null;
  /** To be known of the file besides what its reading told, … */
  readonly file?: readonly Problem[];
  /** … and of its rows. */
  readonly rows?: readonly RowProblem[];
}

export function receiptOfReading(file: UploadedFile, read: FileReading, outcome: Outcome): Receipt {
  const { file: notices = [], rows: found = [], ...became } = outcome;
  const reading = withRowProblems(read, found);
  return {
    ...about(file),
    ...became,
    rows: reading.rows,
    employers: reading.employers,
    file: [...reading.file, ...withoutWorkbook(reading), ...notices],
    problems: reading.problems,
    problemCounts: reading.problemCounts,
  };
}

function withoutWorkbook({ rows: { rejected } }: FileReading): readonly Problem[] {
  return rejected > MOST_ROWS_IN_WORKBOOK ? [problem("rejected-rows-csv-only", rejected, MOST_ROWS_IN_WORKBOOK)] : [];
}

function about(file: UploadedFile) {
  return { ...file, asOf: dayInJakarta(file.receivedAt) };
}
