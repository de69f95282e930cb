// What is uploaded in one night, by lot: whole lists of very different sizes, many of which name workers of another list too; of some rosters also who
// joins and who leaves, and then the list's own event may come last. Only numbers of workers are kept; the files are made when somebody reads them.
import type { Chance } from "#local/replay/random.ts";
import { chance } from "#local/replay/random.ts";
import { rosterCsv } from "#test/pipeline/rosters.ts";

const REGENCIES = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "71", "72"].map((it) => `14.${it}`);
const SEGMENTS = ["rentan", "bpu", "non-asn", "perangkat-desa"] as const;
const TERMS = { mulai: "2023-02", akhir: "2023-12" };
const CHUNK_ROWS = 1000;

/** Workers by number, the last not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface NightRoster {
  readonly roster: string;
  readonly list: Span;
  /** How many of the list's last workers have a row that is wrong. */
  readonly wrong: number;
  /** How many of its first rows stand in it twice. */
  readonly twice: number;
  readonly joining: Span | null;
  readonly leaving: Span | null;
  /** Whether the list's event comes after all others. */
  readonly late: boolean;
}

export interface NightFile {
  readonly key: string;
  /** Instant of the upload. */
  readonly at: string;
  readonly roster: NightRoster;
  readonly part: "list" | "joining" | "leaving";
}

export function nightOf(seed: number, rosters: number, workers: number): readonly NightRoster[] {
  const random = chance(seed);
  const weights = Array.from({ length: rosters }, () => 1 / (0.02 + random.below(1_000_000) / 1_000_000));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const ends = new Map<string, number>();
  let next = 0;
  return weights.map((weight, number) => {
    const regency = REGENCIES[number % REGENCIES.length] ?? "14.01";
    const size = Math.max(10, Math.round((workers * weight) / whole));
    // Some of the last list of the regency stand in this one too.
    const shared = Math.min(Math.floor(size / 20), 500);
    const before = ends.get(regency);
    const from = before === undefined || random.below(2) === 0 ? next : Math.max(0, before - shared);
    const to = from + size;
    next = Math.max(next, to + Math.ceil(size / 10));
    ends.set(regency, to);
    const roster = `${regency}/${random.pick(SEGMENTS)}/daftar-${number + 1}`;
    return { roster, list: { from, to }, ...furtherFiles(random, { from, to }) };
  });
}

function furtherFiles(random: Chance, { from, to }: Span): Omit<NightRoster, "roster" | "list"> {
  const some = Math.ceil((to - from) / 20);
  const changes = random.below(5) === 0;
  const joining = changes ? { from: to - 1, to: to + some } : null;
  const leaving = changes && random.below(2) === 0 ? { from, to: from + Math.ceil(some / 2) } : null;
  const wrong = random.below(10) === 0 ? Math.min(some, 1 + random.below(20)) : 0;
  return { joining, leaving, wrong, twice: random.below(4), late: changes && random.below(2) === 0 };
}

export function filesOf(night: readonly NightRoster[]): readonly NightFile[] {
  return night.flatMap((roster, number) => {
    const file = (part: NightFile["part"], name: string, hour: number): NightFile => ({
      key: `rosters/${roster.roster}/${name}`,
      at: new Date(Date.UTC(2023, 0, 31, hour, 0, number % 3600)).toISOString().replace(".000", ""),
      roster,
      part,
    });
    return [
      file("list", "daftar.csv", 18),
      ...(roster.joining === null ? [] : [file("joining", "masuk.add.csv", 20)]),
      ...(roster.leaving === null ? [] : [file("leaving", "keluar.end.csv", 22)]),
    ];
  });
}

export function rowsOf({ roster: { list, twice, joining, leaving }, part }: NightFile): number {
  if (part === "list") return list.to - list.from + twice;
  const span = part === "joining" ? joining : leaving;
  return span === null ? 0 : span.to - span.from;
}

/** The text of a file, some rows at a time. */
export function* textOf({ roster: { list, wrong, twice, joining, leaving }, part }: NightFile): Generator<string> {
  const [header = ""] = rosterCsv([]).split("\r\n");
  yield `${header}\r\n`;
  if (part === "joining" && joining !== null) yield* rowsOfSpan(joining, TERMS);
  if (part === "leaving" && leaving !== null) yield* rowsOfSpan(leaving, { mulai: "", akhir: "" });
  if (part !== "list") return;
  yield* rowsOfSpan({ from: list.from, to: list.from + twice }, TERMS);
  yield* rowsOfSpan({ from: list.from, to: list.to - wrong }, TERMS);
  yield* rowsOfSpan({ from: list.to - wrong, to: list.to }, { ...TERMS, mulai: "2023-02-30" });
}

function* rowsOfSpan({ from, to }: Span, terms: { readonly mulai: string; readonly akhir: string }): Generator<string> {
  for (let at = from; at < to; at += CHUNK_ROWS) {
    const rows = Array.from({ length: Math.min(CHUNK_ROWS, to - at) }, (_, index) => ({
      nik: nikOf(at + index),
      ...terms,
    }));
    yield rosterCsv(rows).replace(/^.*\r\n/, "");
  }
}

const SERIALS = 160;
const DAYS = 28 * 12 * 40;

/** An invented worker: the prefix of a real district and a serial that is in practice never given. */
export function nikOf(worker: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = Math.floor(worker / SERIALS);
  const date = `${two((day % 28) + 1)}${two((Math.floor(day / 28) % 12) + 1)}${two(60 + (Math.floor(day / 336) % 40))}`;
  return `14030${1 + (Math.floor(day / DAYS) % 8)}${date}${9999 - (worker % SERIALS)}`;
}
