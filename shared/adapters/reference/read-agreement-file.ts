// An agreement's file, JSON or XLSX: the same content, checked alike.
import type * as z from "zod";
import { agreementFile } from "#events/agreement-file.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { type AgreementContent, agreementProblems } from "#shared/domain/reference/agreement-content.ts";
import {
  AGREEMENT_FIELDS,
  AGREEMENT_SHEET,
  type AgreementField,
  PERIOD_FIELDS,
  PERIOD_SHEET,
} from "#shared/domain/reference/agreement-sheet/fields.ts";
import { readAgreementSheets } from "#shared/domain/reference/agreement-sheet/read-agreement-sheets.ts";
import { referenceProblem } from "#shared/domain/reference/problems.ts";
import { isRefusal, type ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { hasNikShape } from "#shared/domain/roster.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { readSheets, type Sheet } from "./read-sheets.ts";

export async function readAgreementFile(source: RosterSource, regency: RegencyCode): Promise<ReferenceReading> {
  const file = await readSheets(source);
  if (file.kind === "refused") return refused([file.problem]);
  return file.kind === "text"
    ? readJson(new TextDecoder().decode(file.bytes), regency)
    : readBook(file.sheets, regency);
}

function refused(file: readonly Problem[], rows = 0): ReferenceReading {
  return { kind: "refused", rows, file, problems: [] };
}

function readJson(text: string, regency: RegencyCode): ReferenceReading {
  if (hasNikShape(text)) return refused([referenceProblem("reference-nik")]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused([referenceProblem(/^\s*[{[]/.test(text) ? "agreement-not-json" : "agreement-not-a-file")]);
  }
  const parsed = agreementFile.safeParse(value);
  if (parsed.success) return checked(regency, parsed.data);
  return refused(parsed.error.issues.map((issue) => problemOfIssue(issue, value, nameInJson)));
}

type Path = z.core.$ZodIssue["path"];

/** Names only the fields of the schema: an unknown one is not repeated. */
function problemOfIssue(issue: z.core.$ZodIssue, value: unknown, nameOf: (path: Path) => string): Problem {
  const name = nameOf(issue.path);
  if (issue.code === "unrecognized_keys") return referenceProblem("agreement-field-unknown", name);
  const found = valueAt(value, issue.path);
  if (issue.path.length === 1 && issue.path[0] === "periods" && isNothing(found))
    return referenceProblem("agreement-no-period");
  if (issue.path.length > 0 && isNothing(found)) return referenceProblem("agreement-value-missing", name);
  if (issue.code === "invalid_value") return referenceProblem("agreement-choice", name, issue.values.join(", "));
  return referenceProblem("agreement-field", name);
}

/** `periods.1.source`, counted from 1. */
function nameInJson(path: Path): string {
  return path.length === 0
    ? "{}"
    : path.map((part) => (typeof part === "number" ? String(part + 1) : String(part))).join(".");
}

/** `SUMBER (Masa 1)`, the first of its periods. */
function nameInBook(path: Path): string {
  const fields: Readonly<Record<string, AgreementField>> = { ...AGREEMENT_FIELDS, ...PERIOD_FIELDS };
  const field = path.map((part) => fields[String(part)]).findLast((one) => one !== undefined);
  const period = path.find((part) => typeof part === "number");
  return `${field?.name ?? nameInJson(path)} (${period === undefined ? AGREEMENT_SHEET : `${PERIOD_SHEET} ${period + 1}`})`;
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}

function isNothing(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function readBook(sheets: readonly Sheet[], regency: RegencyCode): ReferenceReading {
  const agreement = sheets.find(({ name }) => name === AGREEMENT_SHEET);
  const periods = sheets.find(({ name }) => name === PERIOD_SHEET);
  if (agreement === undefined) return refused([referenceProblem("agreement-no-sheet", AGREEMENT_SHEET)]);
  if (periods === undefined) return refused([referenceProblem("agreement-no-sheet", PERIOD_SHEET)]);
  const { content, rows, file, problems } = readAgreementSheets(
    { agreement: agreement.rows, periods: periods.rows },
    regency,
  );
  if (content === null) return { kind: "refused", rows, file, problems };
  // What a file of the other kind could not say, neither can this one.
  const encoded = agreementFile.safeEncode(content);
  if (encoded.success) return checked(regency, content);
  return refused(
    encoded.error.issues.map((issue) => problemOfIssue(issue, content, nameInBook)),
    rows,
  );
}

function checked(regency: RegencyCode, content: AgreementContent): ReferenceReading {
  const told = { rows: content.periods.length, file: agreementProblems(regency, content), problems: [] };
  return isRefusal(told) ? { kind: "refused", ...told } : { kind: "agreement", ...told, content };
}
