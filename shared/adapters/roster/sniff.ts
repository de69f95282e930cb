// What a file is, by its first bytes; its name is never believed.
import type { Problem } from "#shared/domain/problem.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { otherKind, otherKindOfText } from "./other-kinds.ts";

export type FileKind =
  | { readonly kind: "text"; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  | { readonly kind: "zip" | "gzip" }
  | { readonly kind: "refused"; readonly problem: Problem };

const ZIP_STARTS = ["504b0304", "504b0506", "504b0708"];

export function sniffKind(head: Uint8Array): FileKind {
  const start = Buffer.from(head.subarray(0, 8)).toString("hex");
  if (ZIP_STARTS.some((zip) => start.startsWith(zip))) return { kind: "zip" };
  if (start.startsWith("1f8b")) return { kind: "gzip" };
  if (start.startsWith("fffe")) return wideText(head, "utf-16le");
  if (start.startsWith("feff")) return wideText(head, "utf-16be");
  const other = otherKind(head);
  if (other) return { kind: "refused", problem: other };
  if (head.includes(0)) return { kind: "refused", problem: problem("file-not-text") };
  if (isBlankText(head)) return { kind: "refused", problem: problem("file-empty") };
  return { kind: "text", encoding: "utf-8" };
}

function wideText(head: Uint8Array, encoding: "utf-16le" | "utf-16be"): FileKind {
  const other = otherKindOfText(head, encoding);
  return other ? { kind: "refused", problem: other } : { kind: "text", encoding };
}

function isBlankText(head: Uint8Array): boolean {
  return head.length < 1024 && new TextDecoder().decode(head).trim() === "";
}
