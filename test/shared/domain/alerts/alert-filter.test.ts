// Every wish becomes one policy, within what SNS takes, that lets through exactly what was asked for, as the domain matches it and as the emulator does.
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALERT_KINDS, SEVERITIES } from "#shared/domain/alert.ts";
import {
  type AlertFilter,
  combinationsOf,
  type FilterPolicy,
  filterPolicyOf,
  isSamePolicy,
  MOST_COMBINATIONS,
  withRecovery,
} from "#shared/domain/alerts/alert-filter.ts";
import { type Attributes, letsThrough } from "#shared/domain/alerts/lets-through.ts";
import { provinceCode, regenciesOf, regencyCode } from "#shared/domain/region.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";

type FauxqsFilter = {
  matchesFilterPolicy(
    policy: FilterPolicy,
    attributes: Record<string, { DataType: string; StringValue: string }>,
  ): boolean;
};
const packageFile = pathToFileURL(findPackageJSON("fauxqs", import.meta.url) ?? "");
const { matchesFilterPolicy }: FauxqsFilter = await import(new URL("dist/sns/filter.js", packageFile).href);

const EAST_JAVA = provinceCode("35");
const regencies = regenciesOf(EAST_JAVA);

/** A wish in which every key may be left out, short, or long: a province of 38 regencies goes far beyond 150 combinations. */
const anyFilter: fc.Arbitrary<AlertFilter> = fc.record(
  {
    regencies: fc.subarray([...regencies], { minLength: 1 }),
    kinds: fc.subarray([...ALERT_KINDS], { minLength: 1 }),
    segments: fc.subarray([...SEGMENT_CODES], { minLength: 1 }),
    severities: fc.subarray([...SEVERITIES], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const anyAttributes: fc.Arbitrary<Attributes> = fc.record({
  province: fc.constant("35"),
  regency: fc.option(fc.constantFrom(...regencies)),
  kind: fc.constantFrom(...ALERT_KINDS),
  severity: fc.constantFrom(...SEVERITIES),
  segment: fc.option(fc.constantFrom(...SEGMENT_CODES)),
});

function isAskedFor(filter: AlertFilter, { regency, kind, severity, segment }: Attributes): boolean {
  const { regencies: places, kinds, segments, severities } = filter;
  return (
    (places === undefined || places.some((one) => one === regency)) &&
    (kinds === undefined || withRecovery(kinds).some((one) => one === kind)) &&
    (segments === undefined || segment === null || segments.some((one) => one === segment)) &&
    (severities === undefined || severities.some((one) => one === severity))
  );
}

function passesInEmulator(policy: FilterPolicy | null, attributes: Attributes): boolean {
  const named = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [[name, { DataType: "String", StringValue: value }] as const],
  );
  return policy === null || matchesFilterPolicy(policy, Object.fromEntries(named));
}

describe("a filter policy", () => {
  test("lets through exactly what was asked for, whether written out or shortened", () => {
    fc.assert(
      fc.property(anyFilter, fc.array(anyAttributes, { minLength: 20, maxLength: 40 }), (filter, messages) => {
        const policy = filterPolicyOf(EAST_JAVA, filter);
        for (const message of messages) {
          const asked = isAskedFor(filter, message);
          expect(letsThrough(policy, message)).toBe(asked);
          expect(passesInEmulator(policy, message)).toBe(asked);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is one that SNS takes, however much is asked for", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const policy = filterPolicyOf(EAST_JAVA, filter) ?? {};
        expect(Object.keys(policy).length).toBeLessThanOrEqual(5);
        expect(combinationsOf(policy)).toBeLessThanOrEqual(MOST_COMBINATIONS);
        for (const values of Object.values(policy)) expect(values.length).toBeGreaterThan(0);
      }),
    );
  });

  test("is the same for the same wish in another order, so that asking again changes nothing", () => {
    const asked = [regencyCode("35.78"), regencyCode("35.01")];
    const one = filterPolicyOf(EAST_JAVA, { regencies: asked, segments: ["rentan", "bpu"] });
    const other = filterPolicyOf(EAST_JAVA, { regencies: asked.toReversed(), segments: ["bpu", "rentan", "bpu"] });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    const givenBack = { segment: [{ exists: false }, "rentan", "bpu"], regency: ["35.78", "35.01"] };
    expect(isSamePolicy(one, givenBack)).toBe(true);
    expect(isSamePolicy(one, { ...givenBack, regency: ["35.78"] })).toBe(false);
    expect(isSamePolicy(one, { ...givenBack, regency: ["35.78", "35.02"] })).toBe(false);
    expect(isSamePolicy(one, null)).toBe(false);
  });

  test("names what was asked for as long as that fits, and only then what was not", () => {
    const segments = SEGMENT_CODES.slice(0, 3);
    expect(filterPolicyOf(EAST_JAVA, { regencies, segments: segments.slice(0, 2) })).toMatchObject({
      regency: regencies,
    });
    expect(filterPolicyOf(EAST_JAVA, { regencies, segments })).toMatchObject({ regency: [{ exists: true }] });
    expect(
      filterPolicyOf(EAST_JAVA, { regencies: regencies.slice(2), segments: SEGMENT_CODES.slice(0, 5) }),
    ).toMatchObject({
      regency: [{ "anything-but": regencies.slice(0, 2) }],
    });
  });

  test("is none where everything is asked for, and nothing cannot be asked for", () => {
    expect(filterPolicyOf(EAST_JAVA, {})).toBeNull();
    expect(() => filterPolicyOf(EAST_JAVA, { kinds: [] })).toThrow(
      new RangeError("an empty list of kinds asks for nothing"),
    );
  });

  test("names regencies as they are asked for up to exactly as much as SNS takes", () => {
    const thirty = { regencies: regencies.slice(0, 30), segments: SEGMENT_CODES.slice(0, 4) };
    expect(combinationsOf(filterPolicyOf(EAST_JAVA, thirty) ?? {})).toBe(MOST_COMBINATIONS);
  });

  test.each([
    ["severities", { severities: SEVERITIES, kinds: ["roster.held", "roster.refused"] as const }],
    ["segments", { segments: SEGMENT_CODES }],
  ])("leaves out all %s before it writes regencies in another way", (_, everything) => {
    const policy = filterPolicyOf(EAST_JAVA, { regencies: regencies.slice(0, 30), ...everything });
    expect(Object.keys(policy ?? {})).toEqual(["regency", ...("kinds" in everything ? ["kind"] : [])]);
    expect(policy).toMatchObject({ regency: regencies.slice(0, 30) });
  });

  test("without regencies writes segments in another way, and adds no regencies", () => {
    const [left, ...segments] = SEGMENT_CODES;
    const severities = SEVERITIES.slice(0, 2);
    expect(filterPolicyOf(EAST_JAVA, { kinds: ALERT_KINDS, segments, severities })).toEqual({
      kind: ALERT_KINDS,
      segment: [{ "anything-but": [left] }, { exists: false }],
      severity: severities.toSorted(),
    });
  });

  test("never writes another way what was not asked for", () => {
    const kinds = ALERT_KINDS;
    expect(Object.keys(filterPolicyOf(EAST_JAVA, { regencies, kinds }) ?? {})).toEqual(["regency", "kind"]);
  });
});

test("whoever asks for a kind is told when it is over", () => {
  expect(withRecovery(["coverage.dropped"])).toEqual(["coverage.dropped", "coverage.recovered"]);
  expect(withRecovery(["coverage.recovered"])).toEqual(["coverage.recovered"]);
});
