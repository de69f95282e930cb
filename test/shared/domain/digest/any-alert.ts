// An alert for tests that only care which it is, when it was and how severe.
import { alert as alertSchema } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { type Day, day } from "#shared/domain/day.ts";
import { regencyCode, regencyName } from "#shared/domain/region.ts";
import sample from "../../../../events/samples/coverage-dropped.json" with { type: "json" };

interface Given {
  readonly asOf: Day | string;
  readonly severity?: Alert["severity"];
  readonly regency?: string;
  readonly message?: Alert["message"];
}

export function anyAlert(alertId: string, { asOf, severity = "warning", regency = "14.03", message }: Given): Alert {
  const place = regencyCode(regency);
  return {
    ...alertSchema.parse(sample),
    alertId,
    severity,
    regency: place,
    name: regencyName(place),
    asOf: day(asOf),
    ...(message === undefined ? {} : { message }),
  };
}
