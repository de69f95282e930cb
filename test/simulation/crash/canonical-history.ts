// One history in which everything that the pipeline does happens once: what is added, corrected, held, released, discarded, overtaken, refused, shared
// by two rosters, ended by time, renewed, told, and brought back from the dead letters.
import { nik, rosterCsv, workers } from "#test/pipeline/rosters.ts";
import { POISON, type PutFile, type World } from "../world/world.ts";

const RENTAN = "rosters/14.03/rentan/apbd";
const MANDIRI = "rosters/14.03/bpu/mandiri";

export const START = "2023-02-01T02:00:00Z";

export interface Step {
  readonly name: string;
  readonly at: string;
  readonly act: (world: World) => void;
}

/** The newest file of that name. */
function fileNamed(world: World, name: string): PutFile {
  const file = world.files.findLast(({ key }) => key.endsWith(name));
  if (file === undefined) throw new Error(`no file ${name}`);
  return file;
}

const put =
  (key: string, body: string) =>
  (world: World): void =>
    void world.put({ key, body });
const day = (world: World): void => world.startDay();
const sendEvent =
  (name: string) =>
  (world: World): void =>
    world.queues["roster-uploads"].send(fileNamed(world, name).event);
const IN_2024 = { mulai: "2024-01", akhir: "2024-12" };
const MORE = { ...IN_2024, upah: "2000000" };
const LEFT = { mulai: "", akhir: "" };

