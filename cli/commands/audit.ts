// Who did what to the province's data: uploads, decisions about removals that waited, erasures and changes of the key; oldest first.

import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { AuditAct } from "#shared/domain/audit.ts";
import type { UploadStatus } from "#shared/domain/receipt.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { auditText } from "../render/audit-text.ts";

export interface UploadAct {
  readonly kind: "upload";
  readonly at: string;
  /** The AWS account or service that put the file; null where S3 does not tell. */
  readonly by: string | null;
  readonly roster: RosterId;
  readonly uploadId: string;
  readonly fileName: string;
  readonly status: UploadStatus;
}

export const audit: Command = {
  name: "audit",
  summary: {
    id: "siapa melakukan apa: unggahan, keputusan, penghapusan, penggantian kunci",
    en: "who did what: uploads, decisions, erasures, changes of the key",
  },
  positionals: [],
  options: PROVINCE_OPTIONS,
  examples: ["audit", "audit --province 14 --json"],

  run: (line, output) =>
    withProvince(line, async ({ access }) => {
      const acts = await actsOf(access);
      output.answer(acts);
      output.say(auditText(acts));
      return EXIT.ok;
    }),
};

async function actsOf({ audit: records, reader, code }: ProvinceAccess): Promise<readonly (AuditAct | UploadAct)[]> {
  const uploads = (await Promise.all(regenciesOf(code).map((regency) => reader.uploads(regency)))).flat();
  const acts: readonly (AuditAct | UploadAct)[] = [
    ...uploads.map(({ receivedAt, requester, roster, uploadId, fileName, status }): UploadAct => {
      return { kind: "upload", at: receivedAt, by: requester, roster, uploadId, fileName, status };
    }),
    ...(await records.acts(code)),
  ];
  return [...acts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
