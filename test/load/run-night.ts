// Lets the files of a night go through the functions. One invocation in seven is to go wrong at one of its first effects, so that one in ten and more does: many
// have fewer. Messages are handed out twice or come again when they are done, some can never work; several invocations are under way at once and take
// turns at every effect.
import { type Chance, chance } from "#local/replay/random.ts";
import { rosterFileReader } from "#shared/adapters/roster/read-roster.ts";
import type { Fault } from "#test/simulation/world/lane.ts";
import { ALL_FEEDS, type Running, World } from "#test/simulation/world/world.ts";
import { filesOf, type NightFile, type NightRoster } from "./night.ts";
import { NightObjects } from "./night-objects.ts";

const START = "2023-02-01T02:00:00Z";
const HOUR = 3_600_000;
const MOST_RUNNING = 3;
/** Coverage is folded once for many updates, as the batching window of its queue does. */
const FOLD_FROM = 20;
const FAULTS: readonly Fault[] = ["fails", "answer-lost", "repeated", "dies"];
/** Downstream first, so that little waits in the queues. */
const FEEDS = ["enrolment-events", "coverage-changes", "roster-uploads"] as const;

export interface Wrongs {
  invocations: number;
  disturbed: number;
  handedOutTwice: number;
  cameAgain: number;
  poison: number;
  redriven: number;
}

export interface Progress {
  readonly uploads: number;
  readonly finished: number;
  readonly world: World;
}

export async function runNight(
  night: readonly NightRoster[],
  seed: number,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly world: World; readonly files: readonly NightFile[]; readonly wrongs: Wrongs }> {
  const files = filesOf(night);
  const byKey = new Map(files.map((file) => [file.key, file]));
  const world = new World(START, {
    keepsHistory: false,
    files: { objects: (effect) => new NightObjects(byKey, effect), reader: rosterFileReader },
  });
  const random = chance(seed);
  const wrongs: Wrongs = { invocations: 0, disturbed: 0, handedOutTwice: 0, cameAgain: 0, poison: 0, redriven: 0 };
  for (const [number, file] of files.entries()) {
    const delay = file.roster.late && file.part === "list" ? 12 * HOUR : random.below(HOUR);
    world.queues["roster-uploads"].send(eventOf(file, number), delay);
  }
  for (; wrongs.poison < Math.max(4, Math.ceil(night.length / 50)); wrongs.poison += 1)
    world.queues[ALL_FEEDS[wrongs.poison % 4] ?? "roster-uploads"].send(poison(wrongs.poison), random.below(HOUR));

  const tell = (): void => onProgress({ uploads: files.length, finished: finishedIn(world), world });
  const running: UnderWay[] = [];
  for (;;) {
    while (running.length < MOST_RUNNING && (await begin(world, running, random, wrongs)));
    if (running.length === 0) {
      const due = ALL_FEEDS.flatMap((feed) => world.queues[feed].nextDue() ?? []);
      if (due.length > 0) world.clock.reach(Math.min(...due));
      else {
        // What a person does with messages that failed too often.
        const again = redrive(world);
        wrongs.redriven += again;
        if (again === 0) return { world, files, wrongs };
      }
      continue;
    }
    const one = running[random.below(running.length)];
    if (one === undefined) continue;
    world.faultOf = () => faultNow(one, wrongs);
    if (!(await world.advance(one.invocation))) continue;
    running.splice(running.indexOf(one), 1);
    const [message] = one.invocation.messages;
    if (message !== undefined && !isPoison(message.body) && random.below(12) === 0) {
      world.queues[one.invocation.feed].send(message.body);
      wrongs.cameAgain += 1;
    }
    if (one.invocation.feed === "enrolment-events") tell();
  }
}

function poison(number: number): string {
  return `{"nonsense":${number}}`;
}

export function isPoison(body: string): boolean {
  return body.startsWith('{"nonsense"');
}

/** What can never work stays where it is. */
function redrive({ queues }: World): number {
  let again = 0;
  for (const feed of ALL_FEEDS) {
    const never = queues[feed].deadLetters.filter(isPoison);
    again += queues[feed].redrive((body) => !isPoison(body));
    for (const body of never) queues[feed].putAside(body);
  }
  return again;
}

interface UnderWay {
  readonly invocation: Running;
  /** Effects until the one that goes wrong; null: none does. */
  left: number | null;
  readonly fault: Fault;
}

function faultNow(one: UnderWay, wrongs: Wrongs): Fault | null {
  if (one.left === null) return null;
  one.left -= 1;
  if (one.left > 0) return null;
  one.left = null;
  wrongs.disturbed += 1;
  return one.fault;
}

/** Hands out messages of the queue whose turn it is, now and then twice at once; false when there are none. */
async function begin(world: World, running: UnderWay[], random: Chance, wrongs: Wrongs): Promise<boolean> {
  const updates = world.queues["coverage-updates"].visible().length;
  const feed =
    updates >= FOLD_FROM
      ? "coverage-updates"
      : (FEEDS.find((name) => world.queues[name].visible().length > 0) ?? (updates > 0 ? "coverage-updates" : null));
  if (feed === null) return false;
  const visible = world.queues[feed].visible();
  const messages = feed === "coverage-updates" ? visible : visible.slice(0, feed === "roster-uploads" ? 1 : 5);
  const twice = feed !== "coverage-updates" && random.below(20) === 0;
  for (let times = 0; times < (twice ? 2 : 1); times += 1) {
    const invocation = await world.start(feed, messages, twice && times === 0);
    if (invocation === null) continue;
    wrongs.invocations += 1;
    const left = random.below(7) === 0 ? 1 + random.below(8) : null;
    running.push({ invocation, left, fault: FAULTS[random.below(FAULTS.length)] ?? "fails" });
  }
  if (twice) wrongs.handedOutTwice += 1;
  return true;
}

function finishedIn({ stores }: World): number {
  return stores.uploads.keys().filter((key) => stores.uploads.get(key)?.status !== "planned").length;
}

function eventOf({ key, at }: NightFile, number: number): string {
  const object = {
    key,
    etag: "0".repeat(32),
    "version-id": `v${number}`,
    sequencer: number.toString(16).padStart(8, "0"),
  };
  return JSON.stringify({
    "detail-type": "Object Created",
    source: "aws.s3",
    time: at,
    detail: { bucket: { name: "rosters" }, object },
  });
}
