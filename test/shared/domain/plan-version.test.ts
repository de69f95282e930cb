import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import type { Enrolment } from "#shared/domain/enrolment.ts";
import { bytesOfHex } from "#shared/domain/hex.ts";
import { EARLIEST_MONTH, laterMonth, type Month, month, monthOfDay, monthText } from "#shared/domain/month.ts";
import { NO_ENROLMENTS, type PackedEnrolments, unpack } from "#shared/domain/packed-enrolments.ts";
import { planVersion, type RosterFile } from "#shared/domain/plan-version.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { NO_WORKERS, workerIds } from "#shared/domain/worker-ids.ts";
import { anyMonth, anyRoster, enrolment, FIRST, workerId } from "./arbitraries.ts";

const AS_OF = day("2023-06-15");
const NOW = monthOfDay(AS_OF);

const file = (list: readonly Enrolment[], over: Partial<RosterFile> = {}): RosterFile => ({
  mode: "full",
  enrolments: pack(list),
  kept: NO_WORKERS,
  from: null,
  ...over,
});
const idsOf = (workers: readonly string[]) => workerIds(bytesOfHex(workers.join("")));
const plan = (base: readonly Enrolment[], roster: RosterFile, asOf = "2023-06-15", withhold = false) =>
  planVersion(pack(base), roster, day(asOf), withhold);
const said = (table: PackedEnrolments): string[] =>
  unpack(table).map(
    (e) => `${e.worker.slice(0, 2)} ${monthText(e.first)}..${monthText(e.last)}${e.employer && ` ${e.employer}`}`,
  );

