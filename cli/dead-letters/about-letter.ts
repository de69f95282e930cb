// What a dead letter is about, as far as that names nobody: only values of known forms are taken out of its body, and nothing that may be a NIK.
import { isDay } from "#shared/domain/day.ts";
import { concealed } from "#shared/domain/nik-in-text.ts";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import { parseReferenceKey } from "#shared/domain/reference/reference-key.ts";
import { isRegencyCode, type ProvinceCode } from "#shared/domain/region.ts";
import { isRosterId } from "#shared/domain/roster.ts";

type Fields = Readonly<Record<string, unknown>>;

/** `14.03/rentan/apbd-2022`, `14.03 2024-01-01`, `2024-01-01T17:10:00Z`; `-` where nothing can be told. */
export function aboutLetter(body: string, province: ProvinceCode): string {
  const message = published(fieldsIn(body));
  const told = [...objectIn(message, province), ...KNOWN.flatMap(([name, isKnown]) => knownIn(message[name], isKnown))];
  return told.length === 0 ? "-" : told.map(concealed).join(" ");
}

const isId = (text: string): boolean => /^[0-9a-z.-]{8,80}$/.test(text);

const KNOWN: readonly (readonly [string, (text: string) => boolean])[] = [
  ["roster", isRosterId],
  ["regency", isRegencyCode],
  ["asOf", isDay],
  ["time", (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)],
  ["uploadId", isId],
  ["alertId", isId],
  ["digestId", isId],
];

function knownIn(value: unknown, isKnown: (text: string) => boolean): readonly string[] {
  return typeof value === "string" && isKnown(value) ? [value] : [];
}

/** Of the event of an object: the roster, or the agreement or kind of figures. Never the file's name, which anybody chooses. */
function objectIn({ detail }: Fields, province: ProvinceCode): readonly string[] {
  const { key } = fieldsOf(fieldsOf(detail).object);
  if (typeof key !== "string") return [];
  const roster = parseObjectKey(key, province);
  if (roster.kind === "roster") return [roster.roster];
  const reference = parseReferenceKey(key, province);
  if (reference === null || !reference.ok) return [];
  const { key: named } = reference;
  return named.kind === "agreement" ? [`${named.agreement.regency}/${named.agreement.slug}`] : [named.kind];
}

/** What SNS posts to an HTTPS address holds the message as a text. */
function published(message: Fields): Fields {
  return typeof message.Message === "string" ? fieldsIn(message.Message) : message;
}

function fieldsIn(body: string): Fields {
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
