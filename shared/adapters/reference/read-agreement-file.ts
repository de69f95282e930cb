// An agreement's file, JSON or XLSX: the same content, checked alike.
import type * as z from "zod";
import { agreementFile } from "#events/agreement-file.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { type AgreementContent, agreementProblems } from "#shared/domain/reference/agreement-content.ts";
import { AGREEMENT_SHEET, PERIOD_SHEET } from "#shared/domain/reference/agreement-sheet/fields.ts";
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
  return parsed.success ? checked(regency, parsed.data) : refused(parsed.error.issues.map(problemOfIssue));
}

/** Names only the fields of the schema: an unknown one is not repeated. */
function problemOfIssue(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === "number" ? String(part + 1) : String(part))).join(".");
  return issue.code === "unrecognized_keys"
    ? referenceProblem("agreement-field-unknown", path === "" ? "{}" : path)
    : referenceProblem("agreement-field", path === "" ? "{}" : path);
}

function readBook(sheets: readonly Sheet[], regency: RegencyCode): ReferenceReading {
  const agreement = sheets.find(({ name }) => name === AGREEMENT_SHEET);
  const periods = sheets.find(({ name }) => name === PERIOD_SHEET);
  if (agreement === undefined) return refused([referenceProblem("agreement-no-sheet", AGREEMENT_SHEET)]);
  if (periods === undefined) return refused([referenceProblem("agreement-no-sheet", PERIOD_SHEET)]);
  const { content, rows, problems } = readAgreementSheets(
    { agreement: agreement.rows, periods: periods.rows },
    regency,
  );
  if (content === null) return { kind: "refused", rows, file: [], problems };
  // What a file of the other kind could not say, neither can this one.
  const encoded = agreementFile.safeEncode(content);
  return encoded.success ? checked(regency, content) : refused(encoded.error.issues.map(problemOfIssue), rows);
}

function checked(regency: RegencyCode, content: AgreementContent): ReferenceReading {
  const told = { rows: content.periods.length, file: agreementProblems(regency, content), problems: [] };
  return isRefusal(told) ? { kind: "refused", ...told } : { kind: "agreement", ...told, content };
}