describe("a full file", () => {
  test("for a new roster enrols all it names, from their own first months on", () => {
    const { content, changes } = plan([], file([enrolment(1, "2023-01", "2023-12"), enrolment(2, "2023-06", "")]));
    expect(said(content)).toEqual(["01 2023-01..2023-12", "02 2023-06.."]);
    expect(changes).toEqual({ enrolled: 2, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 });
  });

  test("with next year's months leaves this year's alone, as one range", () => {
    const base = [enrolment(1, "2021-01", "2021-12")];
    const { content, changes, from } = plan(base, file([enrolment(1, "2022-01", "2022-12")]), "2021-12-21");
    expect(said(content)).toEqual(["01 2021-01..2022-12"]);
    expect(changes.changed).toBe(1);
    expect(monthText(from)).toBe("2022-01");
  });

  test("no longer naming a worker ends him from the month of the upload on; months before stay", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "")];
    const { content, changes } = plan(base, file([enrolment(1, "2023-01", "")]));
    expect(said(content)).toEqual(["01 2023-01..", "02 2023-01..2023-05"]);
    expect(changes).toMatchObject({ unchanged: 1, ended: 1 });
  });

  test("no longer naming a worker whose protection is over already ends nobody", () => {
    const { content, changes, differs } = plan(
      [enrolment(1, "2022-01", "2022-12")],
      file([enrolment(2, "2023-06", "")]),
    );
    expect(said(content)).toEqual(["01 2022-01..2022-12", "02 2023-06.."]);
    expect(changes).toMatchObject({ enrolled: 1, ended: 0 });
    expect(differs).toBe(true);
  });

  test("with a rejected row keeps that worker as he was", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "")];
    const { content, changes } = plan(base, file([enrolment(1, "2023-01", "")], { kept: idsOf([workerId(2)]) }));
    expect(said(content)).toEqual(["01 2023-01..", "02 2023-01.."]);
    expect(changes).toMatchObject({ unchanged: 1, kept: 1, ended: 0 });
  });

  test("with a rejected and an accepted row of one worker keeps his other job", () => {
    const base = [enrolment(1, "2023-01", "", { employer: "A" }), enrolment(1, "2023-01", "", { employer: "B" })];
    const { content, changes } = plan(
      base,
      file([enrolment(1, "2023-01", "", { employer: "A" })], { kept: idsOf([workerId(1)]) }),
    );
    expect(said(content)).toEqual(["01 2023-01.. A", "01 2023-01.. B"]);
    expect(changes).toMatchObject({ unchanged: 1, kept: 0, ended: 0 });
  });

  test("whose removals are withheld ends nobody", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", ""), enrolment(3, "2022-01", "2022-12")];
    const { content, changes } = plan(base, file([enrolment(1, "2023-01", "")]), "2023-06-15", true);
    expect(said(content)).toEqual(["01 2023-01..", "02 2023-01..", "03 2022-01..2022-12"]);
    expect(changes).toMatchObject({ ended: 0, withheld: 1 });
  });

  const over = [enrolment(1, "2022-01", "2023-03", { basisRupiah: 2 })];

  test("naming a worker only with months that are over ends him, and changes him", () => {
    const { content, changes } = plan([enrolment(1, "2023-01", "")], file(over));
    expect(said(content)).toEqual(["01 2022-01..2022-12", "01 2023-01..2023-05"]);
    expect(changes).toEqual({ enrolled: 0, changed: 1, unchanged: 0, kept: 0, ended: 1, withheld: 0, notFound: 0 });
  });

  test("whose removals are withheld leaves such a worker exactly as he was", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "2023-05")];
    const { content, changes, differs } = plan(
      base,
      file([...over, enrolment(2, "2023-01", "2023-05")]),
      "2023-06-15",
      true,
    );
    expect(said(content)).toEqual(["01 2023-01..", "02 2023-01..2023-05"]);
    expect(changes).toEqual({ enrolled: 0, changed: 0, unchanged: 2, kept: 0, ended: 0, withheld: 1, notFound: 0 });
    expect(differs).toBe(false);
  });

  test("leaving a worker a single month from now on changes him, also where removals are withheld", () => {
    const base = [enrolment(1, "2023-01", "")];
    for (const withhold of [false, true]) {
      const { content, changes } = plan(base, file([enrolment(1, "2023-01", "2023-06")]), "2023-06-15", withhold);
      expect(said(content)).toEqual(["01 2023-01..2023-06"]);
      expect(changes).toMatchObject({ changed: 1, ended: 0, withheld: 0 });
    }
  });

  test("naming a worker with months that are over, as they have been already, ends nobody", () => {
    const { changes } = plan([enrolment(1, "2022-01", "2022-12")], file([enrolment(1, "2022-01", "2022-11")]));
    expect(changes).toMatchObject({ unchanged: 1, ended: 0 });
  });

  test("said to hold from a later month ends whom it names only with months before that", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "2023-08")];
    const list = [enrolment(1, "2023-06", "2023-08"), enrolment(2, "2023-06", "2023-07")];
    const { content, changes } = plan(base, file(list, { from: month("2023-09") }));
    expect(said(content)).toEqual(["01 2023-01..2023-08", "02 2023-01..2023-08"]);
    expect(changes).toMatchObject({ changed: 1, unchanged: 1, ended: 1 });
  });

  test("with a rejected row besides one of months that are over ends nobody", () => {
    const { changes } = plan([enrolment(1, "2023-01", "")], file(over, { kept: idsOf([workerId(1)]) }));
    expect(changes).toMatchObject({ changed: 1, ended: 0 });
  });

  test("said to hold from an earlier month corrects the past from there", () => {
    const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "")];
    const { content, changes } = plan(base, file([enrolment(1, "2023-01", "")], { from: month("2023-03") }));
    expect(said(content)).toEqual(["01 2023-01..", "02 2023-01..2023-02"]);
    expect(changes.ended).toBe(1);
  });

  test("with months before F of which the base says nothing adds them, and never changes what the base says", () => {
    const base = [enrolment(1, "2023-03", "", { basisRupiah: 1 })];
    const { content } = plan(base, file([enrolment(1, "2023-01", "", { basisRupiah: 2 })]));
    expect(unpack(content).map((e) => [monthText(e.first), monthText(e.last), e.basisRupiah])).toEqual([
      ["2023-01", "2023-02", 2],
      ["2023-03", "2023-05", 1],
      ["2023-06", "", 2],
    ]);
  });
});

test("F is the earliest first month of a file whose rows all begin later, whatever their order", () => {
  const firsts = ["2023-09", "2023-08", "2023-10"];
  const rows = firsts.map((first, place) => enrolment(place + 1, first, ""));
  expect(monthText(plan([enrolment(9, "2023-01", "")], file(rows)).from)).toBe("2023-08");
  expect(monthText(plan([], file(rows.toReversed())).from)).toBe("2023-08");
});

test("those who could lose a month are counted: not whose protection is over, nor who is new", () => {
  const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "2023-06"), enrolment(3, "2023-01", "2023-05")];
  expect(plan(base, file([enrolment(1, "2023-01", ""), enrolment(4, "2023-06", "")])).endable).toBe(2);
});

test("an add file keeps the months from F on that it does not name", () => {
  const base = [enrolment(1, "2023-01", "2024-12", { basisRupiah: 1 })];
  const { content } = plan(base, file([enrolment(1, "2023-08", "2023-09", { basisRupiah: 2 })], { mode: "add" }));
  expect(unpack(content).map((e) => [monthText(e.first), monthText(e.last), e.basisRupiah])).toEqual([
    ["2023-01", "2023-07", 1],
    ["2023-08", "2023-09", 2],
    ["2023-10", "2024-12", 1],
  ]);
});

