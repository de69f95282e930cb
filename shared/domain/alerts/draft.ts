// An alert as a rule makes it: what is new, how bad it is and whose it is. Head and words come when it is told.
import type { AlertNews, AlertScope, Severity } from "../alert.ts";
import type { Segment } from "../segment.ts";

export interface Draft {
  readonly news: AlertNews;
  readonly severity: Severity;
  readonly scope: AlertScope;
  readonly segment: Segment | null;
}

/** A draft about a whole regency. */
export function ofRegency(severity: Severity, news: AlertNews): Draft {
  return { news, severity, scope: "regency", segment: null };
}
