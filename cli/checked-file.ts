// A file on this machine, read and checked as the pipeline would after an upload.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import {
  receiptOfReading,
  receiptOfRefusal,
  type UploadedFile,
} from "#functions/validate-roster/receipts-of-upload.ts";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { modeOfFileName } from "#shared/domain/object-key.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { type RosterDefaults, readDefaults } from "#shared/domain/roster-file/defaults.ts";
import type { FileReading, RosterSource } from "#shared/domain/roster-file/reading.ts";

export interface FileToCheck {
  readonly path: string;
  readonly roster: RosterId;
  readonly metadata: Readonly<Record<string, string>>;
  /** When it is taken to be uploaded: ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly pseudonymise: (niks: Uint8Array) => Uint8Array;
  /** Workers who are kept out, where that is known. */
  readonly erased?: ReadonlySet<WorkerId>;
}

export type CheckedFile =
  | { readonly kind: "refused"; readonly file: UploadedFile; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      readonly file: UploadedFile;
      readonly source: RosterSource;
      readonly defaults: RosterDefaults;
      readonly reading: FileReading;
    };

export async function checkFile({
  path,
  roster,
  metadata,
  receivedAt,
  pseudonymise,
  erased = new Set(),
}: FileToCheck): Promise<CheckedFile> {
  const fileName = basename(path);
  const named = { uploadId: "-", roster, fileName, mode: modeOfFileName(fileName), receivedAt };
  const said = readDefaults(metadata, rosterParts(roster).segment);
  if (said.kind === "refused") return { kind: "refused", file: named, problems: said.problems };

  const file = { ...named, mode: said.defaults.mode ?? named.mode };
  const defaults = { ...said.defaults, mode: file.mode };
  const source = { fileName, open: () => createReadStream(path) };
  const reading = await readRoster(source, { roster, asOf: dayInJakarta(receivedAt), defaults, pseudonymise, erased });
  if (reading.kind === "refused") return { kind: "refused", file, problems: reading.problems };
  return { kind: "read", file, source, defaults, reading };
}

/** As it would be after an upload, as far as that can be told without the roster. */
export function receiptOfCheck(checked: CheckedFile): Receipt {
  if (checked.kind === "refused") return receiptOfRefusal(checked.file, checked.problems);
  const outcome = { status: "planned", version: null, changes: null, decision: null } as const;
  return receiptOfReading(checked.file, checked.reading, outcome);
}
