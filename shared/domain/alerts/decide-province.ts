// Decides whether the province's coverage, the sum of its regencies', has fallen further than its regencies have told. A day is evaluated when every
// regency has closed it, or when the next day begins: what one regency lost and another gained that night is then seen together.
import type { Alert, AlertHead, AlertPart } from "../alert.ts";
import { type Day, laterDay } from "../day.ts";
import { monthOfDay } from "../month.ts";
import { type ProvinceCode, provinceName, type RegencyCode, regencyCode } from "../region.ts";
import { type AlertRules, hasDropped, hasRecovered, isCritical } from "./alert-rules.ts";
import { alertText } from "./alert-words.ts";
import { namedParts } from "./explain-change.ts";
import type { Standing } from "./standing.ts";

/** What is known of one regency. */
export interface KnownRegency {
  readonly ticket: number;
  /** The last day that the daily run has closed; null before the first. */
  readonly closedOn: Day | null;
  /** Covered in the month of its day. */
  readonly level: number;
  /** Workers of all falls that it has told so far. */
  readonly told: number;
}

/** Keys are regency codes. */
type ByRegency<T> = Readonly<Record<string, T>>;

export interface ProvinceState {
  readonly asOf: Day;
  readonly evaluatedOn: Day | null;
  readonly regencies: ByRegency<KnownRegency>;
  /** What a fall is measured from, by regency; null until the first evaluation. */
  readonly reference: ByRegency<number> | null;
  readonly fallen: { readonly level: number; readonly low: ByRegency<number> } | null;
  readonly standing: readonly Standing[];
}

export interface RegencyNews {
  readonly regency: RegencyCode;
  readonly ticket: number;
  readonly asOf: Day;
  readonly closing: boolean;
  readonly level: number;
  readonly told: number;
}

export interface ProvinceDecision {
  readonly state: ProvinceState;
  readonly alerts: readonly Alert[];
}

export function nothingKnown(asOf: Day): ProvinceState {
  return { asOf, evaluatedOn: null, regencies: {}, reference: null, fallen: null, standing: [] };
}

export function decideProvince(
  province: ProvinceCode,
  before: ProvinceState | null,
  news: RegencyNews,
  rules: AlertRules,
): ProvinceDecision {
  const state = before ?? nothingKnown(news.asOf);
  const known = state.regencies[news.regency];
  if (known !== undefined && news.ticket <= known.ticket) return { state, alerts: [] };
  const dayIsOver = news.asOf > state.asOf && state.evaluatedOn !== state.asOf;
  const late = dayIsOver ? evaluate(province, state, rules) : { state, alerts: [] };
  const learnt = learn(late.state, news);
  if (learnt.evaluatedOn === learnt.asOf || !allClosed(learnt)) return { state: learnt, alerts: late.alerts };
  const now = evaluate(province, learnt, rules);
  return { state: now.state, alerts: [...late.alerts, ...now.alerts] };
}

function learn(state: ProvinceState, news: RegencyNews): ProvinceState {
  const { regency, ticket, asOf, closing, level, told } = news;
  const known = state.regencies[regency];
  const closedOn = closing ? asOf : (known?.closedOn ?? null);
  return {
    ...state,
    asOf: laterDay(state.asOf, asOf),
    regencies: { ...state.regencies, [regency]: { ticket, closedOn, level, told } },
    reference:
      state.reference === null
        ? null
        : {
            ...state.reference,
            [regency]: leftToTell(state.reference[regency], told - (known?.told ?? 0), level),
          },
  };
}

/**
 * What a regency has told of its fall is taken off what the province would tell, but no more than it has fallen. One that is new is measured from what it
 * brings.
 */
function leftToTell(reference: number | undefined, told: number, level: number): number {
  return reference === undefined ? level : Math.max(reference - told, Math.min(reference, level));
}

function allClosed({ regencies, asOf }: ProvinceState): boolean {
  return Object.values(regencies).every(({ closedOn }) => closedOn === asOf);
}

function evaluate(province: ProvinceCode, state: ProvinceState, rules: AlertRules): ProvinceDecision {
  const levels = levelsOf(state);
  const now = sumOf(levels);
  const evaluated = { ...state, evaluatedOn: state.asOf };
  const { reference, fallen } = state;
  const tell = (kind: "dropped" | "recovered", from: ByRegency<number>): Alert =>
    alertOf(province, state, kind, from, levels, rules);
  if (reference !== null && hasDropped(sumOf(reference), now, rules)) {
    const fall = { level: fallen?.level ?? sumOf(reference), low: levels };
    return { state: { ...evaluated, reference: levels, fallen: fall }, alerts: [tell("dropped", reference)] };
  }
  if (fallen !== null && hasRecovered(fallen.level, now, rules)) {
    return { state: { ...evaluated, reference: levels, fallen: null }, alerts: [tell("recovered", fallen.low)] };
  }
  const raised = reference === null || now >= sumOf(reference);
  return { state: { ...evaluated, reference: raised ? levels : reference }, alerts: [] };
}

function alertOf(
  province: ProvinceCode,
  { asOf }: ProvinceState,
  kind: "dropped" | "recovered",
  from: ByRegency<number>,
  to: ByRegency<number>,
  rules: AlertRules,
): Alert {
  const before = sumOf(from);
  const after = sumOf(to);
  const step = {
    month: monthOfDay(asOf),
    before,
    after,
    change: after - before,
    parts: namedParts(partsOf(from, to), after - before),
  };
  const alertId = `${province}-coverage-${kind}-${asOf}`;
  const head = { ...provinceHead(province, asOf), alertId, scope: "province", segment: null } as const;
  const facts =
    kind === "dropped"
      ? ({
          ...head,
          severity: isCritical(before, after, rules) ? "critical" : "warning",
          kind: "coverage.dropped",
          ...step,
          nature: "real",
          earlier: null,
        } as const)
      : ({
          ...head,
          severity: "info",
          kind: "coverage.recovered",
          clears: "coverage.dropped",
          toCome: 0,
          stillEnding: 0,
          ...step,
        } as const);
  return { ...facts, message: alertText(facts, null) };
}

export function provinceHead(
  province: ProvinceCode,
  asOf: Day,
): Pick<AlertHead, "province" | "regency" | "name" | "asOf"> {
  return { province, regency: null, name: `Provinsi ${provinceName(province)}`, asOf };
}

function partsOf(from: ByRegency<number>, to: ByRegency<number>): readonly AlertPart[] {
  const regencies = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort().map(regencyCode);
  return regencies.map((regency) => ({
    roster: null,
    segment: null,
    regency,
    cause: "regency",
    workers: (to[regency] ?? 0) - (from[regency] ?? 0),
  }));
}

function levelsOf({ regencies }: ProvinceState): ByRegency<number> {
  return Object.fromEntries(Object.entries(regencies).map(([regency, { level }]) => [regency, level]));
}

function sumOf(levels: ByRegency<number>): number {
  return Object.values(levels).reduce((sum, level) => sum + level, 0);
}
