// The kinds of sources that keep a list, each as it does so over the months: a sponsor year by year, a branch month by month, one who pays for single
// months, an employer who tells only what changes, a project that ends.
import type { RosterId } from "#shared/domain/roster.ts";
import { type Line, OPEN } from "./history.ts";
import { sendList } from "./mistakes.ts";
import type { Scribe, SentFile } from "./scribe.ts";

export interface Source {
  readonly roster: RosterId;
  readonly size: number;
}

/** The number of the first day of a month of the play. */
export function firstDayNumber(month: number): number {
  return Math.round((Date.UTC(2022, month, 1) - Date.UTC(2022, 0, 1)) / 86_400_000);
}

/** Days from the end of a protection to its renewal: early, in time, late, very late, never. */
const RENEWALS = [
  [-80, -15],
  [-80, -15],
  [-14, -1],
  [-14, -1],
  [0, 12],
  [13, 60],
  [999, 999],
] as const;
const LATEST_RENEWAL = 60;

/** Protection for a year at a time, renewed early, in time, late, in part or not at all; some join and leave meanwhile. */
export function sponsorByYear(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  const sent: SentFile[] = [];
  let members = Array.from({ length: size }, () => scribe.worker());
  let start = random.chance(60) ? 0 : random.between(0, 6);
  let begins = Math.max(0, firstDayNumber(start) + random.between(-10, 20));
  const length = random.chance(80) ? 12 : random.between(3, 9);
  while (start < scribe.months) {
    const list = (day: number, note: string): void => {
      const lines = members.map((worker) => ({ worker, first: start, last: start + length - 1 }));
      const file = { day, roster, lines, note };
      sendList(scribe, file, sent);
      sent.push(file);
    };
    list(begins, `${length} months from month ${start}`);
    for (let time = random.between(0, 3); time > 0; time -= 1) {
      members = withChurn(scribe, members, random.between(0, 3), random.between(0, 4));
      const from = Math.max(begins, firstDayNumber(start));
      list(random.between(from + 5, firstDayNumber(start + length) - 2), "some joined, some left");
    }
    start += length;
    const first = firstDayNumber(start);
    const [from, to] = random.pick(RENEWALS);
    if (to > LATEST_RENEWAL) {
      start += random.between(3, 14);
      begins = firstDayNumber(start) + random.between(-20, 20);
    } else {
      begins = first + random.between(from, to);
    }
    const share = random.chance(60) ? random.between(97, 100) : random.between(55, 97);
    members = members.filter(() => random.chance(share));
    while (random.chance(97) && members.length < size * 1.1 && random.chance(90)) members.push(scribe.worker());
  }
}

/** Everybody's protection ends in a month of his own, and small groups are renewed by themselves: small ends that add up. */
export function manySmallEnds(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  const members = Array.from({ length: size }, () => scribe.worker());
  const lines = members.map((worker): Line => ({ worker, first: 0, last: random.between(4, scribe.months + 6) }));
  scribe.file({ day: random.between(0, 20), roster, lines, note: "ends spread over the years" });
  for (let month = 3; month < scribe.months; month += random.between(1, 4)) {
    if (random.chance(35)) continue;
    const renewed = lines
      .filter(({ last }) => Math.abs(last - month) <= 1 && random.chance(60))
      .map(({ worker, last }): Line => ({ worker, first: Math.max(0, last), last: last + random.between(3, 12) }));
    if (renewed.length === 0) continue;
    const day = firstDayNumber(month) + random.between(0, 27);
    scribe.file({ day, roster, mode: "add", lines: renewed, note: `${renewed.length} renewed` });
  }
}

