// Reference data as items of the Coverage table, under the scope of their regency: JSON texts, so that a person can read them in the console.
import { claimsFigure, storedAgreement, targetFigure, workforceFigure } from "#events/stored-reference.ts";
import type { AgreementHistory } from "#shared/domain/reference/agreement-history.ts";
import { figureName, type ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { AgreementName } from "#shared/domain/reference/reference-key.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import { coverageKey } from "./coverage-items.ts";
import { type Item, longText, longTextIn, textIn } from "./items.ts";

export const AGREEMENT_PREFIX = "agreement#";
export const WORKFORCE_PREFIX = "workforce#";
export const TARGET_PREFIX = "target#";
export const CLAIMS_PREFIX = "claims#";

export function agreementKey({ regency, slug }: AgreementName): Item {
  return coverageKey(regency, `${AGREEMENT_PREFIX}${slug}`);
}

export function slugOf(item: Item): string {
  return textIn(item, COVERAGE_KEY.sort).slice(AGREEMENT_PREFIX.length);
}

export function figureKey(figure: ReferenceFigure): Item {
  return coverageKey(figure.regency, figureName(figure));
}

export function figureText(one: ReferenceFigure): string {
  switch (one.kind) {
    case "workforce":
      return JSON.stringify(workforceFigure.encode(one.figure));
    case "targets":
      return JSON.stringify(targetFigure.encode(one.figure));
    case "claims":
      return JSON.stringify(claimsFigure.encode(one.figure));
  }
}

/** Files of an agreement repeat each other: packed, hundreds of them stay far below the size of an item. */
export function historyAttribute(files: AgreementHistory): Item[string] {
  return longText(JSON.stringify(storedAgreement.encode({ files })));
}

export function historyIn(item: Item): AgreementHistory {
  return storedAgreement.parse(JSON.parse(longTextIn(item, "files"))).files;
}
