// The checker finds nothing in a history in which nothing went wrong, and every wrong that is planted in what that history left.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { runStep, START, STEPS } from "../crash/canonical-history.ts";
import { evidenceOf } from "../world/evidence-of.ts";
import { World } from "../world/world.ts";
import { findFaults } from "./find-faults.ts";

const ROSTER = "14.03/rentan/apbd";
const sound = new World(START);
let world: World;
beforeAll(async () => {
  for (const step of STEPS) await runStep(sound, step);
});
beforeEach(() => {
  world = sound.fork();
});
const faults = (): string => findFaults(evidenceOf(world)).join("\n");
const current = (): number => world.stores.heads.get(ROSTER)?.current ?? 0;

test("a sound history has no fault", () => {
  expect(faults()).toBe("");
});

test("a worker less in the registry", () => {
  const key = `${ROSTER}@${current()}/0`;
  const slice = Buffer.from(world.stores.slices.get(key)?.enrolments ?? "", "base64");
  world.stores.slices.put(key, { enrolments: slice.subarray(0, -28).toString("base64"), expiresOn: null });
  expect(faults()).toContain("not as the files say");
  expect(faults()).toContain("counted");
});

test("a worker's month more in the registry", () => {
  const key = `${ROSTER}@${current()}/0`;
  const slice = Buffer.from(world.stores.slices.get(key)?.enrolments ?? "", "base64");
  slice.writeUInt16BE(slice.readUInt16BE(8 + 18) + 1, 8 + 18);
  world.stores.slices.put(key, { enrolments: slice.toString("base64"), expiresOn: null });
  expect(faults()).toContain("not as the files say");
});

test("a version that is skipped, as if its file had been lost", () => {
  const key = `${ROSTER}@${current()}`;
  world.stores.versions.update(key, (item) => {
    const before = world.stores.versions.get(`${ROSTER}@${item?.version?.base}`);
    return item?.version && before?.version
      ? { ...item, version: { ...item.version, base: before.version.base } }
      : null;
  });
  expect(faults()).not.toBe("");
});

test("a file that is applied twice", () => {
  const key = `${ROSTER}@${current()}`;
  const item = world.stores.versions.get(key);
  if (!item?.version) throw new Error("no version");
  world.stores.versions.put(`${ROSTER}@99`, { ...item, version: { ...item.version, base: current() } });
  world.stores.heads.update(ROSTER, (head) => head && { ...head, current: 99 });
  expect(faults()).toContain("applied twice");
});

test("an upload that stays planned, and one without a receipt", () => {
  const [key = ""] = world.stores.uploads.keys();
  world.stores.uploads.update(key, (record) => record && { ...record, status: "planned" });
  expect(faults()).toContain("planned for ever");
  world.stores.uploads.delete(key);
  expect(faults()).toContain("has no record");
});

test("an upload that says superseded though nothing newer is there", () => {
  const newest = world.files.findLast(({ key }) => key.includes(ROSTER));
  const key = `14.03/${newest?.uploadId}`;
  world.stores.uploads.update(key, (record) => record && { ...record, status: "superseded" });
  expect(faults()).toContain("no newer whole list is there");
});

test("rows and workers that do not balance", () => {
  const key = `receipts/${ROSTER}/${world.files[0]?.uploadId}.json`;
  const receipt = JSON.parse(new TextDecoder().decode(world.stores.receipts.newest(key)?.body));
  world.stores.receipts.put(key, JSON.stringify({ ...receipt, rows: { ...receipt.rows, accepted: 999 } }));
  expect(faults()).toContain("rows do not balance");
  world.stores.receipts.put(key, JSON.stringify({ ...receipt, changes: { ...receipt.changes, enrolled: 999 } }));
  expect(faults()).toContain("instead of");
});

