// A legal basis as people write it: `Perbup Bengkalis 65/2023 (mungkin 65/2022); Permendagri 27/2021`.
import type { LegalBasis } from "../agreement.ts";

const FORM = /^(.+?)\s+(?:No\.?\s*|Nomor\s+)?([\w.-]+)(?:\/|\s+Tahun\s+)(\d{4})(?:\s*\((.+)\))?$/i;

/** null: it cannot be read. */
export function readLegalBasis(text: string): readonly LegalBasis[] | null {
  const parts = text.split(";").map((part) => part.trim());
  const read = parts.filter((part) => part !== "" && part !== "-").map(one);
  return read.every((basis) => basis !== null) ? read : null;
}

function one(text: string): LegalBasis | null {
  const [, regulation, number, year, doubt = null] = FORM.exec(text) ?? [];
  if (regulation === undefined || number === undefined || year === undefined) return null;
  return { regulation, number, year: Number(year), doubt };
}

export function legalBasisText(all: readonly LegalBasis[]): string {
  return all
    .map(
      ({ regulation, number, year, doubt }) => `${regulation} ${number}/${year}${doubt === null ? "" : ` (${doubt})`}`,
    )
    .join("; ");
}
