// All that the functions need of the world, on one screen. Every call may be repeated; what may be lost is asked again.

import type { CoverageChange } from "#events/coverage-change.ts";
import type { CoverageUpdate } from "#events/coverage-update.ts";
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { RosterUpload } from "#events/roster-upload.ts";
import type { UploadOutcomeMessage } from "#events/upload-outcome.ts";
import type { Admission } from "#shared/domain/admission.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertState } from "#shared/domain/alerts/decide-alerts.ts";
import type { ProvinceState } from "#shared/domain/alerts/decide-province.ts";
import type { ClosedMonth } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Digest } from "#shared/domain/digest/digest.ts";
import type { DaySpan, DigestLedger } from "#shared/domain/digest/take-digest.ts";
import type { Month } from "#shared/domain/month.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { AgreementHistory, SentAgreement } from "#shared/domain/reference/agreement-history.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import type { ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { AgreementName, ReferenceKey } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { ProvinceCode, RegencyCode } from "#shared/domain/region.ts";
import type { RejectedRowsForm } from "#shared/domain/rejected-rows-files.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { FileReading, ReadContext, RosterReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import type { LatestFile, RosterVersion } from "#shared/domain/roster-version.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { Head, UploadPlan, UploadRecord, VersionSlices } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";