test.each(["covered", "overlap"] as const)("a month whose %s is one too high", (figure) => {
  world.stores.current.update("14.03", (item) => {
    const [first, ...rest] = item?.months ?? [];
    return item && first ? { ...item, months: [{ ...first, [figure]: first[figure] + 1 }, ...rest] } : null;
  });
  expect(faults()).toMatch(figure === "covered" ? /counted/ : /overlap/);
});

test("coverage of heads that have moved on, and a closed month that is missing", () => {
  world.stores.current.update("14.03", (item) => item && { ...item, generation: item.generation - 1 });
  expect(faults()).toContain("not of the present heads");
  const [, second = ""] = world.stores.months.keys();
  world.stores.months.delete(second);
  expect(faults()).toContain("closed months are missing");
});

test("an alert told again under another name, in other words, or never", () => {
  const last = world.stores.alertTopic.findLast((text) => /-t\d+"/.test(text)) ?? "{}";
  world.stores.alertTopic.push(last.replace(/-t\d+"/, '-t999"'));
  expect(faults()).toContain("repeats");
  world.stores.alertTopic.push(last.replace('"severity":"', '"severity":"x'));
  expect(faults()).toContain("in two ways");
  world = sound.fork();
  world.stores.alertTopic.pop();
  expect(faults()).toContain("recorded");
  world.stores.regencyAlerts.update("14.03", (item) => {
    if (!item?.state?.levels.whole.reference) return null;
    const { levels } = item.state;
    const whole = { ...levels.whole, reference: { ...item.state.levels.whole.reference, level: 99 } };
    return { ...item, state: { ...item.state, levels: { ...levels, whole } } };
  });
  expect(faults()).toContain("nobody is told");
});

test("what is foreseen told again with nothing told in between, and rightly after it was told of another month", () => {
  const told = world.stores.alertTopic.findLast((text) => text.includes("coverage.lapsing")) ?? "{}";
  const again = (month: string, ticket: number): string =>
    told.replace(/"month":"[^"]+"/, `"month":"${month}"`).replace(/-t\d+"/, `-t${ticket}"`);
  const onlyRepeats = (): readonly string[] =>
    findFaults(evidenceOf(world)).filter((fault) => fault.includes("repeats"));
  world.stores.alertTopic.push(again("2024-11", 900), again("2024-12", 901), again("2024-11", 902));
  expect(onlyRepeats()).toEqual([]);
  world.stores.alertTopic.push(again("2024-11", 903));
  expect(onlyRepeats()).toHaveLength(1);
});

test("a warning that names a word before it which told otherwise, or whose parts do not make the difference", () => {
  const text = world.stores.alertTopic.findLast((one) => one.includes("coverage.lapsing")) ?? "{}";
  const first: { readonly alertId: string; readonly before: number; readonly after: number } = JSON.parse(text);
  const names = (after: number, workers: number): string => {
    world = sound.fork();
    const lastTold = { ...first, after, parts: [{ workers }] };
    world.stores.alertTopic.push(
      JSON.stringify({ ...first, alertId: first.alertId.replace(/-t\d+$/, "-t999"), after: first.after + 1, lastTold }),
    );
    return faults();
  };
  expect(names(first.after, 1)).not.toContain("told otherwise");
  expect(names(first.after, 2)).toContain("told otherwise");
  expect(names(first.after + 1, 0)).toContain("told otherwise");
});

test("a NIK in a log, in a table, in a receipt", () => {
  const nik = /^\d{16}/m.exec(world.files[0]?.body ?? "")?.[0] ?? "";
  world.logged.push(`{"code":"x${nik}"}`);
  expect(faults()).toContain("a NIK stands in a message or a log");
  world = sound.fork();
  world.stores.receipts.put("receipts/x.html", `<p>${nik}</p>`);
  expect(faults()).toContain("a NIK stands in receipts/x.html");
});

test("a message that is never done", () => {
  world.queues["coverage-updates"].send("{}");
  expect(faults()).toContain("never done");
});
