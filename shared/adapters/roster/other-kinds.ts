// What people upload by mistake, told by its first bytes or first words. Only signs that no roster can begin with: a CSV is any text, so a word
// counts as a sign only where it stands as such files write it.

import type { Problem } from "#shared/domain/problem.ts";
import { type ProblemCode, problem } from "#shared/domain/roster-file/problems.ts";
import { oleKind } from "./ole-kind.ts";

type Refusal = Extract<ProblemCode, `file-is-${string}`>;
type Signs<Sign> = readonly (readonly [Sign, Refusal])[];

/** First bytes, hexadecimal. */
const FIRST_BYTES: Signs<string> = [
  ["25504446", "file-is-pdf"],
  ["ffd8ff", "file-is-image"],
  ["89504e47", "file-is-image"],
  ["474946383761", "file-is-image"],
  ["474946383961", "file-is-image"],
  ["49492a00", "file-is-image"],
  ["4d4d002a", "file-is-image"],
  ["38425053", "file-is-image"],
  ["00000100", "file-is-image"],
  ["49443302", "file-is-media"],
  ["49443303", "file-is-media"],
  ["49443304", "file-is-media"],
  ["fffb", "file-is-media"],
  ["4f676753", "file-is-media"],
  ["1a45dfa3", "file-is-media"],
  ["377abcaf271c", "file-is-archive"],
  ["526172211a07", "file-is-archive"],
  ["fd377a585a00", "file-is-archive"],
  ["425a6839", "file-is-archive"],
  ["28b52ffd", "file-is-archive"],
  ["53514c69746520666f726d61742033", "file-is-database"],
  ["000100005374616e64617264", "file-is-database"],
  ["50415231", "file-is-database"],
  ["7f454c46", "file-is-program"],
  ["cafebabe", "file-is-program"],
  ["cffaedfe", "file-is-program"],
];

/** First words of a text, in whatever encoding. */
const FIRST_WORDS: Signs<RegExp> = [
  [/^%PDF-/, "file-is-pdf"],
  [/^\{\\rtf/, "file-is-rtf"],
  [/^(?:mime-version:\s*1|content-type:\s*multipart\/related)/i, "file-is-mhtml"],
  [/^(?:<!doctype html|<!--|<html|<head|<body|<table|<meta|<style|<div)/i, "file-is-html"],
  [/^<\?xml[^>]*>\s*<(?:!doctype html|html)/i, "file-is-html"],
  [/^<(?:\?xml|[a-z]+:?[a-z]*[\s>])/i, "file-is-xml"],
  [/^(?:return-path|received|delivered-to|x-mozilla-status|from|subject|date): .*\n[\w-]+: /i, "file-is-email"],
  [/^(?:\{\s*"|\[\s*[{[])/, "file-is-json"],
  [/^ID;P/, "file-is-sylk"],
  [/^#!\s*\//, "file-is-program"],
];

/** The refusal of a file that is certainly neither text nor a ZIP, or of a text that is certainly no table; null: it may be a roster. */
export function otherKind(head: Uint8Array): Problem | null {
  const kind = kindOfBytes(head) ?? kindOfText(head);
  return kind === null ? null : problem(kind);
}

function kindOfBytes(head: Uint8Array): Refusal | null {
  const start = Buffer.from(head.subarray(0, 16));
  const hex = start.toString("hex");
  if (hex.startsWith("d0cf11e0a1b11ae1")) return oleKind(head);
  const known = FIRST_BYTES.find(([bytes]) => hex.startsWith(bytes));
  if (known) return known[1];
  const [name, brand] = [start.toString("latin1", 4, 8), start.toString("latin1", 8, 12)];
  if (name === "ftyp") return /^(?:hei|mif|avi)/.test(brand) ? "file-is-image" : "file-is-media";
  if (start.toString("latin1", 0, 4) === "RIFF") return brand === "WEBP" ? "file-is-image" : "file-is-media";
  // Two letters are too few to go by, unless bytes follow that no text has.
  if (!head.includes(0)) return null;
  if (hex.startsWith("424d")) return "file-is-image";
  return hex.startsWith("4d5a") ? "file-is-program" : null;
}

/** The same of a text in UTF-16, of which the bytes say nothing. */
export function otherKindOfText(head: Uint8Array, encoding: string): Problem | null {
  const kind = kindOfText(head, encoding);
  return kind === null ? null : problem(kind);
}

function kindOfText(head: Uint8Array, encoding = "utf-8"): Refusal | null {
  const text = new TextDecoder(encoding).decode(head.subarray(0, 2048)).trim();
  return FIRST_WORDS.find(([sign]) => sign.test(text))?.[1] ?? null;
}
