// The record of a version as an item of the Coverage table. It is written with every part that is applied, each time the same.
import { versionRecord } from "#events/version-record.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import { type Item, textIn } from "./items.ts";

export function versionText(record: RosterVersion): string {
  const { roster, version, base, parts, asOf, uploadId, order, receiptKey, keyId, source } = record;
  const { rewritten, rewriting } = record;
  return JSON.stringify(
    versionRecord.encode({
      roster,
      version,
      base,
      parts,
      asOf,
      uploadId,
      order,
      receiptKey,
      keyId,
      source,
      rewritten,
      rewriting,
    }),
  );
}

export function versionOf(item: Item): RosterVersion {
  return versionRecord.parse(JSON.parse(textIn(item, "version")));
}
