// Which alerts somebody wants, as a filter policy of SNS: exactly those that were asked for, in one policy, because SNS keeps one subscription for an
// endpoint and a topic. SNS takes five keys and 150 combinations (the number of values of each key, multiplied); a longer wish is written shorter
// instead of being split: a key that names everything is dropped, a long list becomes "anything but" the rest.
import { ALERT_KINDS, type AlertKind, SEVERITIES, type Severity } from "../alert.ts";
import { type ProvinceCode, type RegencyCode, regenciesOf } from "../region.ts";
import { SEGMENT_CODES, type Segment } from "../segment.ts";

/** What is left out lets everything through. */
export interface AlertFilter {
  readonly regencies?: readonly RegencyCode[];
  /** The recovery of their families comes along: whoever was told of a fall is told that it is over. */
  readonly kinds?: readonly AlertKind[];
  readonly segments?: readonly Segment[];
  readonly severities?: readonly Severity[];
}

export type Condition = string | { readonly exists: boolean } | { readonly "anything-but": readonly string[] };
/** Key: attribute of the message. All keys must hold, of a key any value. */
export type FilterPolicy = Readonly<Record<string, readonly Condition[]>>;

export const MOST_COMBINATIONS = 150;

/**
 * null lets everything through.
 * @throws RangeError for an empty list, which would let nothing through
 */
export function filterPolicyOf(province: ProvinceCode, filter: AlertFilter): FilterPolicy | null {
  refuseEmpty(filter);
  const { regencies, kinds, segments, severities } = filter;
  const policy: Record<string, readonly Condition[]> = {};
  if (regencies !== undefined) policy.regency = listed(regencies);
  if (kinds !== undefined) policy.kind = withRecovery(kinds);
  // An alert of a whole regency names no segment: it reaches those who asked for one segment as well.
  if (segments !== undefined) policy.segment = [...listed(segments), { exists: false }];
  if (severities !== undefined) policy.severity = listed(severities);

  for (const shorten of SHORTER) {
    if (combinationsOf(policy) <= MOST_COMBINATIONS) break;
    shorten(policy, province);
  }
  return Object.keys(policy).length === 0 ? null : policy;
}

/** Whether both let the same through, as far as they are written alike: SNS gives a policy back in an order of its own. */
export function isSamePolicy(one: FilterPolicy | null, other: FilterPolicy | null): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(policy: FilterPolicy | null): string {
  const keys = Object.entries(policy ?? {}).map(([key, values]) => [
    key,
    values.map((one) => JSON.stringify(one)).sort(),
  ]);
  return JSON.stringify(keys.sort());
}

/** As SNS counts them. */
export function combinationsOf(policy: FilterPolicy): number {
  return Object.values(policy).reduce((product, values) => product * values.length, 1);
}

/** Kinds are never dropped nor turned round: whoever named some has not asked for those that a later version adds. */
const SHORTER: readonly ((policy: Record<string, readonly Condition[]>, province: ProvinceCode) => void)[] = [
  (policy) => {
    if (policy.severity?.length === SEVERITIES.length) delete policy.severity;
  },
  (policy) => {
    // All segments, and what names none: everything.
    if (policy.segment?.length === SEGMENT_CODES.length + 1) delete policy.segment;
  },
  (policy, province) => {
    // What concerns the province as a whole names no regency, and was not asked for.
    if (policy.regency !== undefined) policy.regency = [turnedRound(policy.regency, regenciesOf(province))];
  },
  (policy) => {
    if (policy.segment !== undefined) policy.segment = [turnedRound(policy.segment, SEGMENT_CODES), { exists: false }];
  },
];

/** One value for many: any but those that are not asked for. */
function turnedRound(asked: readonly Condition[], all: readonly string[]): Condition {
  const others = all.filter((one) => !asked.includes(one));
  return others.length === 0 ? { exists: true } : { "anything-but": others };
}

/** `coverage.dropped` → that and `coverage.recovered`. */
export function withRecovery(kinds: readonly AlertKind[]): readonly AlertKind[] {
  const recoveries = kinds.map((kind) => `${kind.slice(0, kind.indexOf("."))}.recovered`);
  return ALERT_KINDS.filter((kind) => kinds.includes(kind) || recoveries.includes(kind));
}

function listed(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function refuseEmpty(filter: AlertFilter): void {
  for (const [name, values] of Object.entries(filter)) {
    if (Array.isArray(values) && values.length === 0) throw new RangeError(`an empty list of ${name} asks for nothing`);
  }
}
