// A link by which somebody without an account puts files into one roster, for a while: what it allows.
import type { RosterId } from "./roster.ts";

const MEGABYTE = 1024 * 1024;

/** The kinds of files that a link takes, by how their names end; each is signed for on its own. */
export const UPLOAD_TYPES = [
  { contentType: "text/csv", endings: [".csv", ".txt"], mostBytes: 1024 * MEGABYTE },
  {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: [".xlsx"],
    mostBytes: 64 * MEGABYTE,
  },
  { contentType: "application/gzip", endings: [".csv.gz"], mostBytes: 256 * MEGABYTE },
] as const satisfies readonly UploadType[];

export interface UploadType {
  readonly contentType: string;
  readonly endings: readonly string[];
  readonly mostBytes: number;
}

/** A signed form for one kind of file. */
export interface UploadForm extends UploadType {
  readonly url: string;
  /** To be sent before the file, with the key. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadLink {
  readonly roster: RosterId;
  /** What every key must begin with. */
  readonly prefix: string;
  readonly forms: readonly UploadForm[];
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}
