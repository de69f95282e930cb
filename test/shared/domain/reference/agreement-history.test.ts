import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, type Month, month, monthText } from "#shared/domain/month.ts";
import type { AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { type AgreementContent, overlapping } from "#shared/domain/reference/agreement-content.ts";
import {
  type AgreementHistory,
  agreementOf,
  fateOf,
  type SentAgreement,
  withSent,
} from "#shared/domain/reference/agreement-history.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";

const NAME = { regency: regencyCode("14.08"), slug: "pemkab-siak" };

function period(first: string, last: string, workers: number | null = null): AgreementPeriod {
  const rest = { budgetRupiah: null, budgetSource: "APBD", legalBasis: [], source: "berita" } as const;
  return { first: month(first), last: month(last), plannedWorkers: workers, ...rest };
}

function sent(day: number, periods: readonly AgreementPeriod[], sponsor = "Pemkab Siak"): SentAgreement {
  const content: AgreementContent = {
    sponsor,
    segment: "non-asn",
    programmes: ["jkk", "jkm"],
    rosters: [],
    reporting: null,
    contact: { office: "Distransnaker", email: null },
    periods,
  };
  const at = `2022-01-${String(day).padStart(2, "0")}T01:00:00Z`;
  return { order: uploadOrder(at, "agreements/14.08/pemkab-siak.json", "1"), uploadId: `upload-${day}`, content };
}

const historyOf = (...all: readonly SentAgreement[]): AgreementHistory =>
  all.reduce<AgreementHistory>((history, one) => withSent(history, one), []);
const periodsOf = (history: AgreementHistory): readonly string[] =>
  (agreementOf(NAME, history)?.periods ?? []).map(
    ({ first, last, plannedWorkers }) => `${monthText(first)}/${monthText(last)} ${plannedWorkers}`,
  );

describe("an agreement", () => {
  test("is none before its first file", () => {
    expect(agreementOf(NAME, [])).toBeNull();
  });

  test("keeps its periods when it is renewed, whichever file arrives first", () => {
    const [first, renewal] = [sent(1, [period("2021-01", "2021-12", 7_753)]), sent(2, [period("2022-01", "2022-12")])];
    const expected = ["2021-01/2021-12 7753", "2022-01/2022-12 null"];
    expect(periodsOf(historyOf(first, renewal))).toEqual(expected);
    expect(historyOf(renewal, first)).toEqual(historyOf(first, renewal));
    expect(fateOf(historyOf(first, renewal), renewal.order)).toBe("applied");
  });

  test("takes a period that is sent again in place of that one only, and who pays from the newest file", () => {
    const old = sent(1, [period("2021-01", "2021-12", 10), period("2022-01", "2022-12", 20)], "Lama");
    const newer = sent(2, [period("2022-01", "2022-06", 30)], "Baru");
    const history = historyOf(newer, old);
    expect(periodsOf(history)).toEqual(["2021-01/2021-12 10", "2022-01/2022-06 30"]);
    expect(agreementOf(NAME, history)?.sponsor).toBe("Baru");
    expect(fateOf(history, old.order)).toBe("applied");
  });

  test("refuses a file whose periods would overlap with older ones, whole and without a trace in what is shown", () => {
    const old = sent(1, [period("2021-01", "2021-12", 10)]);
    const bad = sent(2, [period("2021-12", "2022-12", 20), period("2023-01", "2023-12", 30)], "Lain");
    for (const history of [historyOf(old, bad), historyOf(bad, old)]) {
      expect(periodsOf(history)).toEqual(["2021-01/2021-12 10"]);
      expect(agreementOf(NAME, history)?.sponsor).toBe("Pemkab Siak");
      expect(fateOf(history, bad.order)).toMatchObject({ overlap: [{ plannedWorkers: 10 }, { plannedWorkers: 20 }] });
      expect(fateOf(history, old.order)).toBe("applied");
    }
  });

  test("that is told again is unchanged, and what newer files have said anew is superseded", () => {
    const one = sent(1, [period("2021-01", "2021-12", 10)]);
    const same = sent(2, [period("2021-01", "2021-12", 10)]);
    const other = sent(3, [period("2021-01", "2021-12", 11)]);
    const history = historyOf(one, same, other);
    expect(history.map(({ order }) => fateOf(history, order))).toEqual(["superseded", "unchanged", "applied"]);
    expect(() => fateOf([], one.order)).toThrow(RangeError);
  });
});

const START = month("2021-01");
const anyPeriod = fc
  .record({ from: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 0, max: 8 }), workers: fc.nat(3) })
  .map(({ from, length, workers }) => {
    const first: Month = addMonths(START, from);
    return period(monthText(first), monthText(addMonths(first, length)), workers + 1);
  });
/** Files as they pass the checks: their own periods do not overlap. */
const anyFiles = fc
  .array(
    fc.array(anyPeriod, { minLength: 1, maxLength: 3 }).filter((periods) => overlapping(periods) === null),
    { minLength: 1, maxLength: 6 },
  )
  .map((files) => files.map((periods, index) => sent(index + 1, periods, `Sponsor ${index % 2}`)));

describe("files in any order, any number of times", () => {
  test("give the same item and the same fates", () => {
    const arrivals = anyFiles.chain((files) =>
      fc.record({
        files: fc.constant(files),
        order: fc.shuffledSubarray(files, { minLength: files.length }),
        again: fc.array(fc.constantFrom(...files), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({ files, order, again }) => {
        const expected = historyOf(...files);
        expect(historyOf(...order, ...again)).toEqual(expected);
        expect(historyOf(...again, ...order)).toEqual(expected);
        expect(agreementOf(NAME, expected)?.periods.length).toBeGreaterThan(0);
      }),
    );
  });

  test("never overlap, and every period is what the newest file that was taken says of it", () => {
    fc.assert(
      fc.property(anyFiles, (files) => {
        const history = historyOf(...files);
        const periods = agreementOf(NAME, history)?.periods ?? [];
        expect(overlapping(periods)).toBeNull();
        const taken = files.filter(({ order }) => typeof fateOf(history, order) !== "object");
        const told = taken.flatMap(({ content }) => content.periods);
        const newest = new Map(told.map((one) => [one.first, one]));
        expect(periods).toEqual([...newest.values()].sort((a, b) => a.first - b.first));
      }),
    );
  });
});
