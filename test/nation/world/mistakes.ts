// What goes wrong with a list on its way: it comes short or once more with the wrong year and is corrected days later, with rejected rows, an old one again, twice, late, or as a
// correction of the past. Removals that may have been held are released, dropped or left.
import { type FileArrives, type Line, OPEN } from "./history.ts";
import type { Random } from "./random.ts";
import type { Scribe, SentFile } from "./scribe.ts";

/** Of a hundred lists. */
const WRONG = 12;
const WRONG_YEAR = 2;

/** Sends a list, rightly or wrongly; `older` are the lists of this roster that were sent before. */
export function sendList(scribe: Scribe, list: SentFile, older: readonly SentFile[]): void {
  sendOnce(scribe, list, older);
  if (scribe.aside.chance(WRONG_YEAR)) againOfTheWrongYear(scribe, list);
}

function sendOnce(scribe: Scribe, list: SentFile, older: readonly SentFile[]): void {
  const { random } = scribe;
  if (!random.chance(WRONG)) {
    decideLater(scribe, scribe.file(list), 80);
    return;
  }
  const wrong = random.pick([comesShort, withRejectedRows, oldOneAgain, comesTwice, comesLate, correctsThePast]);
  wrong(scribe, list, older);
}

function comesShort(scribe: Scribe, list: SentFile): void {
  const { random } = scribe;
  const share = random.between(20, 95);
  const lines = list.lines.filter(() => random.chance(share));
  decideLater(scribe, scribe.file({ ...list, lines, note: `${list.note}, cut short` }), 35);
  scribe.file({ ...list, ...later(list, random.between(2, 9)), note: `${list.note}, whole again` });
}

/** Everybody is named, but some or all with months of a year ago. */
function againOfTheWrongYear(scribe: Scribe, list: SentFile): void {
  const { aside } = scribe;
  const share = aside.chance(60) ? 100 : aside.between(2, 60);
  const lines = list.lines.map((line): Line => {
    if (!aside.chance(share)) return line;
    const last = line.last === OPEN ? Math.floor(list.day / 30.44) - aside.between(1, 3) : line.last - 12;
    return { ...line, first: Math.min(line.first - 12, last), last };
  });
  const days = aside.between(1, 6);
  const wrong = scribe.file({ ...list, ...later(list, days), lines, note: `${list.note}, with the wrong year` });
  decideLater(scribe, wrong, 20, aside);
  const right = later(list, days + aside.between(2, 9));
  scribe.file({ ...list, ...right, note: `${list.note}, with the right year` });
}

function withRejectedRows(scribe: Scribe, list: SentFile): void {
  const { random } = scribe;
  const share = random.between(1, 12);
  const rejected = new Set(list.lines.filter(() => random.chance(share)).map(({ worker }) => worker));
  const lines = list.lines.filter(({ worker }) => !rejected.has(worker));
  const readable = random.chance(60);
  const rows = readable ? { kept: [...rejected] } : { unreadable: rejected.size };
  decideLater(scribe, scribe.file({ ...list, lines, ...rows, note: `${list.note}, rows rejected` }), 30);
  if (random.chance(70)) {
    scribe.file({ ...list, ...later(list, random.between(3, 8)), note: `${list.note}, rows mended` });
  }
}

function oldOneAgain(scribe: Scribe, list: SentFile, older: readonly SentFile[]): void {
  const { random } = scribe;
  scribe.file(list);
  const [old] = older.slice(-random.between(1, 3));
  if (old === undefined) return;
  const days = random.between(3, 20);
  decideLater(
    scribe,
    scribe.file({ ...list, ...later(list, days), lines: old.lines, note: `the list of "${old.note}" again` }),
    30,
  );
  scribe.file({ ...list, ...later(list, days + random.between(2, 9)), note: `${list.note}, put right` });
}

function comesTwice(scribe: Scribe, list: SentFile): void {
  scribe.file(list);
  scribe.file({ ...list, ...later(list, scribe.random.between(0, 2)), note: `${list.note}, once more` });
}

/** A message that was held up: by days, or by so much that a newer list may have been there first. */
function comesLate(scribe: Scribe, list: SentFile): void {
  const { random } = scribe;
  const days = random.chance(60) ? random.between(1, 6) : random.between(15, 40);
  scribe.file({ ...list, day: list.day + days, asOf: list.day, note: `${list.note}, ${days} days under way` });
}

function correctsThePast(scribe: Scribe, list: SentFile, older: readonly SentFile[]): void {
  const { random } = scribe;
  scribe.file(list);
  if (older.length < 2) return;
  const from = Math.floor(list.day / 30.44) - random.between(1, 4);
  const share = random.between(80, 99);
  const lines: Line[] = list.lines
    .filter(() => random.chance(share))
    .map((line) => (line.last >= from && random.chance(50) ? { ...line, first: Math.min(line.first, from) } : line));
  const correction = scribe.file({
    ...list,
    ...later(list, random.between(3, 12)),
    lines,
    from,
    note: `${list.note}, the past corrected`,
  });
  decideLater(scribe, correction, 70);
}

function later({ day }: Pick<SentFile, "day">, days: number): Pick<FileArrives, "day" | "asOf"> {
  return { day: day + days, asOf: day + days };
}

function decideLater(
  scribe: Scribe,
  { serial, day }: FileArrives,
  percentReleased: number,
  random: Random = scribe.random,
): void {
  if (!random.chance(percentReleased + 10)) return;
  const release = random.chance((percentReleased / (percentReleased + 10)) * 100);
  scribe.decision({
    day: day + random.between(0, 9),
    upload: serial,
    release,
    note: release ? "removals carried out" : "removals dropped",
  });
}
