// What reading a roster file gives: the workers that were accepted, and everything that was wrong.
import type { Day } from "../day.ts";
import type { WorkerId } from "../enrolment.ts";
import type { PackedEnrolments } from "../packed-enrolments.ts";
import type { Problem, RowProblem } from "../problem.ts";
import type { RowCounts } from "../receipt.ts";
import type { RosterId } from "../roster.ts";
import type { WorkerIds } from "../worker-ids.ts";
import type { RowRules } from "./check-row.ts";
import type { RosterDefaults } from "./defaults.ts";

/** A file that can be read from its beginning more than once. */
export interface RosterSource {
  readonly fileName: string;
  readonly open: () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

export interface ReadContext {
  readonly roster: RosterId;
  readonly asOf: Day;
  readonly defaults: RosterDefaults;
  /** 16 ASCII digits a NIK in, 16 bytes a worker id out, many at a time. */
  readonly pseudonymise: (niks: Uint8Array) => Uint8Array;
  /** Workers who were erased: their rows are rejected. Left out: nobody. */
  readonly erased?: ReadonlySet<WorkerId>;
}

export interface FileReading {
  readonly kind: "read";
  readonly rows: RowCounts;
  /** Accepted rows, sorted by worker. */
  readonly enrolments: PackedEnrolments;
  /** The number in the file of each of them, in their order. */
  readonly rowNumbers: Uint32Array;
  /** Distinct workers among them. */
  readonly workers: number;
  /** Workers with a rejected row. */
  readonly kept: WorkerIds;
  /** Rejected rows whose NIK cannot be read. */
  readonly unreadable: number;
  /** Distinct NPP in accepted rows. */
  readonly employers: number;
  /** What is to be known of the file as a whole. */
  readonly file: readonly Problem[];
  /** The first 1,000, in the order of rows. */
  readonly problems: readonly RowProblem[];
  readonly problemCounts: Readonly<Record<string, number>>;
  /** Row numbers of the rejected rows, ascending. */
  readonly rejectedRows: Uint32Array;
  /** By row number: rows in which nothing is wrong by itself, but which contradict each other. */
  readonly contradictions: ReadonlyMap<number, RowProblem>;
  /** Whether one of the texts of a row holds the NIK of somebody who was erased: then none of them is given back. */
  readonly holdsErased: (texts: readonly string[]) => boolean;
  /** By which the rows were checked, to check the rejected ones again when they are given back. */
  readonly rules: RowRules;
}

export type RosterReading = FileReading | { readonly kind: "refused"; readonly problems: readonly Problem[] };
