// Who did what to the province's data: files that were sent, decisions, erasures, changes of the key, subscriptions, repairs; oldest first.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { AuditAct } from "#shared/domain/audit.ts";
import type { UploadStatus } from "#shared/domain/receipt.ts";
import type { ReferenceKind } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceStatus } from "#shared/domain/reference/reference-receipt.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { withProvince } from "../province.ts";
import { auditText } from "../render/audit-text.ts";

interface FileAct {
  readonly at: string;
  /** The AWS account or service that put the file; null where S3 does not tell. */
  readonly by: string | null;
  readonly uploadId: string;
  readonly fileName: string;
}

export interface UploadAct extends FileAct {
  readonly kind: "upload";
  readonly roster: RosterId;
  readonly status: UploadStatus;
}

/** An agreement, workforce figures, targets or claims. */
export interface ReferenceAct extends FileAct {
  readonly kind: "reference";
  readonly as: ReferenceKind;
  /** `14.03/apbd-2022`; null for tables, and where the key names none. */
  readonly agreement: string | null;
  readonly status: ReferenceStatus;
}

export type ListedAct = AuditAct | UploadAct | ReferenceAct;

export const audit: Command = {
  name: "audit",
  summary: {
    id: "siapa melakukan apa: unggahan, data acuan, keputusan, langganan, perbaikan, penghapusan, kunci",
    en: "who did what: uploads, reference data, decisions, subscriptions, repairs, erasures, keys",
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

async function actsOf({
  audit: records,
  reader,
  referenceReceipts,
  code,
}: ProvinceAccess): Promise<readonly ListedAct[]> {
  const uploads = (await Promise.all(regenciesOf(code).map((regency) => reader.uploads(regency)))).flat();
  const acts: readonly ListedAct[] = [
    ...uploads.map(({ receivedAt, requester, roster, uploadId, fileName, status }): UploadAct => {
      return { kind: "upload", at: receivedAt, by: requester, roster, uploadId, fileName, status };
    }),
    ...(await referenceReceipts.all()).map(
      ({ receivedAt, requester, kind, agreement, uploadId, fileName, status }): ReferenceAct => {
        return { kind: "reference", at: receivedAt, by: requester, as: kind, agreement, uploadId, fileName, status };
      },
    ),
    ...(await records.acts(code)),
  ];
  return [...acts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
