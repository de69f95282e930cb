// Arguments as the domain's own types, or a word on what is wrong with them.
import { statSync } from "node:fs";
import { ALERT_KINDS, type AlertKind, SEVERITIES, type Severity } from "#shared/domain/alert.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import { isMonthText, type Month, month } from "#shared/domain/month.ts";
import {
  isBareRegencyCode,
  isRegencyCode,
  type ProvinceCode,
  provinceOf,
  type RegencyCode,
} from "#shared/domain/region.ts";
import { isRosterId, type RosterId } from "#shared/domain/roster.ts";
import { isSegment, SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import type { CommandLine } from "./command-line.ts";
import { UsageError } from "./failures.ts";
import { meantBy } from "./meant.ts";

/** @throws UsageError saying which part of the name is wrong */
export function rosterOf(line: CommandLine): RosterId {
  const text = line.text("roster");
  if (text === null) throw new UsageError("--roster is missing, e.g. --roster 14.03/rentan/apbd-2022");
  return rosterNamed(text);
}

/** @throws UsageError saying which part of the name is wrong */
export function rosterNamed(text: string): RosterId {
  if (isRosterId(text)) return text;
  const [regency = "", segment = "", slug = ""] = text.split("/");
  checkedRegency(regency);
  checkedSegment(segment);
  throw new UsageError(
    `not a name for a roster: ${JSON.stringify(slug)}; write ${regency}/${segment}/NAME, NAME in small letters, digits and hyphens`,
  );
}

/** @throws UsageError for a segment that there is not */
export function segmentOf(line: CommandLine): Segment {
  const text = line.text("segment");
  if (text === null) throw new UsageError(`--segment is missing: ${SEGMENT_CODES.join(", ")}`);
  return checkedSegment(text);
}

/** @throws UsageError for a code that no regency of the province has */
export function regencyOf(text: string, province: ProvinceCode): RegencyCode {
  const regency = checkedRegency(text);
  if (provinceOf(regency) !== province) throw new UsageError(`${regency} is not in province ${province}`);
  return regency;
}

/** @throws UsageError for a segment that there is not */
export function checkedSegment(text: string): Segment {
  if (isSegment(text)) return text;
  throw unknownWord("segment", text, SEGMENT_CODES);
}

/** @throws UsageError for a kind of alert that there is not */
export function alertKindOf(text: string): AlertKind {
  const kind = ALERT_KINDS.find((one) => one === text);
  if (kind === undefined) throw unknownWord("kind of alert", text, ALERT_KINDS);
  return kind;
}

/** @throws UsageError for a severity that there is not */
export function severityOf(text: string): Severity {
  const severity = SEVERITIES.find((one) => one === text);
  if (severity === undefined) throw unknownWord("severity", text, SEVERITIES);
  return severity;
}

function unknownWord(what: string, text: string, known: readonly string[]): UsageError {
  const meant = meantBy(text, known);
  return new UsageError(
    `unknown ${what} ${text}${meant === null ? `: ${known.join(", ")}` : `; did you mean ${meant}?`}`,
  );
}

/** @throws UsageError for a code that no regency has */
export function checkedRegency(text: string): RegencyCode {
  if (isRegencyCode(text)) return text;
  const dotted = `${text.slice(0, 2)}.${text.slice(2)}`;
  throw new UsageError(
    isBareRegencyCode(text)
      ? `write the regency with a dot: BPS gives ${text} to another regency than Kemendagri; ${dotted} is Kemendagri's`
      : `unknown regency ${JSON.stringify(text)}; write Kemendagri's code with a dot, e.g. 14.03`,
  );
}

export function monthOf(line: CommandLine, option: string): Month | null {
  const text = line.text(option);
  if (text === null) return null;
  if (!isMonthText(text)) throw new UsageError(`--${option} ${text} is not a month; write yyyy-mm, e.g. 2023-02`);
  return month(text);
}

export function dayOf(text: string): Day {
  if (!isDay(text)) throw new UsageError(`${text} is not a day; write yyyy-mm-dd, e.g. 2024-01-01`);
  return text;
}

export function secondsOf(line: CommandLine, option: string, otherwise: number): number {
  const text = line.text(option);
  if (text === null) return otherwise;
  const seconds = Number(text);
  if (!(seconds > 0)) throw new UsageError(`--${option} ${text} is not a number of seconds`);
  return seconds;
}

/** @throws UsageError unless it is a whole number above 0 */
export function countOf(line: CommandLine, option: string): number | null {
  const text = line.text(option);
  if (text === null) return null;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`--${option} ${text} is not a whole number above 0`);
  return count;
}

export function existingFile(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`there is no file ${path}`);
  return path;
}
