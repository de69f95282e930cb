// Deletes every version of every stored file that names people who are to be erased. A file that an upload still needs is left, and told of: without it
// the upload could not be planned again, and everybody else in it would wait.

import { sixteenDigitsIn } from "#shared/domain/nik-in-text.ts";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { EraseFilesPorts, FileVersion, SearchResult, StoredFiles } from "./needs.ts";

export interface FilesToErase {
  readonly province: ProvinceCode;
  readonly niks: ReadonlySet<string>;
  readonly dryRun: boolean;
  /** Also those that an upload under way, or removals that wait, still need. */
  readonly now: boolean;
}

export interface ErasedFiles {
  /** Versions deleted, or that would be. */
  readonly files: number;
  readonly rejectedRows: number;
  /** Ids of uploads, or keys of files that are not an upload yet, whose files hold them and were left. */
  readonly waiting: readonly string[];
  /** Keys of files of which it cannot be told. */
  readonly unreadable: readonly string[];
}

export async function eraseFiles(ports: EraseFilesPorts, erase: FilesToErase): Promise<ErasedFiles> {
  const waiting: string[] = [];
  const unreadable: string[] = [];
  const deleteFrom = async (files: StoredFiles, neededBy: (file: FileVersion) => string | null): Promise<number> => {
    let deleted = 0;
    for (const file of await files.list()) {
      const found = await resultOf(files, file, erase.niks);
      if (found === "unreadable") unreadable.push(file.key);
      if (found !== "holds") continue;
      const needs = erase.now ? null : neededBy(file);
      if (needs !== null) {
        waiting.push(needs);
        continue;
      }
      if (!erase.dryRun) await files.remove(file);
      deleted += 1;
    }
    return deleted;
  };
  const uploads = (await Promise.all(regenciesOf(erase.province).map((one) => ports.uploads.uploads(one)))).flat();
  const files = await deleteFrom(ports.rosterFiles, (file) => neededBy(file, uploads, erase.province));
  const rejectedRows = await deleteFrom(ports.rejectedRowsFiles, () => null);
  return { files, rejectedRows, waiting, unreadable };
}

async function resultOf(
  files: StoredFiles,
  file: FileVersion,
  niks: ReadonlySet<string>,
): Promise<SearchResult | null> {
  if ([...sixteenDigitsIn(file.key)].some((digits) => niks.has(digits))) return "holds";
  return files.search(file, niks);
}

function neededBy(file: FileVersion, uploads: readonly UploadRecord[], province: ProvinceCode): string | null {
  // Where the bucket keeps no versions, the same content under the same key is the file of several uploads.
  const ofFile = uploads.filter(
    ({ object }) =>
      object.key === file.key &&
      (file.versionId === null ? object.etag === file.etag : object.versionId === file.versionId),
  );
  if (ofFile.length === 0) return parseObjectKey(file.key, province).kind === "roster" ? file.key : null;
  return ofFile.find(({ status }) => status === "planned" || status === "held")?.uploadId ?? null;
}
