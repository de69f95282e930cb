// Runs the steps of a history, and then lets everything come to rest: faults stop, dead letters are brought back, the next day begins. What the checker
// finds after that is wrong.
import { findFaults } from "../checker/find-faults.ts";
import { evidenceOf } from "../world/evidence-of.ts";
import type { Fault } from "../world/lane.ts";
import { ALL_FEEDS, POISON, type Running, World } from "../world/world.ts";
import { textOfFile } from "./random-file.ts";
import type { Step } from "./steps.ts";

const START = "2023-02-01T02:00:00Z";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 00:10 in Jakarta. */
const DAILY_RUN = 17 * 60 * MINUTE + 10 * MINUTE;
const MOST_RUNNING = 6;

export interface Outcome {
  readonly faults: readonly string[];
  /** What happened, a line a step. */
  readonly trace: readonly string[];
  readonly effects: number;
}

export async function runHistory(steps: readonly Step[]): Promise<Outcome> {
  const world = new World(START);
  const trace: string[] = [];
  const running: Running[] = [];
  for (const step of steps) {
    const told = await take(world, running, step);
    if (told !== null) trace.push(`${world.clock.stamp} ${told}`);
    world.clock.pass(1000);
  }
  await comeToRest(world, running);
  // Only what was lost needs the next day.
  if (steps.some((step) => step.do === "drop")) await nextDay(world);
  return { faults: findFaults(evidenceOf(world)), trace, effects: world.effects };
}

/** What was done; null when there was nothing to do. */
async function take(world: World, running: Running[], step: Step): Promise<string | null> {
  const { clock, queues } = world;
  switch (step.do) {
    case "put": {
      const file = textOfFile(step.file, clock.stamp, world.files.length + 1);
      world.put(file, step.delayMinutes * MINUTE);
      const rows = file.body
        .split("\r\n")
        .slice(1, -1)
        .map((line) => line.replace(/^\d{7}/, "").replace("Pekerja Rekaan", ""));
      return `put ${file.key} ${JSON.stringify(file.metadata)} ${rows.join(" | ")}, event after ${step.delayMinutes} minutes`;
    }
    case "put-again": {
      const file = chosen(world.files, world.files.length - 1 - (step.pick % Math.max(1, world.files.length)));
      if (file === null) return null;
      const [name = "", ...ending] = (file.key.split("/").at(-1) ?? "").split(".");
      const key = `${file.key.slice(0, file.key.lastIndexOf("/"))}/${name}x${world.files.length}.${ending.join(".")}`;
      world.put({ ...file, key }, step.delayMinutes * MINUTE);
      return `put the text of ${file.key} again as ${key}, event after ${step.delayMinutes} minutes`;
    }
    case "decide": {
      const held = world.files.filter((file) => statusOf(world, file.key, file.uploadId) === "held");
      const file = chosen(held.length > 0 ? held : world.files, step.pick);
      if (file === null) return null;
      world.decide(file, step.decision);
      return `${step.decision} ${file.key}`;
    }
    case "echo": {
      // As after a redrive of what had done its work, and then failed. No queue keeps a message for longer than two weeks.
      const queue = queues[ALL_FEEDS[step.feed] ?? "roster-uploads"];
      const kept = queue.history.filter(({ at }) => clock.now - at <= 14 * DAY);
      const body = chosen(kept, step.pick)?.body ?? null;
      if (body === null || body === POISON) return null;
      queue.send(body);
      return `${queue.name}: a message from earlier comes again: ${shortened(body)}`;
    }
    case "start": {
      const feed = chosen(
        ALL_FEEDS.filter((name) => queues[name].visible().length > 0),
        step.feed,
      );
      if (feed === null || running.length >= MOST_RUNNING) return null;
      const visible = queues[feed].visible();
      const from = step.pick % visible.length;
      const batch = [...visible.slice(from), ...visible.slice(0, from)].slice(0, step.messages);
      const started = await world.start(feed, batch, step.again);
      if (started === null) return `${feed}: too many receives, to the dead letters`;
      running.push(started);
      return `start ${feed} with ${started.messages.map(({ id }) => id).join(", ")}${step.again ? ", which stay visible" : ""}`;
    }
    case "run": {
      const one = chosen(running, step.pick) ?? (await startAny(world, running, step.pick));
      return one === null ? null : run(world, running, one, step);
    }
    case "throttle":
      world.throttle(step.effects, step.minutes * MINUTE);
      return `${step.effects} throttled for ${step.minutes} minutes`;
    case "wait":
      clock.pass(step.minutes * MINUTE);
      return `wait ${step.minutes} minutes`;
    case "day":
    case "jump": {
      const days = step.do === "jump" ? step.days : 0;
      // No message waits for longer than a queue keeps it.
      if (days > 0) await comeToRest(world, running);
      clock.reach(nextDailyRun(clock.now) + days * DAY);
      world.startDay();
      return "a day begins";
    }
    case "poison": {
      const feed = ALL_FEEDS[step.feed % 4] ?? "roster-uploads";
      queues[feed].send(POISON);
      return `poison in ${feed}`;
    }
    case "drop": {
      // The next day repairs what is lost of coverage; how an upload ended is told once.
      const repaired = queues[step.feed].visible().filter(({ body }) => !body.includes('"upload-outcome"'));
      const message = chosen(repaired, step.pick);
      if (message === null) return null;
      queues[step.feed].delete(message.id);
      return `${message.id} is lost`;
    }
    case "redrive":
      return world.redriveAll() > 0 ? "redrive" : null;
    case "rest":
      await finishRunning(world, running);
      await world.drain();
      return "everything comes to rest";
  }
}

