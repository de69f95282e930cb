// Plays one regency: every event goes to the pipeline's own functions and to the independent count, and what is told is held against what is real.
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { daysBetween } from "#shared/domain/day.ts";
import { firstDayOf, monthsBetween } from "#shared/domain/month.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";
import type { Crowd } from "../own/crowd.ts";
import { type Foresight, foresee } from "../own/foresight.ts";
import { type OwnCount, ownCount } from "../own/own-count.ts";
import {
  type Covered,
  closeLastMonth,
  NO_MEMORY,
  nearlyFallen,
  type RealMove,
  type RegencyMemory,
  realMoves,
} from "../own/real-drops.ts";
import {
  dayNumbered,
  FIRST_DAY,
  FIRST_MONTH,
  monthNumbered,
  monthOfDayNumber,
  type NationEvent,
  type RegencyWorld,
} from "../world/history.ts";
import type { Finding } from "./finding.ts";
import { judgeLapses, judgeWarned, type StandingLapses } from "./judge-lapses.ts";
import { judgeMoves } from "./judge-moves.ts";
import { type Looked, realRegency } from "./real-regency.ts";

/** What the province hears of its regency. */
export interface RegencyStep {
  readonly looked: Looked;
  readonly covered: Crowd;
  readonly moves: readonly RealMove[];
}

export interface RegencyPlay {
  readonly world: RegencyWorld;
  event(event: NationEvent): RegencyStep | null;
  close(day: number): RegencyStep | null;
  readonly findings: readonly Finding[];
  readonly alerts: readonly Alert[];
  readonly realDrops: number;
  readonly looks: number;
  /** Looks at which what is ahead was clear to the last worker. */
  readonly exactLooks: number;
}

export interface PlayRules {
  readonly alerts: AlertRules;
  /** By which the pipeline decides, where it is to be wrong on purpose. */
  readonly pipelineAlerts?: AlertRules;
  readonly guard: RemovalGuard;
  readonly months: number;
}

export function playRegency(world: RegencyWorld, rules: PlayRules): RegencyPlay {
  const own = ownCount(world.people, rules.months, rules.guard);
  const real = realRegency(world, rules.pipelineAlerts ?? rules.alerts, rules.guard);
  const memory = new Memory(own, rules);
  const findings: Finding[] = [];
  const alerts: Alert[] = [];
  let realDrops = 0;
  let looks = 0;

  const judge = (looked: Looked | null, day: number): RegencyStep | null => {
    if (looked === null) return null;
    looks += 1;
    const step = memory.look(looked, { day, where: world.regency });
    alerts.push(...looked.alerts);
    realDrops += step.moves.filter(({ kind }) => kind === "dropped").length;
    // After the first fault the two remember different things: the rest would only repeat it.
    if (findings.length === 0) findings.push(...step.findings);
    const repeated = looks % 7 === 0 ? real.repeat() : [];
    if (repeated.length > 0) {
      findings.push({ day, where: world.regency, sort: "repeated", what: "the same message told something again" });
    }
    return { looked, covered: step.covered, moves: step.moves };
  };

  return {
    world,
    event(event) {
      if (event.kind === "file") {
        const mine = own.file(event);
        const { held, looked, alerts: ofUpload } = real.file(event);
        alerts.push(...ofUpload);
        if (mine.held !== held && findings.length === 0) {
          const what = `upload ${event.serial}: held ${held}, expected ${mine.held}`;
          findings.push({ day: event.day, where: world.regency, sort: "wrong", what });
        }
        return judge(looked, event.day);
      }
      if (event.kind === "decision") {
        own.decision(event);
        return judge(real.decision(event), event.day);
      }
      const { agreement } = event;
      if (agreement !== undefined) memory.agreed(agreement);
      return judge(real.reference(event), event.day);
    },
    close: (day) => judge(real.close(day), day),
    findings,
    alerts,
    get realDrops() {
      return realDrops;
    },
    get looks() {
      return looks;
    },
    get exactLooks() {
      return memory.exactLooks;
    },
  };
}

/** What the independent count remembers of one regency. */
class Memory {
  readonly #own: OwnCount;
  readonly #rules: PlayRules;
  /** The months for which a list was agreed, by roster. */
  readonly #agreedLists = new Map<RosterId, Set<number>>();
  #told: RegencyMemory = NO_MEMORY;
  #standing: StandingLapses = new Map();
  #counted: { readonly key: string; readonly covered: Covered } | null = null;
  #foreseen: { readonly key: string; readonly memory: RegencyMemory; readonly foresight: Foresight } | null = null;
  #agreed = 0;
  #closedIn = -1;
  #mostOverlap = 0;
  exactLooks = 0;

