// One entry of the catalogue: a file as somebody might send it, and what must come of it.
import type { Bilingual } from "#shared/domain/text.ts";

export interface CatalogueCase {
  readonly title: Bilingual;
  readonly fileName: string;
  readonly make: () => string | Uint8Array | Promise<Uint8Array>;
  readonly expected: Expected;
  /** `14.03/rentan/apbd-2022` where it does not matter. */
  readonly roster?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

export interface Expected {
  /** `warned`: all rows are taken, but something is told; `rejected`: some rows are not. */
  readonly outcome: "accepted" | "warned" | "rejected" | "refused";
  /** All codes that are told, of the file or of any row. */
  readonly codes: readonly string[];
  /** Rows read and accepted, where they are not one each. */
  readonly read?: number;
  readonly accepted?: number;
}

export interface CatalogueGroup {
  readonly title: Bilingual;
  readonly cases: readonly CatalogueCase[];
}

type Counts = Pick<Expected, "read" | "accepted">;

export function accepted(counts: Counts = {}): Expected {
  return { outcome: "accepted", codes: [], ...counts };
}

export function warned(codes: string, counts: Counts = {}): Expected {
  return { outcome: "warned", codes: codes.split(" "), ...counts };
}

/** By default one row is read and none accepted. */
export function rejected(codes: string, counts: Counts = {}): Expected {
  return { outcome: "rejected", codes: codes.split(" "), accepted: 0, ...counts };
}

export function refused(code: string): Expected {
  return { outcome: "refused", codes: [code], read: 0, accepted: 0 };
}

type More = Pick<CatalogueCase, "roster" | "metadata"> & { readonly fileName?: string };

/** A CSV, unless its name says otherwise. */
export function file(
  id: string,
  en: string,
  content: CatalogueCase["make"] | string | Uint8Array,
  expected: Expected,
  more: More = {},
): CatalogueCase {
  const make = typeof content === "function" ? content : () => content;
  return { title: { id, en }, fileName: "data.csv", make, expected, ...more };
}
