// Reads an uploaded roster at exactly the version that its event names, and checks it.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { Admission } from "#shared/domain/admission.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import type { Month } from "#shared/domain/month.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { UploadMode } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { readDefaults } from "#shared/domain/roster-file/defaults.ts";
import type { FileReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import type { Pseudonyms, RosterObjects, RosterReader } from "#shared/ports.ts";

export interface ReadUploadPorts {
  readonly objects: RosterObjects;
  readonly reader: RosterReader;
  readonly pseudonyms: (keyId: string | null) => Promise<Pseudonyms>;
}

export interface NamedUpload {
  readonly roster: RosterId;
  readonly fileName: string;
  /** As its name says; its metadata may say otherwise. */
  readonly mode: UploadMode;
}

export type UploadReading =
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly mode: UploadMode; readonly problems: readonly Problem[] }
  | {
      readonly kind: "read";
      readonly mode: UploadMode;
      readonly from: Month | null;
      readonly reading: FileReading;
      readonly source: RosterSource;
      /** Of the key with which its worker ids were made. */
      readonly keyId: string;
    };

export async function readUpload(
  ports: ReadUploadPorts,
  event: ObjectCreatedEvent,
  { roster, fileName, mode: named }: NamedUpload,
  { keyId, erased }: Pick<Admission, "keyId" | "erased">,
): Promise<UploadReading> {
  const opened = await ports.objects.open(event);
  if (opened === null) return { kind: "gone" };
  const metadata = readDefaults(opened.metadata, rosterParts(roster).segment);
  if (metadata.kind === "refused") return { kind: "refused", mode: named, problems: metadata.problems };
  const mode = metadata.defaults.mode ?? named;
  const pseudonyms = await ports.pseudonyms(keyId);
  const source = { fileName, open: reopening(ports, event, opened.body) };
  const read = await ports.reader.read(source, {
    roster,
    asOf: dayInJakarta(event.time),
    defaults: { ...metadata.defaults, mode },
    pseudonymise: pseudonyms.of,
    erased,
  });
  if (read.kind === "refused") return { kind: "refused", mode, problems: read.problems };
  return { kind: "read", mode, from: metadata.defaults.from, reading: read, source, keyId: pseudonyms.keyId };
}

/** The body that is open already, then the same object again. */
function reopening(ports: ReadUploadPorts, event: ObjectCreatedEvent, first: AsyncIterable<Uint8Array>) {
  let unread: AsyncIterable<Uint8Array> | null = first;
  return async (): Promise<AsyncIterable<Uint8Array>> => {
    const body = unread ?? (await ports.objects.open(event))?.body;
    unread = null;
    if (body === undefined) throw new Error("the object went away while it was read");
    return body;
  };
}