/** Uploaded files, each read at exactly the version that the event names. */
export interface RosterObjects {
  /** null when that version is gone. */
  open(event: ObjectCreatedEvent): Promise<OpenedObject | null>;
}
export interface OpenedObject {
  /** User metadata, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Reads and checks a roster file. */
export interface RosterReader {
  read(source: RosterSource, context: ReadContext): Promise<RosterReading>;
  /** The rejected rows in the uploader's own columns, with what was wrong at the end. */
  rejectedRows(source: RosterSource, reading: FileReading, form: RejectedRowsForm): AsyncIterable<Uint8Array>;
}

/** A keyed permutation of NIK: 16 ASCII digits a worker in, 16 bytes a worker out, many at a time. */
export interface Pseudonyms {
  readonly keyId: string;
  of(niks: Uint8Array): Uint8Array;
}

/** Who may be taken in, and under which key. */
export interface Admissions {
  read(province: ProvinceCode): Promise<Admission>;
}

export interface Uploads {
  find(roster: RosterId, uploadId: string): Promise<UploadRecord | null>;
  /** Stores the record unless there is one; returns what is stored. */
  create(record: UploadRecord): Promise<UploadRecord>;
  /** Replaces the plan of version `voidVersion`, unless that was done already; returns what is stored. */
  planAgain(roster: RosterId, uploadId: string, voidVersion: number, plan: UploadPlan): Promise<UploadRecord>;
  /** Sets a held upload back to be planned with its removals, unless it is held no longer. */
  release(roster: RosterId, uploadId: string, release: Release): Promise<void>;
  finish(roster: RosterId, receipt: Receipt): Promise<void>;
}

export interface Release {
  readonly plan: UploadPlan;
  /** The day of the decision, where it is known; that of the first decision stays. */
  readonly decidedOn: Day | null;
}

export interface Heads {
  /** Takes a new version number, in one step with reading the head. */
  nextVersion(roster: RosterId): Promise<{ readonly version: number; readonly head: Head }>;
  read(roster: RosterId): Promise<Head>;
  ofRegency(regency: RegencyCode): Promise<readonly Head[]>;
  /** Takes an upload that changes nothing; false when the roster has taken another since it was planned. */
  confirm(confirmation: HeadConfirmation): Promise<boolean>;
  /** Adds a part to those applied of a version; returns how many there are. */
  addPart(version: RosterVersion, part: number): Promise<number>;
  /** From the base to the version, if the roster has taken no upload since this one was planned, and stands under the same key; false otherwise. */
  move(move: HeadMove): Promise<boolean>;
  /** Every version that was planned and is not current can become it no more: whoever planned it plans again. */
  voidPlans(roster: RosterId): Promise<void>;
  /** Whether the head ever stood at this version. */
  wasCurrent(roster: RosterId, version: number): Promise<boolean>;
}
export interface HeadConfirmation {
  readonly roster: RosterId;
  readonly base: number;
  /** How many uploads had been taken when it was planned. */
  readonly taken: number;
  readonly order: UploadOrder;
  readonly uploadId: string;
  readonly full: boolean;
  /** Whether its removals are left out. */
  readonly withholds: boolean;
  readonly asOf: Day;
}
export interface HeadMove extends HeadConfirmation {
  readonly version: number;
  readonly parts: number;
  readonly latest: LatestFile;
  /** The key of the version's worker ids: the head must have the same, or none yet, … */
  readonly keyId: string;
  /** … or this one, when it is being changed. */
  readonly fromKeyId?: string;
  /** Of a rewriting, which takes no upload: the version that a file made. */
  readonly filed?: number;
}

export interface Slices {
  put(roster: RosterId, version: number, part: number, bytes: Uint8Array): Promise<void>;
  /** All slices of each head's current version, in the order of the heads; null when one of them is gone. */
  read(heads: readonly VersionSlices[]): Promise<readonly (readonly PackedEnrolments[])[] | null>;
  /** Lets a replaced version's slices expire at the end of a day. */
  expire(roster: RosterId, version: number, parts: number, on: Day): Promise<void>;
}

export interface Receipts {
  /** The receipt, and beside it the same as a page for people. */
  write(key: string, receipt: Receipt): Promise<void>;
  read(key: string): Promise<Receipt | null>;
  /** Puts the rejected rows beside the receipt, for their uploader only. */
  writeRejectedRows(key: string, rows: AsyncIterable<Uint8Array>): Promise<void>;
  /** Tells the uploader's office: counts and where to look, no person. */
  announce(key: string, receipt: Receipt): Promise<void>;
}

export interface CoverageStore {
  /** Regencies of the province that have any roster. */
  regencies(province: ProvinceCode): Promise<readonly RegencyCode[]>;
  /** A new ticket; the regency's day rises to `asOf` and never falls. */
  takeTicket(regency: RegencyCode, asOf: Day): Promise<{ readonly ticket: number; readonly asOf: Day }>;
  current(regency: RegencyCode): Promise<StoredCoverage | null>;
  /** False when a higher ticket has written; months that leave the window are frozen first. */
  write(regency: RegencyCode, coverage: StoredCoverage, before: StoredCoverage | null): Promise<boolean>;
  /** Months from `first` on that have left the window, as they were last known. */
  closedMonths(regency: RegencyCode, first: Month): Promise<readonly ClosedMonth[]>;
  recordDay(province: ProvinceCode, asOf: Day): Promise<void>;
}

/** What is known of a regency besides its rosters. Newer uploads win, in whatever order they arrive. */
export interface ReferenceStore {
  ofRegency(regency: RegencyCode): Promise<RegencyReference>;
  /** Ascending by month. */
  claims(regency: RegencyCode): Promise<readonly Claims[]>;
  put(figure: ReferenceFigure, order: UploadOrder): Promise<"applied" | "unchanged" | "superseded">;
  /** Adds a file to those of an agreement; returns all of them. The same one again changes nothing. */
  addAgreement(name: AgreementName, sent: SentAgreement): Promise<AgreementHistory>;
}
/** Reads and checks a file of reference data. */
export interface ReferenceReader {
  read(key: ReferenceKey, source: RosterSource, province: ProvinceCode): Promise<ReferenceReading>;
}
export interface ReferenceReceipts {
  write(key: string, receipt: ReferenceReceipt): Promise<void>;
  /** null while there is none. */
  read(key: string): Promise<ReferenceReceipt | null>;
  announce(key: string, receipt: ReferenceReceipt): Promise<void>;
}

/** An alert state with what was decided but perhaps not yet published. */
export interface AlertMemory<State> {
  /** Counts every save; 0 when there is none yet. */
  readonly revision: number;
  readonly state: State | null;
  readonly outbox: readonly Alert[];
}
/** The state of one regency, or of the province. */
export interface AlertStates<Scope, State> {
  read(scope: Scope): Promise<AlertMemory<State>>;
  /** False when the revision has moved. */
  save(scope: Scope, memory: AlertMemory<State>): Promise<boolean>;
}
export type RegencyAlerts = AlertStates<RegencyCode, AlertState>;
export type ProvinceAlerts = AlertStates<ProvinceCode, ProvinceState>;
export interface AlertRecords {
  /** Keeps a published alert for those who ask later; the same one twice is one. */
  record(alert: Alert): Promise<void>;
}
export interface AlertTopic {
  publish(alert: Alert): Promise<void>;
}

/** What the digests have told, with those that were taken but perhaps not yet published. */
export interface DigestMemory {
  /** Counts every save; 0 when there is none yet. */
  readonly revision: number;
  readonly ledger: DigestLedger | null;
  readonly outbox: readonly Digest[];
}
export interface DigestStore {
  read(province: ProvinceCode): Promise<DigestMemory>;
  /** False when the revision has moved. */
  save(province: ProvinceCode, memory: DigestMemory): Promise<boolean>;
  /** The alerts of these days that are kept of the province and of all its regencies. */
  recorded(province: ProvinceCode, days: DaySpan): Promise<readonly Alert[]>;
}
export interface DigestTopic {
  publish(digest: Digest): Promise<void>;
}

/** The queues between the functions. */
export interface Queue<Message> {
  send(messages: readonly Message[]): Promise<void>;
}
export type EnrolmentEvents = Queue<EnrolmentBatch>;
export type CoverageUpdates = Queue<CoverageUpdate>;
export type CoverageChanges = Queue<CoverageChange>;
/** On the same queue as the changes of coverage: both are read by emit-alerts. */
export type UploadOutcomes = Queue<UploadOutcomeMessage>;
export type RosterUploads = Queue<RosterUpload>;
