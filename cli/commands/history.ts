// The history of a roster: every version and every upload, oldest first, who made it, and what became of each.
import type { AuditAct, DecisionAct } from "#shared/domain/audit.ts";
import { rosterHistory } from "#shared/domain/history/roster-history.ts";
import { unusedVersions } from "#shared/domain/history/unused-versions.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { regencyOf, rosterNamed } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { UsageError } from "../failures.ts";
import { withProvince } from "../province.ts";
import { historyText } from "../render/history-text.ts";

export const history: Command = {
  name: "history",
  summary: {
    id: "semua versi dan unggahan sebuah daftar, yang terlama dahulu",
    en: "all versions and uploads of a roster, oldest first",
  },
  positionals: ["ROSTER"],
  options: PROVINCE_OPTIONS,
  examples: ["history 14.03/rentan/apbd-2022", "history 14.03/rentan/apbd-2022 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const roster = rosterNamed(line.positionals[0] ?? "");
      const regency = regencyOf(rosterParts(roster).regency, access.code);
      // The head first: the record of a version is there before a head moves to it.
      const head = await access.heads.read(roster);
      const uploads = (await access.reader.uploads(regency)).filter((upload) => upload.roster === roster);
      const versions = await access.reader.versions(roster);
      const decisions = (await access.audit.acts(access.code)).filter(isDecision);
      const entries = rosterHistory(head, { versions, uploads, decisions });
      const unused = unusedVersions(head, versions, uploads);
      if (entries.length === 0) {
        throw new UsageError({
          id: `Belum ada unggahan untuk ${roster}.`,
          en: `Nothing has been uploaded for ${roster}.`,
        });
      }
      output.answer({
        roster,
        current: head.current || null,
        reportedOn: head.reportedOn,
        history: entries,
        unusedVersions: unused,
      });
      output.say(historyText({ roster, reportedOn: head.reportedOn, entries, unused }));
      return EXIT.ok;
    }),
};

function isDecision(act: AuditAct): act is DecisionAct {
  return act.kind === "release" || act.kind === "discard";
}