/** A list every month of everybody who is there, without ends; some months many leave; some stop sending, for a while or for good. */
export function listByMonth(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  const sent: SentFile[] = [];
  const since = new Map<number, number>();
  for (let at = 0; at < size; at += 1) since.set(scribe.worker(), 0);
  const leaving = random.pick([0, 1, 1, 2, 3]);
  const joining = random.pick([0, 1, 1, 2, 3]);
  for (let month = 0; month < scribe.months; month += 1) {
    if (random.chance(3)) month += random.between(2, 9);
    if (random.chance(1)) return;
    const many = random.chance(5) ? random.between(4, 30) : 0;
    const members = withChurn(scribe, [...since.keys()], leaving + many, joining);
    const present = new Set(members);
    for (const worker of since.keys()) if (!present.has(worker)) since.delete(worker);
    for (const worker of members) if (!since.has(worker)) since.set(worker, month);
    const lines = [...since].map(([worker, first]) => ({ worker, first, last: OPEN }));
    const list = { day: firstDayNumber(month) + random.between(0, 14), roster, lines, note: `list of month ${month}` };
    sendList(scribe, list, sent);
    sent.push(list);
  }
}

/** Protection for single months, mostly paid before they begin. */
export function paidByMonth(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  const sent: SentFile[] = [];
  const length = random.pick([1, 1, 1, 3]);
  let members = Array.from({ length: size }, () => scribe.worker());
  for (let month = 0; month < scribe.months; month += length) {
    if (random.chance(3)) month += random.between(1, 5);
    members = withChurn(scribe, members, random.between(0, 4), random.between(0, 4));
    const lines = members.map((worker) => ({ worker, first: month, last: month + length - 1 }));
    const day = Math.max(
      0,
      firstDayNumber(month) + (random.chance(80) ? random.between(-8, -1) : random.between(0, 9)),
    );
    const list = { day, roster, lines, note: `paid for month ${month}` };
    sendList(scribe, list, sent);
    sent.push(list);
  }
}

/** Tells only who came and who went, with a whole list now and then. */
export function changesOnly(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  let members = Array.from({ length: size }, (): Line => ({ worker: scribe.worker(), first: 0, last: OPEN }));
  scribe.file({ day: random.between(0, 30), roster, lines: members, note: "everybody" });
  for (let month = 1; month < scribe.months; month += random.between(1, 3)) {
    const day = firstDayNumber(month) + random.between(0, 27);
    if (random.chance(15)) {
      sendList(scribe, { day, roster, lines: members, note: "everybody again" }, []);
    } else if (random.chance(50)) {
      const joined = Array.from({ length: random.between(1, Math.ceil(size / 12)) }, () => scribe.worker());
      const lines = joined.map((worker) => ({ worker, first: month, last: OPEN }));
      members = [...members, ...lines];
      scribe.file({ day, roster, mode: "add", lines, note: `${lines.length} joined` });
    } else {
      const share = random.chance(15) ? random.between(8, 40) : random.between(0, 4);
      const left = new Set(members.filter(() => random.chance(share)).map(({ worker }) => worker));
      members = members.filter(({ worker }) => !left.has(worker));
      const last = random.chance(60) ? OPEN : month + random.between(-1, 2);
      const lines = [...left].map((worker) => ({ worker, first: 0, last }));
      if (lines.length > 0) scribe.file({ day, roster, mode: "end", lines, note: `${lines.length} left` });
    }
  }
}

/** A project of some months, once or twice. */
export function project(scribe: Scribe, { roster, size }: Source): void {
  const { random } = scribe;
  for (let month = random.between(0, 14); month < scribe.months; month += random.between(14, 24)) {
    const last = month + random.between(3, 9);
    const lines = Array.from({ length: size }, () => ({ worker: scribe.worker(), first: month, last }));
    scribe.file({ day: firstDayNumber(month) + random.between(0, 20), roster, lines, note: `until month ${last}` });
  }
}

/** Percent who leave, percent who join. */
function withChurn(scribe: Scribe, members: readonly number[], leaving: number, joining: number): number[] {
  const stay = members.filter(() => !scribe.random.chance(leaving));
  const joined = members.filter(() => scribe.random.chance(joining)).map(() => scribe.worker());
  return [...new Set([...stay, ...joined])];
}
