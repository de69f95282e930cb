// Folding while heads move: what is read is one state of the regency, and the ticket tells how old it is.
import { expect, test } from "vitest";
import type { CoverageChange } from "#events/coverage-change.ts";
import type { CoverageUpdate } from "#events/coverage-update.ts";
import { updateCoverage, updateRegencies } from "#functions/update-coverage/update-coverage.ts";
import type { Effect } from "#shared/adapters/memory/effect.ts";
import { type CoverageTables, MemoryCoverageStore } from "#shared/adapters/memory/memory-coverage-store.ts";
import { type HeadItem, MemoryHeads } from "#shared/adapters/memory/memory-heads.ts";
import { MemoryReference } from "#shared/adapters/memory/memory-reference.ts";
import { MemorySlices, type SliceItem } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryTable } from "#shared/adapters/memory/memory-table.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import type { ReferenceFigure } from "#shared/domain/reference/figure.ts";
import { type RegencyCode, regencyCode } from "#shared/domain/region.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { sliceKey } from "#shared/domain/upload.ts";
import { BATCH, newRoster, order, slice } from "#test/shared/contract/samples.ts";

const WORKFORCE: ReferenceFigure = {
  kind: "workforce",
  regency: regencyCode("14.03"),
  figure: { denominator: "penduduk-bekerja", year: 2022, workers: 250_000, source: "uji" },
};
const ASOF = day("2023-02-01");

/** A province whose roster's versions have as many workers as their number says; `before` is what happens before an effect. */
function provinceOf(before: (effect: string) => Promise<void> | void = () => {}) {
  const table = <Item>() => new MemoryTable<Item>();
  const heads = table<HeadItem>();
  const versions = table<never>();
  const slices = table<SliceItem>();
  const tables: CoverageTables = {
    heads,
    regencies: table(),
    current: table(),
    figures: table(),
    months: table(),
    days: table(),
  };
  const effect: Effect = async (name, run) => {
    await before(name);
    return run();
  };
  const told: CoverageChange[] = [];
  const ports = {
    heads: new MemoryHeads({ heads, versions }, effect),
    slices: new MemorySlices(slices, effect),
    coverage: new MemoryCoverageStore(tables, effect),
    reference: new MemoryReference({ figures: table(), agreements: table() }, effect),
    coverageChanges: { send: async (changes: readonly CoverageChange[]): Promise<void> => void told.push(...changes) },
    log: () => {},
  };
  const undisturbed = { heads: new MemoryHeads({ heads, versions }), slices: new MemorySlices(slices) };
  const roster = newRoster("14.03");
  const apply = async (version: number, at = roster): Promise<void> => {
    const { current: base, taken } = (await undisturbed.heads.nextVersion(at)).head;
    await undisturbed.slices.put(at, version, 0, slice(version));
    const latest = latestFile(ASOF, BATCH.source);
    await undisturbed.heads.move({
      roster: at,
      base,
      version,
      parts: 1,
      order: order(version),
      full: true,
      asOf: ASOF,
      latest,
      keyId: BATCH.keyId,
      taken,
      uploadId: `upload-${version}`,
      withholds: false,
    });
  };
  return { ports, roster, apply, slices, told, covered: () => told.map((it) => stepAt(it.covered, month("2023-02"))) };
}

const message = (regency: RegencyCode): CoverageUpdate => ({
  type: "coverage-update",
  regency,
  asOf: ASOF,
  cause: "roster",
});
const update = { regency: regencyCode("14.03"), asOf: ASOF, closing: false, messages: [] };

test("a slice that is gone means that a head has moved: the heads are read again", async () => {
  let moves = true;
  const province = provinceOf(async (effect) => {
    if (effect !== "slices.read" || !moves) return;
    moves = false;
    await province.apply(5);
    province.slices.delete(sliceKey(province.roster, 2, 0));
  });
  await province.apply(2);
  await updateCoverage(province.ports, update);
  expect(province.covered()).toEqual([5]);
});

test("of two that tell a regency's state the one that has read the newer has the higher ticket", async () => {
  // A workforce figure comes in, and is told by another invocation from beginning to end, just before the first one takes its ticket.
  let others = 0;
  const province = provinceOf(async (effect) => {
    if (effect !== "coverage.take-ticket" || others > 0) return;
    others += 1;
    await province.ports.reference.put(WORKFORCE, order(1));
    await updateCoverage(province.ports, update);
  });
  await province.apply(2);
  await updateCoverage(province.ports, update);
  expect(province.told.map(({ ticket }) => ticket)).toEqual([1, 2]);
  expect(province.told.map(({ workforces }) => workforces.length)).toEqual([1, 1]);
});

test("a regency that fails leaves its own messages for another try, and no others", async () => {
  const province = provinceOf();
  const failing = regencyCode("14.09");
  const ports = {
    ...province.ports,
    reference: {
      ofRegency: async (regency: RegencyCode) => {
        if (regency === failing) throw new Error("no connection");
        return province.ports.reference.ofRegency(regency);
      },
      claims: province.ports.reference.claims.bind(province.ports.reference),
      put: province.ports.reference.put.bind(province.ports.reference),
      addAgreement: province.ports.reference.addAgreement.bind(province.ports.reference),
    },
  };
  const messages = [failing, regencyCode("14.03"), failing].map(message);
  const done: CoverageUpdate[] = [];
  await updateRegencies(
    ports,
    messages,
    (it) => done.push(it),
    () => true,
  );
  expect(done).toEqual([messages[1]]);
});
