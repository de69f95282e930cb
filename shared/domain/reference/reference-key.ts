// Where reference data are put: `agreements/{regency}/{slug}.json` or `.xlsx`, `workforce/{file}`, `targets/{file}`, `claims/{file}`. A key with 16
// digits in a row may name a person, so nothing of it is given on.
import type { Problem } from "../problem.ts";
import {
  isBareRegencyCode,
  isRegencyCode,
  type ProvinceCode,
  provinceOf,
  type RegencyCode,
  regenciesOf,
  regencyName,
} from "../region.ts";
import { hasNikShape, isSlug } from "../roster.ts";
import { referenceProblem } from "./problems.ts";

/** The kinds of tables: a row is a figure of a regency. */
export const TABLE_KINDS = ["workforce", "targets", "claims"] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
export const REFERENCE_KINDS = ["agreement", ...TABLE_KINDS] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** The folder of each kind in the Rosters bucket. */
export const REFERENCE_FOLDERS: Readonly<Record<ReferenceKind, string>> = {
  agreement: "agreements",
  workforce: "workforce",
  targets: "targets",
  claims: "claims",
};

/** Which agreement: `14.03/apbd-2022`. */
export interface AgreementName {
  readonly regency: RegencyCode;
  readonly slug: string;
}

/** Stands in for a file name that must not be repeated. */
const CONCEALED_FILE_NAME = "(disamarkan)";

export type ReferenceKey = { readonly fileName: string } & (
  | { readonly kind: TableKind }
  | { readonly kind: "agreement"; readonly agreement: AgreementName }
);
export type ParsedReferenceKey =
  | { readonly ok: true; readonly key: ReferenceKey }
  | {
      readonly ok: false;
      readonly kind: ReferenceKind;
      readonly fileName: string;
      readonly problems: readonly Problem[];
    };

export function isReferenceKind(text: string): text is ReferenceKind {
  return (REFERENCE_KINDS as readonly string[]).includes(text);
}

/** `key` is plain, as EventBridge gives it, not URL-encoded; null: it is in none of the folders. */
export function parseReferenceKey(key: string, province: ProvinceCode): ParsedReferenceKey | null {
  const [folder, ...rest] = key.split("/");
  const kind = REFERENCE_KINDS.find((one) => REFERENCE_FOLDERS[one] === folder);
  if (kind === undefined) return null;
  const fileName = rest.at(-1) ?? "";
  if (hasNikShape(key))
    return { ok: false, kind, fileName: CONCEALED_FILE_NAME, problems: [referenceProblem("reference-key-nik")] };
  const misplaced = { ok: false, kind, fileName } as const;
  if (kind === "agreement") {
    const [regency = "", name = "", ...more] = rest;
    const [, slug = ""] = /^(.+)\.(?:json|xlsx)$/i.exec(name) ?? [];
    if (more.length > 0 || !isSlug(slug)) return { ...misplaced, problems: [referenceProblem("agreement-key-shape")] };
    const found = regencyProblem(regency, province);
    if (found !== null || !isRegencyCode(regency)) return { ...misplaced, problems: found === null ? [] : [found] };
    return { ok: true, key: { kind, fileName, agreement: { regency, slug } } };
  }
  if (rest.length !== 1 || fileName === "")
    return { ...misplaced, problems: [referenceProblem("table-key-shape", REFERENCE_FOLDERS[kind])] };
  return { ok: true, key: { kind, fileName } };
}

/** What is wrong with a code that should be one of the province's regencies; nothing that is no code is repeated. */
export function regencyProblem(code: string, province: ProvinceCode): Problem | null {
  const known = regenciesOf(province).join(", ");
  if (isRegencyCode(code)) {
    return provinceOf(code) === province
      ? null
      : referenceProblem("code-of-other-province", code, regencyName(code), known);
  }
  if (isBareRegencyCode(code)) {
    const dotted = `${code.slice(0, 2)}.${code.slice(2)}`;
    return referenceProblem("code-bare", code, isRegencyCode(dotted) ? dotted : (regenciesOf(province)[0] ?? ""));
  }
  return referenceProblem("code-unknown", known);
}