test("an add file changes only those it names", () => {
  const base = [enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "2023-12")];
  const { content, changes } = plan(
    base,
    file([enrolment(2, "2023-01", "2024-12"), enrolment(3, "2023-06", "")], { mode: "add" }),
  );
  expect(said(content)).toEqual(["01 2023-01..", "02 2023-01..2024-12", "03 2023-06.."]);
  expect(changes).toEqual({ enrolled: 1, changed: 1, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 });
});

describe("an end file", () => {
  const base = [
    enrolment(1, "2023-01", "", { employer: "A" }),
    enrolment(1, "2023-01", "", { employer: "B" }),
    enrolment(2, "2023-01", "2023-12"),
    enrolment(3, "2022-01", "2022-12"),
  ];
  const row = (worker: number, last: string, over: Partial<Enrolment> = {}): Enrolment => ({
    ...enrolment(worker, "2023-01", last, over),
    first: EARLIEST_MONTH,
  });

  test("ends those it names, from the month of the upload on, and nobody else", () => {
    const { content, changes } = plan(base, file([row(2, "")], { mode: "end" }));
    expect(said(content)).toEqual(["01 2023-01.. A", "01 2023-01.. B", "02 2023-01..2023-05", "03 2022-01..2022-12"]);
    expect(changes).toEqual({ enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 1, withheld: 0, notFound: 0 });
  });

  test("ends after the month it names, even a past one", () => {
    const { content } = plan(base, file([row(2, "2023-02")], { mode: "end" }));
    expect(said(content)).toContain("02 2023-01..2023-02");
  });

  test("ends one employer where it names one", () => {
    const { content } = plan(base, file([row(1, "2023-08", { employer: "A" })], { mode: "end" }));
    expect(said(content).slice(0, 2)).toEqual(["01 2023-01..2023-08 A", "01 2023-01.. B"]);
  });

  test("ends all employers where it names none", () => {
    const { content } = plan(base, file([row(1, "2023-08")], { mode: "end" }));
    expect(said(content).slice(0, 2)).toEqual(["01 2023-01..2023-08 A", "01 2023-01..2023-08 B"]);
  });

  test("of a roster that has nobody finds nobody, and enrols nobody", () => {
    const { content, changes, differs } = plan([], file([row(1, "")], { mode: "end" }));
    expect(said(content)).toEqual([]);
    expect(changes).toMatchObject({ enrolled: 0, ended: 0, notFound: 1 });
    expect(differs).toBe(false);
  });

  test("counts those who have nothing to end as not found", () => {
    const { changes, differs } = plan(base, file([row(3, ""), row(9, "")], { mode: "end" }));
    expect(changes).toMatchObject({ ended: 0, notFound: 2 });
    expect(differs).toBe(false);
  });
});

// A base is a version of an earlier file: the planner has joined its ranges.
const anyBase = anyRoster.map((list) => planVersion(NO_ENROLMENTS, file(list), day("2022-12-01"), false).content);
const anyFile = fc.record({
  list: anyRoster,
  from: fc.option(anyMonth),
  kept: fc.array(fc.integer({ min: 1, max: 12 }).map(workerId), { maxLength: 3 }),
  withhold: fc.boolean(),
  mode: fc.constantFrom("full" as const, "full" as const, "add" as const),
});
const fileOf = (f: {
  list: readonly Enrolment[];
  kept: string[];
  from: Month | null;
  mode: "full" | "add";
}): RosterFile => file(f.list, { kept: idsOf(f.kept), from: f.from, mode: f.mode });

/** worker, employer and month → terms: what a table says, month by month up to three years on. */
function monthByMonth(list: readonly Enrolment[]): Map<string, string> {
  const says = new Map<string, string>();
  for (const e of list) {
    for (let at = e.first; at <= Math.min(e.last, FIRST + 40); at = (at + 1) as Month) {
      const key = `${e.worker} ${e.employer} ${at}`;
      if (says.has(key)) throw new Error(`two ranges of one worker and employer share ${monthText(at)}`);
      says.set(key, `${e.programmes} ${e.basisRupiah} ${e.occupation} ${e.riskClass}`);
    }
  }
  return says;
}
const monthIn = (key: string): number => Number(key.split(" ").at(-1));
const workersFrom = (table: PackedEnrolments, first: Month): ReadonlySet<string> =>
  new Set(
    [...monthByMonth(unpack(table)).keys()].filter((key) => monthIn(key) >= first).map((key) => key.slice(0, 32)),
  );

