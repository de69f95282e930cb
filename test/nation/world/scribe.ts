// Writes down what happens in one regency: numbers the events and the workers.
import type { RegencyCode } from "#shared/domain/region.ts";
import {
  type DecisionArrives,
  type FileArrives,
  inOrder,
  type Line,
  type NationEvent,
  type ReferenceArrives,
} from "./history.ts";
import { type Random, randomOf } from "./random.ts";

type Told<Kind extends NationEvent> = Omit<Kind, "kind" | "serial" | "regency">;

/** A file with only what matters: by default a full one, seen on its own day, without rejected rows. */
export type SentFile = Pick<FileArrives, "day" | "note" | "roster" | "lines"> & Partial<Told<FileArrives>>;

export interface Scribe {
  readonly regency: RegencyCode;
  readonly random: Random;
  /** Draws for what is added besides: the rest of a world stays the same, and figures can be compared. */
  readonly aside: Random;
  /** The last day of the play. */
  readonly lastDay: number;
  readonly months: number;
  /** Somebody new, or now and then somebody whom another roster of the regency names too. */
  worker(): number;
  file(sent: SentFile): FileArrives;
  decision(decided: Told<DecisionArrives>): void;
  reference(told: Told<ReferenceArrives>): void;
  readonly people: number;
  events(): readonly NationEvent[];
}

/** Of a hundred. */
const IN_TWO_ROSTERS = 4;

export function scribeOf(regency: RegencyCode, seed: string, months: number, lastDay: number): Scribe {
  const random = randomOf(`${seed}/${regency}`);
  const events: NationEvent[] = [];
  let people = 0;
  let serial = 0;
  const next = () => {
    serial += 1;
    return { serial, regency };
  };
  return {
    regency,
    random,
    aside: randomOf(`${seed}/${regency}/aside`),
    months,
    lastDay,
    worker() {
      if (people > 50 && random.chance(IN_TWO_ROSTERS)) return random.between(0, people - 1);
      people += 1;
      return people - 1;
    },
    file(sent) {
      const file = {
        kind: "file",
        mode: "full",
        asOf: sent.day,
        kept: [],
        unreadable: 0,
        from: null,
        ...next(),
        ...sent,
        lines: firstOfEach(sent.lines),
      } as const;
      events.push(file);
      return file;
    },
    decision(decided) {
      events.push({ kind: "decision", ...next(), ...decided });
    },
    reference(told) {
      events.push({ kind: "reference", ...next(), ...told });
    },
    get people() {
      return people;
    },
    events: () => events.filter(({ day }) => day >= 0 && day <= lastDay).sort(inOrder),
  };
}

/** A list names nobody twice. */
function firstOfEach(lines: readonly Line[]): readonly Line[] {
  const named = new Map<number, Line>();
  for (const line of lines) if (!named.has(line.worker)) named.set(line.worker, line);
  return [...named.values()];
}
