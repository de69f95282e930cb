// Who is covered in a regency, counted a second time and in another way than the pipeline counts: a table of month × worker for each roster, written from
// the meaning of the files alone. Nothing of shared/domain counts here.
import type { RosterId } from "#shared/domain/roster.ts";
import { SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import { type DecisionArrives, type FileArrives, type Line, monthOfDayNumber, OPEN } from "../world/history.ts";
import { type Crowd, crowdOf } from "./crowd.ts";

/** Months before the first of the play, and after the last. */
const BEFORE = 24;
const AFTER = 30;
const FOREVER = 9999;
/** Lists of fewer workers are told together. */
const FEW = 100;

export interface Guard {
  readonly workers: number;
  readonly share: number;
  readonly most: number;
}

interface OwnRoster {
  readonly segment: Segment;
  /** Month by month, everybody: 1 where protected. */
  readonly table: Uint8Array;
  /** Everybody whom it ever named. */
  readonly members: Set<number>;
  /** When the newest full file was sent. */
  newestFull: number;
  /** Counts what has changed it. */
  changes: number;
}

interface Held {
  readonly file: FileArrives;
  /** The change that it left behind. */
  readonly changes: number;
}

export interface OwnCount {
  /** Gives whether removals wait, and whether anything of the roster changed. */
  file(file: FileArrives): { readonly held: boolean; readonly changed: boolean };
  decision(decision: DecisionArrives): void;
  covered(month: number): Crowd;
  inSegment(segment: Segment, month: number): Crowd;
  rostersIn(month: number): ReadonlyMap<RosterId, number>;
  /** As if whom the rosters of which lists go on coming name from `now` on they named until `month`. */
  staying(month: number, now: number, goesOn: (roster: RosterId) => boolean): Ahead;
  readonly segments: readonly Segment[];
  /** How often workers are counted beyond once. */
  overlap(month: number): number;
  /** Rises with every change. */
  readonly changes: number;
}

export interface Ahead {
  readonly whole: Crowd;
  readonly segments: ReadonlyMap<Segment, Crowd>;
  /** So many may be counted otherwise by who knows only how many there are, not who. */
  readonly unclear: number;
}

export function ownCount(people: number, months: number, guard: Guard): OwnCount {
  const span = BEFORE + months + AFTER;
  const place = (month: number): number => Math.min(Math.max(month + BEFORE, 0), span);
  const rosters = new Map<RosterId, OwnRoster>();
  const held = new Map<number, Held>();
  let changes = 0;

  const rosterOf = (roster: RosterId): OwnRoster => {
    const known = rosters.get(roster);
    if (known !== undefined) return known;
    const segment = SEGMENT_CODES.find((one) => one === roster.split("/")[1]) ?? "ppu";
    const fresh = {
      segment,
      table: new Uint8Array(people * span),
      members: new Set<number>(),
      newestFull: -1,
      changes: 0,
    };
    rosters.set(roster, fresh);
    return fresh;
  };
  const write = ({ table }: OwnRoster, worker: number, first: number, last: number, value: 0 | 1): void => {
    for (let at = place(first); at < place(last + 1); at += 1) table[at * people + worker] = value;
  };
  const put = (own: OwnRoster, { worker, first, last }: Line): void => {
    own.members.add(worker);
    write(own, worker, first, last, 1);
  };
  const clearFrom = (own: OwnRoster, worker: number, first: number): void => write(own, worker, first, FOREVER, 0);
  /** Who has a month from this one on. */
  const stillIn = ({ table, members }: OwnRoster, month: number): Uint8Array => {
    const has = new Uint8Array(people);
    for (let at = place(month); at < span; at += 1) {
      const start = at * people;
      for (const worker of members) if (table[start + worker] === 1) has[worker] = 1;
    }
    return has;
  };

  /** Whom of the roster a full file would leave without a month to come, and how many have one. */
  const endings = (own: OwnRoster, file: FileArrives): { ended: ReadonlySet<number>; endable: number } => {
    const losing = Math.max(truthFrom(file), monthOfDayNumber(file.asOf));
    const goesOn = file.lines.filter(({ last }) => last >= losing).map(({ worker }) => worker);
    const stays = new Set([...goesOn, ...file.kept]);
    const could = stillIn(own, losing);
    const ended = new Set<number>();
    let endable = 0;
    for (let worker = 0; worker < people; worker += 1) {
      if (could[worker] !== 1) continue;
      endable += 1;
      if (!stays.has(worker)) ended.add(worker);
    }
    return { ended, endable };
  };

  const applyFull = (own: OwnRoster, file: FileArrives, withhold: boolean): void => {
    const from = truthFrom(file);
    const kept = new Set(file.kept);
    const named = new Set(file.lines.map(({ worker }) => worker));
    const waiting = withhold ? endings(own, file).ended : new Set();
    if (!withhold) {
      const had = stillIn(own, from);
      for (let worker = 0; worker < people; worker += 1) {
        if (had[worker] === 1 && !named.has(worker) && !kept.has(worker)) clearFrom(own, worker, from);
      }
    }
    for (const line of file.lines) {
      if (waiting.has(line.worker)) continue;
      if (!kept.has(line.worker)) clearFrom(own, line.worker, from);
      put(own, line);
    }
  };

  const apply = (own: OwnRoster, file: FileArrives, withhold: boolean): boolean => {
    const before = own.table.slice();
    if (file.mode === "full") applyFull(own, file, withhold);
    if (file.mode === "add") for (const line of file.lines) put(own, line);
    if (file.mode === "end") {
      for (const { worker, last } of file.lines) {
        clearFrom(own, worker, last === OPEN ? monthOfDayNumber(file.asOf) : last + 1);
      }
    }
    const changed = !Buffer.from(before.buffer).equals(own.table);
    if (changed) {
      changes += 1;
      own.changes += 1;
    }
    return changed;
  };

  const inMonth = (own: OwnRoster, month: number, into: Uint8Array): void => {
    const start = place(month) * people;
    for (const worker of own.members) if (own.table[start + worker] === 1) into[worker] = 1;
  };
  const together = (month: number, of: (own: OwnRoster) => boolean): Crowd => {
    const has = new Uint8Array(people);
    for (const own of rosters.values()) if (of(own)) inMonth(own, month, has);
    return crowdOf(has);
  };

  return {
    file(file) {
      const own = rosterOf(file.roster);
      const sent = sentAt(file);
      if (sent < own.newestFull) return { held: false, changed: false };
      const full = file.mode === "full";
      const { ended: ending, endable } = full ? endings(own, file) : { ended: new Set(), endable: 0 };
      const ended = ending.size;
      const many = ended >= guard.most || (ended >= guard.workers && ended >= guard.share * endable);
      const withhold = ended > 0 && (many || file.unreadable > 0 || file.lines.length === 0);
      const changed = apply(own, file, withhold);
      if (full) own.newestFull = sent;
      if (withhold) held.set(file.serial, { file, changes: own.changes });
      return { held: withhold, changed };
    },
    decision({ upload, release }) {
      const waiting = held.get(upload);
      held.delete(upload);
      if (waiting === undefined || !release) return;
      const own = rosterOf(waiting.file.roster);
      if (own.changes === waiting.changes && sentAt(waiting.file) >= own.newestFull) apply(own, waiting.file, false);
    },
    covered: (month) => together(month, () => true),
    inSegment: (segment, month) => together(month, (own) => own.segment === segment),
    rostersIn(month) {
      const start = place(month) * people;
      const count = ({ table }: OwnRoster): number => crowdOf(table.subarray(start, start + people)).count;
      return new Map([...rosters].map(([roster, own]) => [roster, count(own)]));
    },
    staying(month, now, goesOn) {
      const whole = new Uint8Array(people);
      const segments = new Map<Segment, Uint8Array>();
      const times = new Uint8Array(people);
      let unclear = 0;
      const few = { inMonth: new Map<number, number>(), larger: 0 };
      for (const [roster, own] of rosters) {
        const has = new Uint8Array(people);
        inMonth(own, month, has);
        if (goesOn(roster)) {
          const then = crowdOf(has.slice());
          const counts = new Map([[month, then.count]]);
          for (let at = now; at < month; at += 1) {
            const here = new Uint8Array(people);
            inMonth(own, at, here);
            inMonth(own, at, has);
            counts.set(at, crowdOf(here).count);
          }
          const larger = Math.max(...counts.values());
          unclear += crowdOf(has).count - larger;
          if (larger < FEW) {
            for (const [at, count] of counts) few.inMonth.set(at, (few.inMonth.get(at) ?? 0) + count);
            few.larger += larger;
          }
          for (const worker of own.members) {
            if (has[worker] === 1 && then.has[worker] === 0) times[worker] = (times[worker] ?? 0) + 100;
          }
        }
        const ofSegment = segments.get(own.segment) ?? new Uint8Array(people);
        segments.set(own.segment, ofSegment);
        for (const worker of own.members) {
          if (has[worker] === 0) continue;
          whole[worker] = 1;
          ofSegment[worker] = 1;
          times[worker] = (times[worker] ?? 0) + 1;
        }
      }
      // Small lists are known together only: which of them has come already is not seen.
      unclear += few.larger - Math.max(0, ...few.inMonth.values());
      for (const time of times) if (time > 101) unclear += 1;
      const crowds = [...segments].map(([segment, has]) => [segment, crowdOf(has)] as const);
      return { whole: crowdOf(whole), segments: new Map(crowds), unclear };
    },
    overlap(month) {
      const all = [...rosters.values()].map((own) => together(month, (one) => one === own).count);
      return all.reduce((sum, count) => sum + count, 0) - together(month, () => true).count;
    },
    get segments() {
      return [...new Set([...rosters.values()].map(({ segment }) => segment))];
    },
    get changes() {
      return changes;
    },
  };
}

/** In this order files of a roster count. */
function sentAt({ asOf, serial }: FileArrives): number {
  return asOf * 100_000 + serial;
}

/** From which month on a full file is the truth. */
function truthFrom({ from, asOf, lines }: FileArrives): number {
  if (from !== null) return from;
  const now = monthOfDayNumber(asOf);
  return lines.length === 0
    ? now
    : Math.max(
        now,
        lines.reduce((least, { first }) => Math.min(least, first), 999),
      );
}
