// The provinces that are deployed, one entry each. Everything an entry leaves out has a default in province.ts: `province("51")` is a whole province.
// All addresses and accounts below are examples (example.org, 111122223333): put in your own before you deploy.
import { regencyCode } from "#shared/domain/region.ts";
import { type Province, province } from "./province.ts";

const BENGKALIS = regencyCode("14.03");
const SIAK = regencyCode("14.08");
const BATAM = regencyCode("21.71");

export const PROVINCES: readonly Province[] = [
  province("14", {
    operators: ["operators-riau@example.org"],
    alerts: [
      { to: { email: "manpower-riau@example.org" } },
      { to: { email: "regent-bengkalis@example.org" }, regencies: [BENGKALIS], severities: ["critical"] },
      { to: { email: "secretary-riau@example.org" }, digest: true },
    ],
    offices: [{ email: "kepegawaian-siak@example.org", regencies: [SIAK] }],
    uploaders: [
      {
        name: "bengkalis-agencies",
        as: { roleAssumedBy: { account: "111122223333" } },
        rosters: [{ regency: BENGKALIS }],
        reference: [{ agreementsOf: BENGKALIS }],
      },
      {
        name: "riau-manpower",
        as: { roleAssumedBy: { account: "111122223333" } },
        reference: ["workforce", "targets", "claims"],
      },
      { name: "siak-non-asn", as: "user", rosters: [{ regency: SIAK, segment: "non-asn", slug: "pemkab-siak" }] },
    ],
  }),
  province("21", {
    operators: ["operators-kepri@example.org"],
    alertRules: { share: 0.02, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 },
    alerts: [
      {
        to: { queueArn: "arn:aws:sqs:ap-southeast-3:111122223333:example-dashboard" },
        regencies: [BATAM],
        kinds: ["coverage.dropped"],
      },
    ],
  }),
];