/** Where nothing runs, something begins to. */
async function startAny(world: World, running: Running[], pick: number): Promise<Running | null> {
  const feed = chosen(
    ALL_FEEDS.filter((name) => world.queues[name].visible().length > 0),
    pick,
  );
  const started = feed && (await world.start(feed, world.queues[feed].visible()));
  if (started !== null) running.push(started);
  return started;
}

async function run(
  world: World,
  running: Running[],
  one: Running,
  { effects, fault }: { readonly effects: number; readonly fault: Fault | null },
): Promise<string> {
  const done: string[] = [];
  let finished = false;
  for (let count = 1; count <= effects && !finished; count += 1) {
    const last = count === effects ? fault : null;
    done.push(`${one.lane.next}${last === null ? "" : ` ${last}`}`);
    world.faultOf = () => last;
    finished = await world.advance(one);
  }
  world.faultOf = () => null;
  if (finished) running.splice(running.indexOf(one), 1);
  return `${one.feed} (${one.messages[0]?.id}): ${done.join(", ")}${finished ? ", end" : ""}`;
}

async function finishRunning(world: World, running: Running[]): Promise<void> {
  for (const one of running.splice(0)) while (!(await world.advance(one)));
}

async function comeToRest(world: World, running: Running[]): Promise<void> {
  world.stopThrottling();
  await finishRunning(world, running);
  await drainAndRedrive(world);
}

async function nextDay(world: World): Promise<void> {
  world.clock.reach(nextDailyRun(world.clock.now));
  world.startDay();
  await drainAndRedrive(world);
}

async function drainAndRedrive(world: World): Promise<void> {
  await world.drain();
  while (world.redriveAll() > 0) await world.drain();
}

function nextDailyRun(now: number): number {
  const today = Math.floor(now / DAY) * DAY + DAILY_RUN;
  return today > now ? today : today + DAY;
}

function statusOf(world: World, key: string, uploadId: string): string | undefined {
  return world.stores.uploads.get(`${key.split("/")[1]}/${uploadId}`)?.status;
}

function chosen<T>(list: readonly T[], pick: number): T | null {
  return list[pick % Math.max(1, list.length)] ?? null;
}

function shortened(body: string): string {
  const { type = "", roster = "", version = "", decision = "", asOf = "", detail } = JSON.parse(body);
  return [type, roster, version, decision, asOf, detail?.object.key].filter((text) => text).join(" ");
}