export const STEPS: readonly Step[] = [
  { name: "the first list", at: START, act: put(`${RENTAN}/1.csv`, rosterCsv(workers(0, 6))) },
  { name: "the day closes", at: "2023-02-01T17:10:00Z", act: day },
  {
    name: "a correction, with a repeated row and one that is wrong",
    at: "2023-02-02T02:00:00Z",
    act: put(
      `${RENTAN}/2.csv`,
      rosterCsv([
        ...workers(0, 1, { upah: "2000000" }),
        ...workers(1, 5),
        ...workers(1, 2),
        { nik: nik(5), mulai: "2023-02-30" },
      ]),
    ),
  },
  {
    name: "a second roster shares two workers",
    at: "2023-02-02T03:00:00Z",
    act: put(`${MANDIRI}/1.add.csv`, rosterCsv(workers(4, 9))),
  },
  {
    name: "what can never be a message",
    at: "2023-02-02T04:00:00Z",
    act: (world) => world.queues["roster-uploads"].send(POISON),
  },
  { name: "the next day closes", at: "2023-02-02T17:10:00Z", act: day },
  {
    name: "a file without a NIK column",
    at: "2023-02-03T02:00:00Z",
    act: put(`${RENTAN}/salah.csv`, "NAMA\r\nSiti\r\n"),
  },
  {
    name: "a short list is held",
    at: "2023-02-03T03:00:00Z",
    act: put(`${RENTAN}/3.csv`, rosterCsv([...workers(0, 2), ...workers(20, 21)])),
  },
  {
    name: "it is released, and the fall told",
    at: "2023-02-03T04:00:00Z",
    act: (world) => world.decide(fileNamed(world, "/3.csv"), "release"),
  },
  {
    name: "the same list again changes nothing",
    at: "2023-02-04T02:00:00Z",
    act: put(`${RENTAN}/4.csv`, rosterCsv([...workers(0, 2), ...workers(20, 21)])),
  },
  {
    name: "a short list that also names somebody new is held",
    at: "2023-02-04T03:00:00Z",
    act: put(`${MANDIRI}/2.csv`, rosterCsv([...workers(4, 6), ...workers(21, 22)])),
  },
  {
    name: "and discarded",
    at: "2023-02-04T04:00:00Z",
    act: (world) => world.decide(fileNamed(world, `${MANDIRI}/2.csv`), "discard"),
  },
  {
    name: "a whole list without a good row is held",
    at: "2023-02-05T02:00:00Z",
    act: put(`${RENTAN}/5.csv`, rosterCsv([{ nik: "123" }])),
  },
  {
    name: "overtaken by who joins",
    at: "2023-02-05T03:00:00Z",
    act: put(`${RENTAN}/6.add.csv`, rosterCsv(workers(6, 8))),
  },
  {
    name: "and released too late",
    at: "2023-02-05T04:00:00Z",
    act: (world) => world.decide(fileNamed(world, "/5.csv"), "release"),
  },
  {
    name: "one leaves",
    at: "2023-03-01T02:00:00Z",
    act: put(`${RENTAN}/7.end.csv`, rosterCsv(workers(0, 1, { mulai: "", akhir: "" }))),
  },
  {
    name: "the renewal of some comes in time",
    at: "2023-12-20T02:00:00Z",
    act: put(`${RENTAN}/8.csv`, rosterCsv(workers(1, 3, { mulai: "2024-01", akhir: "2024-12" }))),
  },
  { name: "the protection of others has ended", at: "2023-12-31T17:10:00Z", act: day },
  {
    name: "they are renewed late",
    at: "2024-01-05T02:00:00Z",
    act: put(`${MANDIRI}/3.add.csv`, rosterCsv(workers(4, 12, { mulai: "2024-01", akhir: "2024-12" }))),
  },
  {
    name: "the key cannot be read for hours",
    at: "2024-01-05T06:00:00Z",
    act: (world) => {
      world.throttle("secret", 2.2 * 3_600_000);
      world.put({ key: `${RENTAN}/9.add.csv`, body: rosterCsv(workers(30, 31)) });
    },
  },
  { name: "the day closes again", at: "2024-01-05T17:10:00Z", act: day },
  {
    name: "a whole list whose event is late, and one who joins after it",
    at: "2024-01-08T02:00:00Z",
    act: (world) => {
      world.put(
        { key: `${RENTAN}/10.csv`, body: rosterCsv([...workers(1, 3, IN_2024), ...workers(22, 24, IN_2024)]) },
        null,
      );
      world.clock.pass(1000);
      world.put({
        key: `${RENTAN}/11.add.csv`,
        body: rosterCsv([...workers(1, 2, MORE), ...workers(24, 25, IN_2024)]),
      });
    },
  },
  {
    name: "and one who leaves",
    at: "2024-01-08T03:00:00Z",
    act: put(`${RENTAN}/12.end.csv`, rosterCsv([...workers(22, 23, LEFT), ...workers(2, 3, LEFT)])),
  },
  { name: "the event of the whole list comes", at: "2024-01-08T04:00:00Z", act: sendEvent("/10.csv") },
  {
    name: "one joins by two files, of which the older is late",
    at: "2024-01-09T02:00:00Z",
    act: (world) => {
      world.put({ key: `${RENTAN}/13.add.csv`, body: rosterCsv(workers(25, 26, IN_2024)) }, null);
      world.clock.pass(1000);
      world.put({ key: `${RENTAN}/14.add.csv`, body: rosterCsv(workers(25, 26, MORE)) });
    },
  },
  { name: "the older one changes nothing any more", at: "2024-01-09T03:00:00Z", act: sendEvent("/13.add.csv") },
  {
    name: "a short list whose event is late, and one who joins after it",
    at: "2024-01-10T02:00:00Z",
    act: (world) => {
      world.put({ key: `${RENTAN}/15.csv`, body: rosterCsv(workers(26, 27, IN_2024)) }, null);
      world.clock.pass(1000);
      world.put({ key: `${RENTAN}/16.add.csv`, body: rosterCsv(workers(27, 28, IN_2024)) });
    },
  },
  { name: "its event comes, and it is held", at: "2024-01-10T03:00:00Z", act: sendEvent("/15.csv") },
  {
    name: "it is released, and who joined after it stays",
    at: "2024-01-10T04:00:00Z",
    act: (world) => world.decide(fileNamed(world, "/15.csv"), "release"),
  },
];

/** One step, until everything has come to rest, with the dead letters brought back. */
export async function runStep(world: World, { at, act }: Step): Promise<void> {
  world.clock.reach(Date.parse(at));
  act(world);
  await world.drain();
  for (let times = 0; world.redriveAll() > 0 && times < 3; times += 1) await world.drain();
}
