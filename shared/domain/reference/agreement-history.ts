// An agreement is what its files say, taken in the order of upload: who pays and for whom is what the newest file says, a period is what the newest file
// with its first month says, and a file whose periods would overlap with those before it is refused. All files are remembered, so that every order of
// arrival, and every repetition, gives the same agreement.
import type { UploadOrder } from "../upload-order.ts";
import type { Agreement, AgreementPeriod } from "./agreement.ts";
import { type AgreementContent, overlapping } from "./agreement-content.ts";
import type { AgreementName } from "./reference-key.ts";

export interface SentAgreement {
  readonly order: UploadOrder;
  readonly uploadId: string;
  readonly content: AgreementContent;
}

/** Ascending by order, each order once. */
export type AgreementHistory = readonly SentAgreement[];

export type SentFate =
  | "applied"
  /** Says nothing that was not so before. */
  | "unchanged"
  /** Newer files have said all of it anew. */
  | "superseded"
  /** Two periods would share a month: the file's, and one that was there. */
  | { readonly overlap: readonly [AgreementPeriod, AgreementPeriod] };

export function withSent(history: AgreementHistory, sent: SentAgreement): AgreementHistory {
  const others = history.filter(({ order }) => order !== sent.order);
  return [...others, sent].sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** null: no file could be taken. */
export function agreementOf({ regency, slug }: AgreementName, history: AgreementHistory): Agreement | null {
  const content = contentOf(history);
  return content === null ? null : { regency, slug, ...content };
}

/** What became of one file of a history. @throws RangeError when it is not in there */
export function fateOf(history: AgreementHistory, order: UploadOrder): SentFate {
  const sent = history.find((one) => one.order === order);
  if (sent === undefined) throw new RangeError("not in this history");
  const earlier = history.filter((one) => one.order < order);
  const before = contentOf(earlier);
  const overlap = overlapWith(before, sent.content);
  if (overlap !== null) return { overlap };
  if (sameContent(before, contentOf([...earlier, sent]))) return "unchanged";
  const later = history.some((one) => one.order > order);
  const without = contentOf(history.filter((one) => one.order !== order));
  return later && sameContent(without, contentOf(history)) ? "superseded" : "applied";
}

function contentOf(history: AgreementHistory): AgreementContent | null {
  let content: AgreementContent | null = null;
  for (const sent of history) if (overlapWith(content, sent.content) === null) content = merged(content, sent.content);
  return content;
}

function overlapWith(before: AgreementContent | null, content: AgreementContent) {
  return overlapping(merged(before, content).periods);
}

function merged(before: AgreementContent | null, content: AgreementContent): AgreementContent {
  const replaced = new Set(content.periods.map(({ first }) => first));
  const kept = (before?.periods ?? []).filter(({ first }) => !replaced.has(first));
  return { ...content, periods: [...kept, ...content.periods].sort((a, b) => a.first - b.first) };
}

function sameContent(a: AgreementContent | null, b: AgreementContent | null): boolean {
  return canonical(a) === canonical(b);
}

/** Fields in one order, whatever order they were put together in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
