// What people ask of the Coverage table: lists of uploads, alerts and months that the functions themselves never need.
import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { alert } from "#events/alert.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { ClosedMonth } from "#shared/domain/coverage.ts";
import { type Day, day } from "#shared/domain/day.ts";
import type { ProvinceCode, RegencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import type { RosterVersion } from "#shared/domain/roster-version.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { decodeMonth } from "./coverage-codec.ts";
import {
  ALERT_PREFIX,
  coverageKey,
  DAY_ITEM,
  MONTH_PREFIX,
  REGENCY_ITEM,
  UPLOAD_PREFIX,
  uploadKey,
  VERSION_PREFIX,
  versionPrefix,
} from "./coverage-items.ts";
import { uploadOf } from "./dynamo-uploads.ts";
import { type Item, textIn } from "./items.ts";
import { queryItems } from "./query-items.ts";
import { versionOf } from "./version-item.ts";

export class DynamoCoverageReader {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  /** Oldest first. */
  async uploads(regency: RegencyCode): Promise<readonly UploadRecord[]> {
    const items = await queryItems(this.#dynamo, this.#table, regency, UPLOAD_PREFIX);
    return items.map(uploadOf).sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  async upload(regency: RegencyCode, uploadId: string): Promise<UploadRecord | null> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: uploadKey(regency, uploadId), ConsistentRead: true }),
    );
    return item === undefined ? null : uploadOf(item);
  }

  /** All versions of a roster, also those that never became current, by number. */
  async versions(roster: RosterId): Promise<readonly RosterVersion[]> {
    const items = await queryItems(this.#dynamo, this.#table, rosterParts(roster).regency, versionPrefix(roster));
    return items.map(versionOf);
  }

  /** The same of every roster of a regency. */
  async versionsOfRegency(regency: RegencyCode): Promise<ReadonlyMap<RosterId, readonly RosterVersion[]>> {
    const items = await queryItems(this.#dynamo, this.#table, regency, VERSION_PREFIX);
    return Map.groupBy(items.map(versionOf), ({ roster }) => roster);
  }

  /** Those published of a regency, or of the province itself and not of its regencies; in the order of their keys. */
  async alerts(scope: RegencyCode | ProvinceCode): Promise<readonly Alert[]> {
    const items = await queryItems(this.#dynamo, this.#table, scope, ALERT_PREFIX);
    return items.map((item) => alert.parse(JSON.parse(textIn(item, "body"))));
  }

  /** Months that have left the window of the fold, as they were last seen. */
  async frozenMonths(regency: RegencyCode): Promise<readonly ClosedMonth[]> {
    const items = await queryItems(this.#dynamo, this.#table, regency, MONTH_PREFIX);
    return items.map(decodeMonth);
  }

  /** The day of the last daily run; null before the first. */
  lastDay(province: ProvinceCode): Promise<Day | null> {
    return this.#dayIn(coverageKey(province, DAY_ITEM));
  }

  /** The day for which a regency's coverage was last looked at: it may be later than that of its last fold. */
  dayOf(regency: RegencyCode): Promise<Day | null> {
    return this.#dayIn(coverageKey(regency, REGENCY_ITEM));
  }

  async #dayIn(key: Item): Promise<Day | null> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item === undefined ? null : day(textIn(item, "asOf"));
  }
}
