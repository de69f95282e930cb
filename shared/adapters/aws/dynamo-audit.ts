// Records of what operators did, under the province. A record is written before its act and once more when that is done; none is ever deleted.
import { createHash } from "node:crypto";
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { auditAct } from "#events/audit-act.ts";
import { type AuditAct, subjectOf } from "#shared/domain/audit.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { AUDIT_PREFIX, coverageKey } from "./coverage-items.ts";
import { text, textIn } from "./items.ts";
import { queryItems } from "./query-items.ts";

export class DynamoAudit {
  readonly #dynamo: DynamoDBClient;
  readonly #table: string;

  constructor(dynamo: DynamoDBClient, table: string) {
    this.#dynamo = dynamo;
    this.#table = table;
  }

  /** The same act again, farther on, takes the place of what was said of it before. */
  async record(province: ProvinceCode, act: AuditAct): Promise<void> {
    const { at, by, kind } = act;
    const id = createHash("sha256")
      .update([at, by, kind, subjectOf(act)].join("\n"))
      .digest("hex")
      .slice(0, 8);
    await this.#dynamo.send(
      new PutItemCommand({
        TableName: this.#table,
        Item: {
          ...coverageKey(province, `${AUDIT_PREFIX}${at}#${kind}#${id}`),
          body: text(JSON.stringify(auditAct.encode(act))),
        },
      }),
    );
  }

  /** Oldest first. */
  async acts(province: ProvinceCode): Promise<readonly AuditAct[]> {
    const items = await queryItems(this.#dynamo, this.#table, province, AUDIT_PREFIX);
    return items.map((item) => auditAct.parse(JSON.parse(textIn(item, "body"))));
  }
}
