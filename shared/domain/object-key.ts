// The key of an uploaded object, `rosters/{regency}/{segment}/{slug}/{any file name}`: which roster it is, or why it is none. A key with 16 digits
// in a row may name a person, so nothing of it is given on.
import type { Problem } from "./problem.ts";
import type { UploadMode } from "./receipt.ts";
import {
  isBareRegencyCode,
  isRegencyCode,
  type ProvinceCode,
  provinceName,
  provinceOf,
  regenciesOf,
  regencyName,
} from "./region.ts";
import { retirementOf } from "./retired-regencies.ts";
import { hasNikShape, isSlug, type RosterId, rosterId } from "./roster.ts";
import { nearest } from "./roster-file/near.ts";
import { problem } from "./roster-file/problems.ts";
import { isSegment, SEGMENT_CODES } from "./segment.ts";

const ROSTERS_FOLDER = "rosters";
/** Stands in for a file name that must not be repeated. */
const CONCEALED_FILE_NAME = "(disamarkan)";

export type ParsedKey =
  | { readonly kind: "roster"; readonly roster: RosterId; readonly fileName: string; readonly mode: UploadMode }
  | { readonly kind: "refused"; readonly fileName: string; readonly problems: readonly Problem[] };

/** `key` is plain, as EventBridge gives it, not URL-encoded. */
export function parseObjectKey(key: string, province: ProvinceCode): ParsedKey {
  if (hasNikShape(key)) return { kind: "refused", fileName: CONCEALED_FILE_NAME, problems: [problem("key-has-nik")] };
  const [folder, regency = "", segment = "", slug = "", ...rest] = key.split("/");
  const fileName = rest.join("/");
  // With its folders: by its name alone nobody finds it.
  const refused = { kind: "refused", fileName: key.replace(`${ROSTERS_FOLDER}/`, "") } as const;
  if (folder !== ROSTERS_FOLDER || rest.length !== 1 || rest[0] === "") {
    return { ...refused, problems: [problem("key-shape")] };
  }
  const problems = [...regencyProblems(regency, province), ...segmentProblems(segment)];
  if (!isSlug(slug)) problems.push(problem("slug-bad"));
  if (problems.length > 0) return { ...refused, problems };
  return {
    kind: "roster",
    roster: rosterId(`${regency}/${segment}/${slug}`),
    fileName,
    mode: modeOfFileName(fileName),
  };
}

/** What browsers and desktops put behind the name of a second copy: `(1)`, ` 2`, `-2`, ` - Copy`, ` - Salin (2)`, ` copy`. */
const COPY = String.raw`(?: ?\(\d{1,3}\)| \d{1,2}|-\d| (?:- )?(?:copy|salin|salinan)(?: \d{1,2})?)`;
/** Also two of them, as where an editor writes its own behind a name whose ending the desktop hides (`….add.csv.txt`). */
const ENDINGS = String.raw`(?:${COPY}{0,3}\.(?:csv|txt|tsv|xlsx|xlsm|gz)){1,2}`;
const MODE = new RegExp(String.raw`\.(add|end)${ENDINGS}$`, "i");

/** `….add.csv` adds, `….end.csv` ends, also as a copy (`….add (1).csv`); any other name is a full file. */
export function modeOfFileName(fileName: string): UploadMode {
  const suffix = MODE.exec(fileName)?.[1]?.toLowerCase();
  return suffix === "add" || suffix === "end" ? suffix : "full";
}

function regencyProblems(code: string, province: ProvinceCode): readonly Problem[] {
  const known = regenciesOf(province).join(", ");
  if (isRegencyCode(code)) {
    const own = provinceOf(code) === province;
    return own ? [] : [problem("regency-of-other-province", code, regencyName(code), provinceName(province), known)];
  }
  if (isBareRegencyCode(code)) {
    const dotted = `${code.slice(0, 2)}.${code.slice(2)}`;
    return [problem("regency-code-bare", code, isRegencyCode(dotted) ? dotted : (regenciesOf(province)[0] ?? ""))];
  }
  const retired = retirementOf(code);
  return [retired === null ? problem("regency-unknown", known) : problem("regency-retired", code, retired.law, known)];
}

function segmentProblems(segment: string): readonly Problem[] {
  if (isSegment(segment)) return [];
  return [
    problem(
      "segment-unknown",
      nearest(segment.slice(0, 40).toLowerCase(), SEGMENT_CODES) ?? "",
      SEGMENT_CODES.join(", "),
    ),
  ];
}