  constructor(own: OwnCount, rules: PlayRules) {
    this.#own = own;
    this.#rules = rules;
  }

  agreed({ rosters, reporting, periods }: Agreement): void {
    this.#agreed += 1;
    const months = new Set<number>();
    for (const { first, last } of reporting === "monthly" ? periods : []) {
      for (const month of monthsBetween(first, last)) months.add(month - FIRST_MONTH);
    }
    for (const roster of rosters) this.#agreedLists.set(roster, months);
  }

  /** Whether a list was agreed for each month until this one: whoever is named now will be named again. */
  #goesOn(roster: RosterId, now: number, until: number): boolean {
    const agreed = this.#agreedLists.get(roster);
    for (let month = now + 1; month <= until; month += 1) if (agreed?.has(month) !== true) return false;
    return true;
  }

  look({ change, alerts }: Looked, when: { readonly day: number; readonly where: string }) {
    const asOf = daysBetween(FIRST_DAY, change.asOf);
    const month = monthOfDayNumber(asOf);
    const covered = this.#covered(month);
    const { changes } = this.#own;
    const before = { standing: this.#standing, known: this.#foreseen?.foresight ?? NOTHING_AHEAD, changes };
    if (month > this.#closedIn && (change.closing || this.#closedIn >= 0)) {
      if (this.#closedIn >= 0) this.#told = closeLastMonth(this.#told, this.#covered(month - 1), this.#rules.alerts);
      this.#closedIn = month;
    }
    const nearly = nearlyFallen(this.#told, covered.whole, this.#rules.alerts);
    const { memory, moves } = realMoves(this.#told, covered, change.closing, this.#rules.alerts);
    this.#told = memory;
    const findings: Finding[] = [];
    const told = stepAt(change.covered, monthNumbered(month));
    if (told !== covered.whole.count) {
      findings.push({ ...when, sort: "wrong", what: `covered ${told}, is ${covered.whole.count}` });
    }
    findings.push(...judgeMoves(alerts, moves, nearly, this.#rules.alerts, when));
    if (change.closing) findings.push(...judgeWarned(alerts, before, month, when));
    const foresight = this.#foresight(covered, month, asOf);
    if (foresight.unclear === 0) this.exactLooks += 1;
    const { alerts: thresholds } = this.#rules;
    const { leadDays } = thresholds;
    const filed = (segment: Segment | null, at: number): number =>
      (segment === null ? this.#own.covered(at) : this.#own.inSegment(segment, at)).count;
    const rostersIn = (at: number) => this.#own.rostersIn(at);
    const world = { standing: this.#standing, foresight, thresholds, leadDays, month, asOf, changes, filed, rostersIn };
    const lapses = judgeLapses(alerts, world, when);
    this.#standing = lapses.standing;
    return { covered: covered.whole, moves, findings: [...findings, ...lapses.findings] };
  }

  #covered(month: number): Covered {
    const key = `${this.#own.changes} ${month}`;
    if (this.#counted?.key !== key) {
      const segments = this.#own.segments.map((one): [Segment, Crowd] => [one, this.#own.inSegment(one, month)]);
      this.#mostOverlap = Math.max(this.#mostOverlap, this.#own.overlap(month));
      const covered = { whole: this.#own.covered(month), segments: new Map(segments), mostOverlap: this.#mostOverlap };
      this.#counted = { key, covered };
    }
    return this.#counted.covered;
  }

  #foresight(present: Covered, now: number, asOf: number): Foresight {
    const months = [1, 2, 3, 4].map((ahead) => now + ahead).filter((month) => this.#isInSight(month, asOf));
    const key = `${this.#own.changes} ${this.#agreed} ${now} ${months.length}`;
    const known = this.#foreseen;
    if (known !== null && known.key === key && sameMemory(known.memory, this.#told)) return known.foresight;
    const ahead = months.map((month) => ({
      month,
      covered: this.#own.staying(month, now, (roster) => this.#goesOn(roster, now, month)),
    }));
    const foresight = foresee(this.#told, present, ahead, this.#rules.alerts);
    this.#foreseen = { key, memory: this.#told, foresight };
    return foresight;
  }

  #isInSight(month: number, asOf: number): boolean {
    const left = daysBetween(dayNumbered(asOf), firstDayOf(monthNumbered(month)));
    return this.#rules.alerts.leadDays.some((lead) => left <= lead);
  }
}

const NOTHING_AHEAD: Foresight = { falls: [], depth: new Map(), levels: new Map(), unclear: 0 };

function sameMemory(a: RegencyMemory, b: RegencyMemory): boolean {
  if (a.whole?.best !== b.whole?.best || a.segments.size !== b.segments.size) return false;
  return [...a.segments].every(([segment, { best }]) => b.segments.get(segment)?.best === best);
}
