// A file of reference data, read by its kind.
import type { ReferenceReader } from "#shared/ports.ts";
import { readAgreementFile } from "./read-agreement-file.ts";
import { readTableFile } from "./read-table-file.ts";

export const referenceFileReader: ReferenceReader = {
  read: (key, source, province) =>
    key.kind === "agreement"
      ? readAgreementFile(source, key.agreement.regency)
      : readTableFile(key.kind, source, province),
};
