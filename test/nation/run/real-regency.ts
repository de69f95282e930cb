// The pipeline's own decisions for one regency, without its queues and tables: files are planned on the head, coverage is folded when a head has moved,
// figures are made and alerts decided, exactly by the functions that do it in the pipeline.

import type { CoverageChange } from "#events/coverage-change.ts";
import { coverageChangeOf } from "#functions/update-coverage/coverage-change-of.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts, headOf, nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import { decideUpload, settleUploads } from "#shared/domain/alerts/decide-upload.ts";
import { heldUpload } from "#shared/domain/alerts/rules/uploads.ts";
import { type ClosedMonth, closedMonth } from "#shared/domain/coverage.ts";
import { type Day, laterDay } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { OPEN_END } from "#shared/domain/month.ts";
import { NO_ENROLMENTS, type PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { RosterFile, VersionPlan } from "#shared/domain/plan-version.ts";
import { JKK_JKM } from "#shared/domain/programme.ts";
import { NO_REFERENCE, type RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import { planGuarded, type RemovalGuard } from "#shared/domain/removal-guard.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { sortRows } from "#shared/domain/row-order.ts";
import { packInto } from "#shared/domain/row-writer.ts";
import { foldWindow, generationOf, isFresh, type StoredCoverage } from "#shared/domain/stored-coverage.ts";
import { type Head, isSuperseded } from "#shared/domain/upload.ts";
import { type UploadOrder, uploadOrder } from "#shared/domain/upload-order.ts";
import { workerIds } from "#shared/domain/worker-ids.ts";
import {
  type DecisionArrives,
  dayNumbered,
  type FileArrives,
  monthNumbered,
  OPEN,
  type ReferenceArrives,
  type RegencyWorld,
} from "../world/history.ts";

/** What a message about coverage led to. */
export interface Looked {
  readonly change: CoverageChange;
  readonly state: AlertState;
  readonly alerts: readonly Alert[];
}

export interface RealRegency {
  /** Null where nothing of the regency changed. */
  file(file: FileArrives): {
    readonly held: boolean;
    readonly alerts: readonly Alert[];
    readonly looked: Looked | null;
  };
  decision(decision: DecisionArrives): Looked | null;
  reference(reference: ReferenceArrives): Looked | null;
  /** The daily run; null before the first roster. */
  close(day: number): Looked | null;
  /** The last message once more. */
  repeat(): readonly Alert[];
}

interface Version extends Head {
  readonly table: PackedEnrolments;
}

interface HeldUpload {
  readonly file: FileArrives;
  readonly order: UploadOrder;
  readonly version: number;
}

const BASIS_RUPIAH = 1_000_000;

export function realRegency({ regency, people }: RegencyWorld, rules: AlertRules, guard: RemovalGuard): RealRegency {
  const ids = idsOfPeople(people);
  const versions = new Map<RosterId, Version>();
  const held = new Map<string, HeldUpload>();
  let numbers = 0;
  let reference: RegencyReference = NO_REFERENCE;
  let stored: StoredCoverage | null = null;
  let closed: readonly ClosedMonth[] = [];
  let told: CoverageChange | null = null;
  let last: CoverageChange | null = null;
  let ticket = 0;
  let seen: Day | null = null;
  let state: AlertState | null = null;

  const headAt = (roster: RosterId): Version =>
    versions.get(roster) ?? {
      roster,
      current: 0,
      parts: 0,
      taken: 0,
      recent: [],
      fullOrder: null,
      reportedOn: null,
      filed: 0,
      keyId: null,
      latest: null,
      table: NO_ENROLMENTS,
    };
  const isHeld = (uploadId: string): boolean => {
    const upload = held.get(uploadId);
    return upload !== undefined && !isSuperseded(upload.order, headAt(upload.file.roster));
  };
  const settled = (): readonly string[] =>
    (state?.standing ?? []).flatMap(({ key }) => {
      const upload = heldUpload(key);
      return upload === null || isHeld(upload.uploadId) ? [] : [upload.uploadId];
    });

  const look = (day: Day, closing: boolean): Looked | null => {
    const heads = [...versions.values()];
    if (heads.length === 0) return null;
    ticket += 1;
    const asOf = seen === null ? day : laterDay(seen, day);
    seen = asOf;
    if (stored === null || !isFresh(stored, heads, asOf)) {
      const window = foldWindow(asOf);
      const coverage = foldCoverage(
        heads.map(({ roster, current, table }) => ({ roster, version: current, slices: [table] })),
        window,
      );
      const leaving = stored?.coverage.months.filter(({ month }) => month < window.first) ?? [];
      const rosters = stored?.coverage.rosters ?? [];
      closed = [...closed, ...leaving.map((one) => closedMonth(one, rosters))];
      stored = { ticket, asOf, generation: generationOf(heads), window, coverage };
      told = null;
    }
    const { coverage } = stored;
    told ??= coverageChangeOf({ regency, coverage, heads, reference, closed }, { ticket, asOf, closing });
    const change = { ...told, ticket, asOf, closing };
    last = change;
    const decided = decideAlerts(state, change, rules, settled());
    state = decided.state;
    return { change, state, alerts: decided.alerts };
  };

  const move = (file: FileArrives, order: UploadOrder, plan: VersionPlan, released: boolean): void => {
    const before = headAt(file.roster);
    const day = dayNumbered(file.asOf);
    numbers += 1;
    const rejected = file.kept.length + file.unreadable;
    versions.set(file.roster, {
      ...before,
      ...(plan.differs
        ? {
            current: numbers,
            table: plan.content,
            latest: { asOf: day, mode: file.mode, rejected, ended: plan.changes.ended, released },
          }
        : {}),
      fullOrder: file.mode === "full" ? order : before.fullOrder,
      reportedOn: before.reportedOn === null ? day : laterDay(before.reportedOn, day),
    });
    told = null;
  };
  const planned = (file: FileArrives, released: boolean): VersionPlan =>
    planGuarded(
      headAt(file.roster).table,
      rosterFileOf(file, ids),
      dayNumbered(file.asOf),
      { unreadable: file.unreadable, answer: false, released },
      guard,
    );
  const tellOfUpload = (file: FileArrives, withheld: number): readonly Alert[] => {
    const asOf = dayNumbered(file.asOf);
    const before = state ?? nothingSeen(asOf);
    const head = { ...headOf(regency, laterDay(before.asOf, asOf)), scope: "regency" } as const;
    const about = { uploadId: uploadIdOf(file.serial), fileName: `${file.serial}.csv`, asOf, roster: file.roster };
    const raised = decideUpload(before.standing, { ...about, status: "held", withheld }, head);
    const after = settleUploads(raised.standing, settled(), head);
    state = { ...before, standing: after.standing };
    return [...raised.alerts, ...after.alerts];
  };

  return {
    file(file) {
      const order = orderOf(file);
      if (isSuperseded(order, headAt(file.roster))) return { held: false, alerts: [], looked: null };
      const plan = planned(file, false);
      const waits = plan.changes.withheld > 0;
      move(file, order, plan, false);
      if (waits) {
        held.set(uploadIdOf(file.serial), { file, order, version: headAt(file.roster).current });
      }
      // A list that changes nothing has come all the same.
      const looked = plan.differs || headAt(file.roster).current > 0 ? look(dayNumbered(file.asOf), false) : null;
      const alerts = waits ? tellOfUpload(file, plan.changes.withheld) : [];
      return { held: waits, alerts, looked };
    },
    decision({ upload, release }) {
      const id = uploadIdOf(upload);
      const waiting = held.get(id);
      held.delete(id);
      if (waiting === undefined || !release) return null;
      const head = headAt(waiting.file.roster);
      if (head.current !== waiting.version || isSuperseded(waiting.order, head)) return null;
      const plan = planned(waiting.file, true);
      if (!plan.differs) return null;
      move(waiting.file, waiting.order, plan, true);
      return look(dayNumbered(waiting.file.asOf), false);
    },
    reference({ day, agreement, figures }) {
      const others = reference.agreements.filter(({ slug }) => slug !== agreement?.slug);
      reference = {
        agreements: agreement === undefined ? reference.agreements : [...others, agreement],
        workforces: figures?.workforces ?? reference.workforces,
        targets: figures?.targets ?? reference.targets,
      };
      told = null;
      return look(dayNumbered(day), false);
    },
    close: (day) => look(dayNumbered(day), true),
    repeat: () => (last === null || state === null ? [] : decideAlerts(state, last, rules, settled()).alerts),
  };
}

function uploadIdOf(serial: number): string {
  return `upload-${serial}`;
}

function orderOf({ asOf, serial, roster }: FileArrives): UploadOrder {
  const at = new Date(Date.parse(`${dayNumbered(asOf)}T02:00:00Z`) + serial * 1000).toISOString();
  return uploadOrder(at, roster, serial.toString(16));
}

/** 16 bytes each; their order is not that of the numbers. */
function idsOfPeople(people: number): DataView {
  const ids = new DataView(new ArrayBuffer(people * 16));
  for (let worker = 0; worker < people; worker += 1) {
    ids.setUint32(worker * 16, Math.imul(worker + 1, 0x9e37_79b1));
    ids.setUint32(worker * 16 + 12, worker);
  }
  return ids;
}

function rosterFileOf({ mode, lines, kept, from, roster }: FileArrives, ids: DataView): RosterFile {
  const rows = packInto(lines.length);
  for (const { worker, first, last } of lines) {
    rows.appendPacked(ids, worker * 16, {
      first: monthNumbered(first),
      last: last >= OPEN ? OPEN_END : monthNumbered(last),
      basisRupiah: BASIS_RUPIAH,
      employer: 0,
      programmes: JKK_JKM,
      occupation: 0,
      riskClass: roster.includes("/jakon/") ? 0 : 1,
    });
  }
  return {
    mode,
    enrolments: sortRows(rows.table()),
    kept: workerIds(Buffer.concat(kept.map((worker) => new Uint8Array(ids.buffer, worker * 16, 16)))),
    from: from === null ? null : monthNumbered(from),
  };
}
