// Two that decide about one regency at once: what is told is what is remembered.
import { expect, test } from "vitest";
import { alert as alertSchema } from "#events/alert.ts";
import { coverageChange } from "#events/coverage-change.ts";
import changeSample from "#events/samples/coverage-change.json" with { type: "json" };
import refusedSample from "#events/samples/upload-refused.json" with { type: "json" };
import { uploadRefused } from "#events/upload-outcome.ts";
import { type EmitAlertsPorts, emitAlerts } from "#functions/emit-alerts/emit-alerts.ts";
import type { Effect } from "#shared/adapters/memory/effect.ts";
import { MemoryAlertRecords } from "#shared/adapters/memory/memory-alert-records.ts";
import { MemoryAlertStates } from "#shared/adapters/memory/memory-alert-states.ts";
import { MemoryAlertTopic } from "#shared/adapters/memory/memory-alert-topic.ts";
import { MemoryHeads } from "#shared/adapters/memory/memory-heads.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import { MemoryUploads } from "#shared/adapters/memory/memory-uploads.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { RULES } from "#test/simulation/world/settings.ts";

const SETTINGS = { province: provinceCode("14"), rules: RULES };
const REFUSED = uploadRefused.parse(refusedSample);
const SAMPLE = coverageChange.parse(changeSample);

/** The regency at a level, at a day's close. */
const changeTo = (workers: number, ticket: number) => ({
  ...SAMPLE,
  ticket,
  closing: true,
  agreements: [],
  targets: [],
  overlap: [],
  segments: {},
  rosters: [],
  covered: [[month("2022-02"), workers] as const],
});

interface Emitting {
  readonly ports: EmitAlertsPorts;
  readonly topic: string[];
  readonly records: MemoryTable<Alert>;
}

function emitting(before: (effect: string, emitting: Emitting) => Promise<void> | void = () => {}): Emitting {
  const topic: string[] = [];
  const records = new MemoryTable<Alert>();
  const effect: Effect = async (name, run) => {
    await before(name, self);
    return run();
  };
  const self: Emitting = {
    topic,
    records,
    ports: {
      regencies: new MemoryAlertStates(new MemoryTable(), effect),
      provinces: new MemoryAlertStates(new MemoryTable(), effect),
      records: new MemoryAlertRecords(records, effect),
      topic: new MemoryAlertTopic(topic, effect),
      uploads: new MemoryUploads(new MemoryTable(), effect),
      heads: new MemoryHeads({ heads: new MemoryTable(), versions: new MemoryTable() }, effect),
      log: () => {},
    },
  };
  return self;
}

const toldBy = ({ topic }: Emitting): readonly string[] =>
  topic
    .map((text) => alertSchema.parse(JSON.parse(text)))
    .map((alert) => ("change" in alert ? `${alert.scope} ${alert.kind} ${alert.change}` : alert.kind));

test("an alert is told after it is remembered: whoever was overtaken looks again, and tells nothing of what he had decided", async () => {
  let overtaken = false;
  const emit = emitting(async (effect, self) => {
    if (effect !== "alerts.save" || !prepared || overtaken) return;
    overtaken = true;
    // A newer fold, in which the fall is made good, is decided meanwhile.
    await emitAlerts(self.ports, SETTINGS, changeTo(10_000, 3));
  });
  let prepared = false;
  await emitAlerts(emit.ports, SETTINGS, changeTo(10_000, 1));
  prepared = true;
  await emitAlerts(emit.ports, SETTINGS, changeTo(9_000, 2));
  expect(overtaken).toBe(true);
  expect(toldBy(emit)).toEqual([]);
});

test("a fall is told once, and what could not be published is told with the next message", async () => {
  let failing = false;
  const emit = emitting((effect) => {
    if (failing && effect === "alerts.publish") throw new Error("no connection");
  });
  await emitAlerts(emit.ports, SETTINGS, changeTo(10_000, 1));
  failing = true;
  await expect(emitAlerts(emit.ports, SETTINGS, changeTo(9_000, 2))).rejects.toThrow("no connection");
  failing = false;
  await emitAlerts(emit.ports, SETTINGS, changeTo(9_000, 3));
  await emitAlerts(emit.ports, SETTINGS, changeTo(9_000, 4));
  expect(toldBy(emit)).toEqual(["regency coverage.dropped -1000"]);
  expect(emit.records.keys()).toHaveLength(1);
});

test("refusals of files that name no regency are forgotten after a month, so that what is remembered of the province stays small", async () => {
  const emit = emitting();
  const refusedOn = (asOf: string, uploadId: string) => ({
    ...REFUSED,
    regency: null,
    roster: null,
    uploadId,
    asOf: day(asOf),
  });
  for (const [asOf, uploadId] of [
    ["2024-01-01", "a"],
    ["2024-01-20", "b"],
    ["2024-02-01", "c"],
    ["2024-02-01", "c"],
  ] as const) {
    await emitAlerts(emit.ports, SETTINGS, refusedOn(asOf, uploadId));
  }
  expect(toldBy(emit)).toEqual(["roster.refused", "roster.refused", "roster.refused"]);
  const { state } = await emit.ports.provinces.read(SETTINGS.province);
  expect(state?.standing.map(({ key }) => key)).toEqual(["roster.refused/b", "roster.refused/c"]);
});
