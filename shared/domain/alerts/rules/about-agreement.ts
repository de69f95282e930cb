// How alerts name an agreement and one of its periods.

import { monthText } from "../../month.ts";
import type { Agreement, AgreementPeriod } from "../../reference/agreement.ts";
import type { RaisedKind } from "../standing.ts";

export function aboutAgreement({ regency, slug, sponsor }: Agreement, { first, last }: AgreementPeriod) {
  return { agreement: `${regency}/${slug}`, sponsor, first, last } as const;
}

export function agreementKey(kind: RaisedKind, { slug }: Agreement, { first }: AgreementPeriod): string {
  return `${kind}/${slug}/${monthText(first)}`;
}
