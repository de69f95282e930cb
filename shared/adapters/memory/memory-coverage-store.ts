// The coverage of regencies: `current` is moved to a newer ticket in one conditional step and names the items that hold the figures per roster.
import { type ClosedMonth, closedMonth, type MonthCoverage, type RegencyCoverage } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { type Month, monthText } from "#shared/domain/month.ts";
import { type ProvinceCode, type RegencyCode, regenciesOf } from "#shared/domain/region.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { CoverageStore } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { HeadTables } from "./memory-heads.ts";
import type { MemoryTable } from "./memory-table.ts";

/** All of a stored coverage but the figures per roster, which stand under `{regency}#{ticket}`. */
export interface CurrentItem extends Omit<StoredCoverage, "coverage"> {
  readonly months: readonly MonthCoverage[];
}
export type FiguresItem = Omit<RegencyCoverage, "months">;

export interface CoverageTables extends Pick<HeadTables, "heads"> {
  /** By regency. */
  readonly regencies: MemoryTable<{ readonly ticket: number; readonly asOf: Day }>;
  readonly current: MemoryTable<CurrentItem>;
  readonly figures: MemoryTable<FiguresItem>;
  /** By `{regency}#{yyyy-mm}`. */
  readonly months: MemoryTable<{ readonly generation: number; readonly coverage: ClosedMonth }>;
  /** By province. */
  readonly days: MemoryTable<{ readonly asOf: Day }>;
}

export class MemoryCoverageStore implements CoverageStore {
  readonly #tables: CoverageTables;
  readonly #effect: Effect;

  constructor(tables: CoverageTables, effect: Effect = atOnce) {
    this.#tables = tables;
    this.#effect = effect;
  }

  regencies(province: ProvinceCode): Promise<readonly RegencyCode[]> {
    return this.#effect("coverage.regencies", () =>
      regenciesOf(province)
        .filter((regency) => this.#tables.regencies.get(regency) !== null || this.#hasRoster(regency))
        .toSorted(),
    );
  }

  takeTicket(regency: RegencyCode, asOf: Day): Promise<{ readonly ticket: number; readonly asOf: Day }> {
    return this.#effect("coverage.take-ticket", () => {
      const before = this.#tables.regencies.get(regency);
      const after = {
        ticket: (before?.ticket ?? 0) + 1,
        asOf: before !== null && before.asOf > asOf ? before.asOf : asOf,
      };
      this.#tables.regencies.put(regency, after);
      return after;
    });
  }

  /** Of a regency whose coverage was never looked at: the message that told of its first roster may have been lost. */
  #hasRoster(regency: RegencyCode): boolean {
    return this.#tables.heads.keys(`${regency}/`).some((roster) => (this.#tables.heads.get(roster)?.current ?? 0) > 0);
  }

  async current(regency: RegencyCode): Promise<StoredCoverage | null> {
    // The figures go when `current` has left them: then `current` is read again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const item = await this.#effect("coverage.current", () => this.#tables.current.get(regency));
      if (item === null) return null;
      const key = figuresKey(regency, item.ticket);
      const figures = await this.#effect("coverage.figures", () => this.#tables.figures.get(key));
      const { months, ...rest } = item;
      if (figures !== null) return { ...rest, coverage: { months, ...figures } };
    }
    throw new Error(`the figures of ${regency} are not there`);
  }

  async write(regency: RegencyCode, stored: StoredCoverage, before: StoredCoverage | null): Promise<boolean> {
    await this.#freeze(regency, stored, before);
    const { coverage, ...about } = stored;
    const { months, ...figures } = coverage;
    await this.#effect("coverage.write-figures", () =>
      this.#tables.figures.put(figuresKey(regency, stored.ticket), figures),
    );
    let replaced: number | null = null;
    const written = await this.#effect("coverage.write", () =>
      this.#tables.current.update(regency, (item) => {
        if (item !== null && (item.ticket >= stored.ticket || item.generation > stored.generation)) return null;
        replaced = item?.ticket ?? null;
        return { ...about, months };
      }),
    );
    // A write whose answer was lost may have been repeated: what refuses it is then itself, and its figures are read.
    if (!written && (await this.#holds(regency, stored.ticket))) return true;
    const left = written ? replaced : stored.ticket;
    if (left !== null)
      await this.#effect("coverage.remove-figures", () => this.#tables.figures.delete(figuresKey(regency, left)));
    return written;
  }

  closedMonths(regency: RegencyCode, first: Month): Promise<readonly ClosedMonth[]> {
    return this.#effect("coverage.closed-months", () =>
      this.#tables.months
        .keys(`${regency}#`)
        .flatMap((key) => this.#tables.months.get(key)?.coverage ?? [])
        .filter(({ month }) => month >= first),
    );
  }

  async recordDay(province: ProvinceCode, asOf: Day): Promise<void> {
    await this.#effect("coverage.record-day", () =>
      this.#tables.days.update(province, (before) => (before === null || before.asOf < asOf ? { asOf } : null)),
    );
  }

  async #holds(regency: RegencyCode, ticket: number): Promise<boolean> {
    const current = await this.#effect("coverage.current", () => this.#tables.current.get(regency));
    return current?.ticket === ticket;
  }

  /** Months that leave the window stay as they were last seen. */
  async #freeze(regency: RegencyCode, stored: StoredCoverage, before: StoredCoverage | null): Promise<void> {
    const generation = before?.generation ?? 0;
    for (const month of before?.coverage.months ?? []) {
      if (month.month >= stored.window.first) break;
      const coverage = closedMonth(month, before?.coverage.rosters ?? []);
      await this.#effect("coverage.freeze-month", () =>
        this.#tables.months.update(`${regency}#${monthText(month.month)}`, (item) =>
          item === null || item.generation <= generation ? { generation, coverage } : null,
        ),
      );
    }
  }
}

function figuresKey(regency: RegencyCode, ticket: number): string {
  return `${regency}#${ticket}`;
}
