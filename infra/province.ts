// What a province may decide for itself, what it gets where it says nothing, and what is refused before anything is deployed.

import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { type AlertFilter, filterPolicyOf } from "#shared/domain/alerts/alert-filter.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { isEmailAddress, isHttpsUrl, isQueueArn } from "#shared/domain/alerts/subscriber.ts";
import type { TableKind } from "#shared/domain/reference/reference-key.ts";
import { type ProvinceCode, provinceCode, provinceOf, type RegencyCode } from "#shared/domain/region.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";
import { isSlug } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";

/** Who is told of alerts. An absent filter lets everything through. SNS keeps one subscription of each kind for an endpoint. */
export type AlertSubscription = { readonly to: Subscriber } & (
  | ({ readonly digest?: false } & AlertFilter)
  /** One message a day, with all alerts of the province. */
  | { readonly digest: true }
);
type Subscriber =
  | { readonly email: string }
  | { readonly queueArn: string }
  /** https only. Whoever runs it confirms the subscription: SNS posts it a link. */
  | { readonly url: string };

/** An office that is told by mail what became of uploads; of all regencies when it names none. */
export interface Office {
  readonly email: string;
  readonly regencies?: readonly RegencyCode[];
}

/** All rosters of a regency, of one of its segments, or a single roster. */
export interface RosterScope {
  readonly regency: RegencyCode;
  readonly segment?: Segment;
  /** Only together with a segment. */
  readonly slug?: string;
}

/** All tables of a kind, or the agreements of one regency. */
export type ReferenceScope = TableKind | { readonly agreementsOf: RegencyCode };

/** Who may upload, and which rosters and reference data: a role that a principal assumes, or an IAM user where there is no AWS account to assume it from. */
export interface Uploader {
  /** Small letters, digits and hyphens; unique in the province. */
  readonly name: string;
  readonly as: { readonly roleAssumedBy: { readonly account: string } | { readonly principalArn: string } } | "user";
  readonly rosters?: readonly RosterScope[];
  readonly reference?: readonly ReferenceScope[];
}

/** In days. Reference data, which hold no person, are kept as long as nothing replaces them. */
export interface Retention {
  /** Uploaded rosters, with NIK and names. Until then an upload can be released, planned again, or looked up. */
  readonly rosterDays: number;
  /** What was replaced or deleted, of any kind. */
  readonly replacedDays: number;
  /** The rows that went back to their uploader, with NIK and names. */
  readonly rejectedRowsDays: number;
  /** Receipts: counts and row numbers, no person. */
  readonly receiptDays: number;
  readonly logDays: RetentionDays;
}

export interface Province {
  readonly code: ProvinceCode;
  /** Jakarta by default: the data stay in Indonesia. */
  readonly region: string;
  /** When something is told. */
  readonly alertRules: AlertRules;
  /** A full file that ends at least `workers` and `share` of those it could end, or `most`, is held. */
  readonly removalGuard: RemovalGuard;
  /** How long one can ask what was known when. */
  readonly historyMonths: number;
  /** How long files and logs are kept. */
  readonly retention: Retention;
  readonly alerts: readonly AlertSubscription[];
  /** E-mail addresses that alarms go to. */
  readonly operators: readonly string[];
  readonly uploaders: readonly Uploader[];
  readonly offices: readonly Office[];
}

const DEFAULTS = {
  region: "ap-southeast-3",
  alertRules: { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 },
  removalGuard: { workers: 10, share: 0.1, most: 500 },
  historyMonths: 25,
  retention: {
    rosterDays: 762,
    replacedDays: 90,
    rejectedRowsDays: 90,
    receiptDays: 1096,
    logDays: RetentionDays.THREE_MONTHS,
  },
  alerts: [],
  operators: [],
  uploaders: [],
  offices: [],
} as const satisfies Omit<Province, "code">;

/** @throws RangeError for an unknown code, a regency of another province, an uploader that cannot be named, or a subscription that SNS would refuse */
export function province(code: string, decided: Partial<Omit<Province, "code">> = {}): Province {
  const entry: Province = { ...DEFAULTS, ...decided, code: provinceCode(code) };
  for (const regency of [
    ...entry.alerts.flatMap((one) => (one.digest === true ? [] : (one.regencies ?? []))),
    ...entry.offices.flatMap((one) => one.regencies ?? []),
    ...entry.uploaders.flatMap((one) => (one.rosters ?? []).map((r) => r.regency)),
    ...entry.uploaders.flatMap((one) => (one.reference ?? []).flatMap(agreementsOf)),
  ]) {
    if (provinceOf(regency) !== entry.code) throw new RangeError(`${regency} is not in province ${code}`);
  }
  const names = entry.uploaders.map((one) => one.name);
  if (new Set(names).size !== names.length) throw new RangeError(`province ${code} names an uploader twice`);
  for (const uploader of entry.uploaders) checkUploader(uploader);
  checkSubscriptions(entry);
  checkRetention(entry);
  return entry;
}

function checkSubscriptions({ code, alerts }: Province): void {
  const known = new Set<string>();
  for (const { to, digest = false, ...filter } of alerts) {
    const [endpoint, fits] =
      "email" in to
        ? [to.email, isEmailAddress(to.email)]
        : "url" in to
          ? [to.url, isHttpsUrl(to.url)]
          : [to.queueArn, isQueueArn(to.queueArn)];
    if (!fits) throw new RangeError(`province ${code}: nothing can be delivered to ${endpoint}`);
    const key = `${digest} ${endpoint}`;
    if (known.has(key)) throw new RangeError(`province ${code} subscribes ${endpoint} twice; SNS keeps one`);
    known.add(key);
    filterPolicyOf(code, filter);
  }
}

/** S3 works off its rules once a day, and may be some days late. */
const LATE_DAYS = 30;
/** A stuck upload is found, alarmed of and mended within this. */
const LEAST_ROSTER_DAYS = 30;

function checkRetention({ code, retention }: Province): void {
  const { rosterDays, replacedDays, rejectedRowsDays, receiptDays } = retention;
  for (const days of [rosterDays, replacedDays, rejectedRowsDays, receiptDays])
    if (!Number.isSafeInteger(days) || days < 1)
      throw new RangeError(`province ${code}: not a number of days: ${days}`);
  if (rosterDays < LEAST_ROSTER_DAYS)
    throw new RangeError(
      `province ${code}: a roster that waits for a decision must be there for ${LEAST_ROSTER_DAYS} days`,
    );
  // A refused file whose receipt is gone would be taken for one that was never looked at.
  if (receiptDays < rosterDays + replacedDays + LATE_DAYS)
    throw new RangeError(`province ${code}: receipts must outlive the files that they are of`);
}

function agreementsOf(scope: ReferenceScope): readonly RegencyCode[] {
  return typeof scope === "string" ? [] : [scope.agreementsOf];
}

function checkUploader({ name, rosters = [], reference = [] }: Uploader): void {
  if (!isSlug(name)) throw new RangeError(`not a name for an uploader: ${name}`);
  if (rosters.length + reference.length === 0) throw new RangeError(`uploader ${name} may upload nothing`);
  for (const { segment, slug } of rosters) {
    if (slug !== undefined && (segment === undefined || !isSlug(slug)))
      throw new RangeError(`uploader ${name}: not a roster's slug: ${slug}`);
  }
}
