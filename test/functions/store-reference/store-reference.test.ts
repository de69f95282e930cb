// The use case in a world whose every effect can fail, before or after it was done: repeated until it succeeds, it leaves the same world.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreementFile } from "#events/agreement-file.ts";
import type { CoverageUpdate } from "#events/coverage-update.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { StoreReferencePorts } from "#functions/store-reference/needs.ts";
import { storeReference } from "#functions/store-reference/store-reference.ts";
import { type AgreementHistory, withSent } from "#shared/domain/reference/agreement-history.ts";
import { figureName, type ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { NO_REFERENCE } from "#shared/domain/reference/regency-reference.ts";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";

const RIAU = provinceCode("14");
const BENGKALIS = regencyCode("14.03");
const SIAK = regencyCode("14.08");

function eventOf(key: string, time = "2023-02-01T02:00:00Z"): ObjectCreatedEvent {
  const object = { key, etag: "e", sequencer: "01", "version-id": time };
  return { "detail-type": "Object Created", source: "aws.s3", time, detail: { bucket: { name: "b" }, object } };
}

class Broken extends Error {}

/** @param failAt the number of the effect that fails, from 0; it was done all the same when `after` is set */
function world(reading: ReferenceReading, failAt = Number.POSITIVE_INFINITY, after = false) {
  const figures = new Map<string, { readonly order: UploadOrder; readonly figure: ReferenceFigure }>();
  const histories = new Map<string, AgreementHistory>();
  const receipts = new Map<string, ReferenceReceipt>();
  const updates: CoverageUpdate[] = [];
  const announced: string[] = [];
  let effects = 0;
  async function effect<T>(does: () => T): Promise<T> {
    const fails = effects === failAt;
    effects += 1;
    if (fails && !after) throw new Broken();
    const outcome = does();
    if (fails) throw new Broken();
    return outcome;
  }
  const ports: StoreReferencePorts = {
    objects: { open: async () => ({ metadata: {}, body: (async function* () {})() }) },
    reader: { read: async () => reading },
    reference: {
      ofRegency: async () => NO_REFERENCE,
      claims: async () => [],
      put: (figure, order) =>
        effect(() => {
          const name = `${figure.regency} ${figureName(figure)}`;
          const before = figures.get(name);
          if (before !== undefined && before.order > order) return "superseded";
          figures.set(name, { order, figure });
          return "applied";
        }),
      addAgreement: ({ slug }, sent) =>
        effect(() => {
          const history = withSent(histories.get(slug) ?? [], sent);
          histories.set(slug, history);
          return history;
        }),
    },
    receipts: {
      read: async (key) => receipts.get(key) ?? null,
      write: (key, receipt) => effect(() => void receipts.set(key, receipt)),
      announce: (key, receipt) => effect(() => void announced.push(`${key} ${receipt.status}`)),
    },
    coverage: { regencies: async () => [BENGKALIS] },
    coverageUpdates: { send: (messages) => effect(() => void updates.push(...messages)) },
    log: () => {},
  };
  const state = () => ({ figures: [...figures], histories: [...histories], receipts: [...receipts] });
  return { ports, state, updates, announced, effects: () => effects };
}

const TABLE: ReferenceReading = {
  kind: "table",
  rows: 2,
  file: [],
  problems: [],
  figures: [BENGKALIS, SIAK].map((regency) => ({
    kind: "workforce",
    regency,
    figure: { workers: 1_000, denominator: "penduduk-bekerja", year: 2022, source: "BPS" },
  })),
};
const AGREEMENT: ReferenceReading = {
  kind: "agreement",
  rows: 1,
  file: [],
  problems: [],
  content: agreementFile.parse(JSON.parse(readFileSync("data/14/agreements/14.03/apbd-2022.json", "utf8"))),
};

describe.each([
  ["a table", "workforce/2022.csv", TABLE],
  ["an agreement", "agreements/14.03/apbd-2022.json", AGREEMENT],
])("%s", (_, key, reading) => {
  const event = eventOf(key);
  const update = { type: "coverage-update", regency: BENGKALIS, asOf: "2023-02-01", cause: "reference" };

  test("is stored, its regency looked at where it has a roster, and its receipt told", async () => {
    const { ports, state, updates, announced } = world(reading);
    await storeReference(ports, RIAU, event);
    expect(updates).toEqual([update]);
    expect(state().receipts).toMatchObject([[expect.any(String), { status: "applied" }]]);
    expect(announced).toHaveLength(1);
  });

  test.each([false, true])("may die at any effect (after it: %s): the next try leaves the same", async (after) => {
    const whole = world(reading);
    await storeReference(whole.ports, RIAU, event);
    for (let failAt = 0; failAt < whole.effects(); failAt += 1) {
      const { ports, state, updates, announced } = world(reading, failAt, after);
      await expect(storeReference(ports, RIAU, event)).rejects.toThrow(Broken);
      await storeReference(ports, RIAU, event);
      expect(state()).toEqual(whole.state());
      expect(updates).toContainEqual(update);
      expect(announced.length).toBeGreaterThan(0);
      expect(new Set(announced).size).toBe(1);
    }
  });
});

test("what is wrong is refused, and nothing is stored or looked at", async () => {
  const { ports, state, updates } = world({ kind: "refused", rows: 3, file: [], problems: [] });
  await storeReference(ports, RIAU, eventOf("workforce/2022.csv"));
  expect(state()).toMatchObject({
    figures: [],
    histories: [],
    receipts: [[expect.any(String), { status: "refused" }]],
  });
  expect(updates).toEqual([]);
});

test("an event of another kind, or of an object elsewhere, is let go", async () => {
  const { ports, state } = world(TABLE);
  await storeReference(ports, RIAU, { ...eventOf("workforce/2022.csv"), "detail-type": "Object Deleted" });
  await storeReference(ports, RIAU, eventOf("rosters/14.03/rentan/a/b.csv"));
  expect(state().receipts).toEqual([]);
});