describe("for any base and file", () => {
  test("ranges of one worker and employer never overlap, and rows are sorted", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const { content } = planVersion(base, fileOf(f), AS_OF, f.withhold);
        const list = unpack(content);
        monthByMonth(list);
        const keys = list.map((e) => `${e.worker} ${e.first} ${e.employer}`);
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });

  test("what the base says of months before F stays", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const roster = fileOf({ ...f, mode: "full" });
        const { content, from } = planVersion(base, roster, AS_OF, false);
        const before = monthByMonth(unpack(base));
        const after = monthByMonth(unpack(content));
        // A worker with a rejected row besides an accepted one takes the file's word for the months that it names.
        for (const [key, terms] of before) {
          const [worker = ""] = key.split(" ");
          if (monthIn(key) < from && !roster.kept.has(bytesOfHex(worker))) expect(after.get(key)).toBe(terms);
        }
      }),
    );
  });

  test("a full file without rejected rows is the whole truth from F on", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const { content, from } = planVersion(base, fileOf({ ...f, mode: "full", kept: [] }), AS_OF, false);
        const fromF = (list: readonly Enrolment[]) =>
          [...monthByMonth(list)].filter(([key]) => monthIn(key) >= from).sort();
        expect(fromF(unpack(content))).toEqual(fromF(f.list));
      }),
    );
  });

  test("changes add up: accepted workers are enrolled, changed or unchanged; ended is who has no month left from now on", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const { changes, differs, content, from } = planVersion(base, fileOf(f), AS_OF, f.withhold);
        const named = new Set(f.list.map((e) => e.worker));
        expect(changes.enrolled + changes.changed + changes.unchanged).toBe(named.size);
        const losing = laterMonth(from, NOW);
        const after = workersFrom(content, losing);
        const lost = [...workersFrom(base, losing)].filter((worker) => !after.has(worker));
        expect(changes.ended).toBe(lost.length);
        if (f.withhold || f.mode === "add") expect(changes.ended).toBe(0);
        expect(differs).toBe(JSON.stringify(unpack(content)) !== JSON.stringify(unpack(base)));
      }),
    );
  });

  test("removals that are withheld leave whom the file would end as they were, and all others as the file says", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const roster = fileOf({ ...f, mode: "full" });
        const applied = planVersion(base, roster, AS_OF, false);
        const withheld = planVersion(base, roster, AS_OF, true);
        const losing = laterMonth(applied.from, NOW);
        const goOn = workersFrom(applied.content, losing);
        const ended = new Set([...workersFrom(base, losing)].filter((worker) => !goOn.has(worker)));
        const named = new Set<string>(f.list.map((e) => e.worker));
        const part = (table: PackedEnrolments, isMeant: (worker: string) => boolean) =>
          unpack(table).filter(({ worker }) => isMeant(worker));
        expect(part(withheld.content, (worker) => ended.has(worker))).toEqual(
          part(base, (worker) => ended.has(worker)),
        );
        const goesOn = (worker: string) => named.has(worker) && !ended.has(worker);
        expect(part(withheld.content, goesOn)).toEqual(part(applied.content, goesOn));
        const moved = [...ended].filter((worker) => named.has(worker)).length;
        expect(withheld.changes).toEqual({
          ...applied.changes,
          changed: applied.changes.changed - moved,
          unchanged: applied.changes.unchanged + moved,
          ended: 0,
          withheld: ended.size,
        });
      }),
    );
  });

  test("the same file again changes nothing", () => {
    fc.assert(
      fc.property(anyBase, anyFile, (base, f) => {
        const once = planVersion(base, fileOf(f), AS_OF, false);
        const again = planVersion(once.content, fileOf(f), AS_OF, false);
        expect(again.differs).toBe(false);
        expect(again.changes).toMatchObject({ enrolled: 0, changed: 0, ended: 0 });
      }),
    );
  });
});

test("planned on nothing, a file says what it says on a base that has another worker, who stays", () => {
  fc.assert(
    fc.property(anyRoster, fc.constantFrom("full", "add"), (list, mode) => {
      const other = enrolment(0xff, "2023-06", "2023-06");
      const onNothing = plan([], file(list, { mode }));
      const beside = plan([other], file([...list, other], { mode, from: FIRST }));
      expect(unpack(onNothing.content)).toEqual(unpack(beside.content).filter(({ worker }) => worker !== other.worker));
      expect(onNothing.changes.enrolled).toBe(beside.changes.enrolled);
      expect(onNothing.differs).toBe(list.length > 0);
    }),
  );
});
