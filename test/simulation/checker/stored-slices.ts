// Slices read byte by byte, as the head of shared/domain/slice.ts and of packed-enrolments.ts describes them.
import { createCipheriv, createHash } from "node:crypto";
import type { Stores } from "../world/stores.ts";
import { FAR } from "./months.ts";
import type { Months } from "./roster-months.ts";

const HEADER = 7;
const ROW = 28;
const OPEN = 0xffff;
const JKK_AND_JKM = 0b11;

export interface StoredRow {
  /** Hexadecimal. */
  readonly worker: string;
  readonly first: number;
  readonly last: number;
  readonly wage: string;
  readonly protects: boolean;
}

/** The rows of a version; null when not all of it is there. */
export function rowsOf(stores: Stores, roster: string, version: number, parts: number): readonly StoredRow[] | null {
  const rows: StoredRow[] = [];
  for (let part = 0; part < parts; part += 1) {
    const slice = stores.slices.get(`${roster}@${version}/${part}`);
    if (slice === null) return null;
    rows.push(...rowsIn(Buffer.from(slice.enrolments, "base64")));
  }
  return rows;
}

function rowsIn(bytes: Buffer): readonly StoredRow[] {
  let at = HEADER;
  for (let employers = bytes.readUInt16BE(5); employers > 0; employers -= 1) at += 1 + bytes.readUInt8(at);
  const rows: StoredRow[] = [];
  for (; at < bytes.length; at += ROW) {
    const last = bytes.readUInt16BE(at + 18);
    rows.push({
      worker: bytes.toString("hex", at, at + 16),
      first: bytes.readUInt16BE(at + 16),
      last: last === OPEN ? FAR : last,
      wage: String(bytes.readUInt32BE(at + 20)),
      protects: (bytes.readUInt8(at + 26) & JKK_AND_JKM) === JKK_AND_JKM,
    });
  }
  return rows;
}

/** By worker, as a roster says it. */
export function monthsByWorker(rows: readonly StoredRow[]): ReadonlyMap<string, Months> {
  const workers = new Map<string, Map<number, string>>();
  for (const { worker, first, last, wage } of rows) {
    const months = workers.get(worker) ?? new Map<number, string>();
    for (let month = first; month <= last; month += 1) months.set(month, wage);
    workers.set(worker, months);
  }
  return workers;
}

const known = new Map<string, string>();

/** The pseudonym of a NIK, hexadecimal. */
export function workerOf(nik: string, secret: string): string {
  const pseudonym = known.get(nik + secret) ?? encrypt(nik, secret);
  known.set(nik + secret, pseudonym);
  return pseudonym;
}

function encrypt(nik: string, secret: string): string {
  const cipher = createCipheriv("aes-256-ecb", createHash("sha256").update(secret).digest(), null);
  return cipher.setAutoPadding(false).update(nik).toString("hex");
}
