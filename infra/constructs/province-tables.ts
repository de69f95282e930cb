// The two tables: what was enrolled (Registry) and what follows from it (Coverage). Both can be restored to any second of the last 35 days and
// neither is deleted by accident: deletion protection, and they outlive the stack.
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption, type TableProps } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { COVERAGE_KEY, ENV, EXPIRES_AT, REGISTRY_KEY } from "#shared/names.ts";
import type { DataKey } from "./data-key.ts";
import { pinLogicalId } from "./pin-logical-id.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

/** What a function may do with a table: DynamoDB's operations by name. */
export type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";

export class ProvinceTables extends Construct {
  readonly registry: Table;
  readonly coverage: Table;

  constructor(scope: Construct, key: DataKey) {
    super(scope, "Tables");
    const holdsData = {
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: EXPIRES_AT,
    } satisfies Partial<TableProps>;
    this.registry = new Table(this, "Registry", {
      ...holdsData,
      partitionKey: { name: REGISTRY_KEY.partition, type: AttributeType.STRING },
    });
    pinLogicalId(this.registry, "RegistryTable");
    this.coverage = new Table(this, "Coverage", {
      ...holdsData,
      partitionKey: { name: COVERAGE_KEY.partition, type: AttributeType.STRING },
      sortKey: { name: COVERAGE_KEY.sort, type: AttributeType.STRING },
    });
    pinLogicalId(this.coverage, "CoverageTable");
  }

  grantRegistry(to: PipelineFunction, ...actions: readonly TableAction[]): void {
    grant(this.registry, to, actions);
    to.addEnvironment(ENV.registryTable, this.registry.tableName);
  }

  grantCoverage(to: PipelineFunction, ...actions: readonly TableAction[]): void {
    grant(this.coverage, to, actions);
    to.addEnvironment(ENV.coverageTable, this.coverage.tableName);
  }
}

function grant(table: Table, to: PipelineFunction, actions: readonly TableAction[]): void {
  to.allow(
    actions.map((action) => `dynamodb:${action}`),
    table.tableArn,
  );
  to.allowKeyThrough("dynamodb");
}
