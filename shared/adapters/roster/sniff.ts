// What a file is, by its first bytes; its name is never believed.
import type { Problem } from "#shared/domain/problem.ts";
import { type ProblemCode, problem } from "#shared/domain/roster-file/problems.ts";

export type FileKind =
  | { readonly kind: "text"; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  | { readonly kind: "zip" }
  | { readonly kind: "refused"; readonly problem: Problem };

type Refusal = Extract<
  ProblemCode,
  | "file-is-pdf"
  | "file-is-old-office"
  | "file-is-image"
  | "file-is-gzip"
  | "file-is-rtf"
  | "file-is-html"
  | "file-is-xml"
>;

const ZIP_STARTS = ["504b0304", "504b0506", "504b0708"];

/** First bytes (hexadecimal) of what people upload by mistake. */
const OTHER_STARTS: readonly (readonly [string, Refusal])[] = [
  ["25504446", "file-is-pdf"],
  ["d0cf11e0a1b11ae1", "file-is-old-office"],
  ["ffd8ff", "file-is-image"],
  ["89504e47", "file-is-image"],
  ["47494638", "file-is-image"],
  ["52494646", "file-is-image"],
  ["49492a00", "file-is-image"],
  ["4d4d002a", "file-is-image"],
  ["1f8b", "file-is-gzip"],
];

const OTHER_TEXTS: readonly (readonly [RegExp, Refusal])[] = [
  [/^\{\\rtf/, "file-is-rtf"],
  [/^(?:<!doctype html|<html|<head|<body|<table|<meta|<style|<div)/i, "file-is-html"],
  [/^<\?xml[^>]*>\s*<(?:!doctype html|html)/i, "file-is-html"],
  [/^<(?:\?xml|[a-z]+:?[a-z]*[\s>])/i, "file-is-xml"],
];

export function sniffKind(head: Uint8Array): FileKind {
  const start = Buffer.from(head.subarray(0, 8)).toString("hex");
  if (ZIP_STARTS.some((zip) => start.startsWith(zip))) return { kind: "zip" };
  const other = OTHER_STARTS.find(([bytes]) => start.startsWith(bytes));
  if (other) return { kind: "refused", problem: problem(other[1]) };
  if (start.startsWith("fffe")) return { kind: "text", encoding: "utf-16le" };
  if (start.startsWith("feff")) return { kind: "text", encoding: "utf-16be" };
  const text = new TextDecoder().decode(head.subarray(0, 1024)).trim();
  const markup = OTHER_TEXTS.find(([pattern]) => pattern.test(text));
  if (markup) return { kind: "refused", problem: problem(markup[1]) };
  if (head.includes(0)) return { kind: "refused", problem: problem("file-not-text") };
  if (isBlankText(head)) return { kind: "refused", problem: problem("file-empty") };
  return { kind: "text", encoding: "utf-8" };
}

function isBlankText(head: Uint8Array): boolean {
  return head.length < 1024 && new TextDecoder().decode(head).trim() === "";
}
