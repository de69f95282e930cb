// Agreements, workforce figures, targets and claims of regencies. A figure is replaced only by a newer upload; an agreement's item holds every file of it
// and changes under a revision, so that two at once lose nothing.
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { claimsFigure, targetFigure, workforceFigure } from "#events/stored-reference.ts";
import {
  type AgreementHistory,
  agreementOf,
  type SentAgreement,
  withSent,
} from "#shared/domain/reference/agreement-history.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import type { ReferenceFigure } from "#shared/domain/reference/figure.ts";
import type { AgreementName } from "#shared/domain/reference/reference-key.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import type { ReferenceStore } from "#shared/ports.ts";
import { type Item, ifCondition, number, numberIn, text, textIn } from "./items.ts";
import { queryItems } from "./query-items.ts";
import {
  AGREEMENT_PREFIX,
  agreementKey,
  CLAIMS_PREFIX,
  figureKey,
  figureText,
  historyAttribute,
  historyIn,
  slugOf,
  TARGET_PREFIX,
  WORKFORCE_PREFIX,
} from "./reference-codec.ts";

export class DynamoReference implements ReferenceStore {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  async ofRegency(regency: RegencyCode): Promise<RegencyReference> {
    const [agreements, workforces, targets] = await Promise.all(
      [AGREEMENT_PREFIX, WORKFORCE_PREFIX, TARGET_PREFIX].map((prefix) => this.#items(regency, prefix)),
    );
    return {
      agreements: (agreements ?? []).flatMap(
        (item) => agreementOf({ regency, slug: slugOf(item) }, historyIn(item)) ?? [],
      ),
      workforces: (workforces ?? []).map((item) => workforceFigure.parse(JSON.parse(textIn(item, "body")))),
      targets: (targets ?? []).map((item) => targetFigure.parse(JSON.parse(textIn(item, "body")))),
    };
  }

  async claims(regency: RegencyCode): Promise<readonly Claims[]> {
    const items = await this.#items(regency, CLAIMS_PREFIX);
    return items.map((item) => claimsFigure.parse(JSON.parse(textIn(item, "body"))));
  }

  async put(figure: ReferenceFigure, order: UploadOrder): Promise<"applied" | "unchanged" | "superseded"> {
    for (;;) {
      const key = figureKey(figure);
      const item = await this.#get(key);
      const before = item === undefined ? null : { order: textIn(item, "uploadOrder"), body: textIn(item, "body") };
      if (before !== null && before.order > order) return "superseded";
      // The same upload again, which may have died before it told of what it changed.
      if (before?.order === order) return "applied";
      const body = figureText(figure);
      const written = await ifCondition(() =>
        this.#dynamo.send(
          new PutItemCommand({
            TableName: this.#table,
            Item: { ...key, uploadOrder: text(order), body: text(body) },
            ...(before === null
              ? { ConditionExpression: "attribute_not_exists(uploadOrder)" }
              : {
                  ConditionExpression: "uploadOrder = :before",
                  ExpressionAttributeValues: { ":before": text(before.order) },
                }),
          }),
        ),
      );
      if (written) return before?.body === body ? "unchanged" : "applied";
      // Another upload was quicker: look again which of the two is newer.
    }
  }

  async addAgreement(name: AgreementName, sent: SentAgreement): Promise<AgreementHistory> {
    for (;;) {
      const item = await this.#get(agreementKey(name));
      const before = item === undefined ? [] : historyIn(item);
      if (before.some(({ order }) => order === sent.order)) return before;
      const revision = item === undefined ? 0 : numberIn(item, "revision");
      const after = withSent(before, sent);
      const written = await ifCondition(() =>
        this.#dynamo.send(
          new PutItemCommand({
            TableName: this.#table,
            Item: { ...agreementKey(name), revision: number(revision + 1), files: historyAttribute(after) },
            ConditionExpression: "attribute_not_exists(revision) OR revision = :before",
            ExpressionAttributeValues: { ":before": number(revision) },
          }),
        ),
      );
      if (written) return after;
    }
  }

  #items(regency: RegencyCode, prefix: string): Promise<readonly Item[]> {
    return queryItems(this.#dynamo, this.#table, regency, prefix);
  }

  async #get(key: Item): Promise<Item | undefined> {
    const { Item: item } = await this.#dynamo.send(
      new GetItemCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return item;
  }
}
