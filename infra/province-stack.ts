// A province, in the order of its pipeline: what stores, what carries, what works, and who is told.
import { Stack } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import { provinceName } from "#shared/domain/region.ts";
import { ENV, type FunctionName, type QueueName, ROSTERS_PREFIX, stackName } from "#shared/names.ts";
import { acknowledgeFindings } from "./acknowledged-findings.ts";
import { AlertSubscriptions } from "./constructs/alert-subscriptions.ts";
import { CoverageDay } from "./constructs/coverage-day.ts";
import { DataKey } from "./constructs/data-key.ts";
import { DeadLetters } from "./constructs/dead-letters.ts";
import { Operators } from "./constructs/operators.ts";
import { PipelineFunction } from "./constructs/pipeline-function.ts";
import { ProvinceBuckets } from "./constructs/province-buckets.ts";
import { writeOutputs, writeQueueOutputs } from "./constructs/province-outputs.ts";
import { ProvinceTables } from "./constructs/province-tables.ts";
import { ProvinceTopics } from "./constructs/province-topics.ts";
import { PseudonymSecret } from "./constructs/pseudonym-secret.ts";
import { QueueWithDeadLetters } from "./constructs/queue-with-dead-letters.ts";
import { Uploaders } from "./constructs/uploaders.ts";
import type { Province } from "./province.ts";

export class ProvinceStack extends Stack {
  constructor(
    scope: Construct,
    { code: province, region, thresholds, historyMonths, alerts, operators: emails, uploaders }: Province,
  ) {
    super(scope, stackName(province), {
      env: { region },
      description: `Cakupan: coverage of BPJS Ketenagakerjaan in ${provinceName(province)}`,
      terminationProtection: true,
    });

    const key = new DataKey(this, province);
    const operators = new Operators(this, { province, key, emails });
    const buckets = new ProvinceBuckets(this, key);
    const tables = new ProvinceTables(this, key);
    const secret = new PseudonymSecret(this, key);
    const topics = new ProvinceTopics(this, province, key);
    const missedDays = new DeadLetters(this, "coverage-day", {
      province,
      key,
      operators,
      meaning: "The daily run of a day did not start: protections that ended that day are not told.",
    });

    // Memory buys processor: 1,769 MB are one whole core, 3,008 MB the most that a new account may take.
    const step = (
      name: FunctionName,
      settings: { memoryMB: number; timeoutSeconds: number; errorImpact: string; deadLetters?: DeadLetters },
    ) => new PipelineFunction(this, name, { province, key, operators, ...settings });

    const validateRoster = step("validate-roster", {
      // Holds a roster and its base; ten million rows take about a minute. Not longer, because a retry waits for six times the time limit.
      memoryMB: 3008,
      timeoutSeconds: 300,
      errorImpact: "An uploader gets no receipt, and the workers of the file are not yet counted as protected.",
    });
    const applyEnrolments = step("apply-enrolments", {
      // At most five messages of 1 MiB at a time, each a few writes.
      memoryMB: 512,
      timeoutSeconds: 60,
      errorImpact:
        "A roster stays at its version before: workers newly enrolled are not counted, those who left still are.",
    });
    const startCoverageDay = step("start-coverage-day", {
      // One message per regency.
      memoryMB: 256,
      timeoutSeconds: 30,
      errorImpact: "Coverage is not evaluated for the new day: a protection that ended at midnight is not told.",
      deadLetters: missedDays,
    });
    const updateCoverage = step("update-coverage", {
      // Reads and folds a million enrolments in seconds, on one core; keeps their slices while it is warm.
      memoryMB: 1769,
      timeoutSeconds: 60,
      errorImpact: "A regency's coverage is shown as it was, and a drop in it is not seen.",
    });
    const emitAlerts = step("emit-alerts", {
      // A few items read, one written, one message.
      memoryMB: 256,
      timeoutSeconds: 30,
      errorImpact: "Those who must act are not told that coverage dropped.",
    });

    const queue = (
      name: QueueName,
      settings: { feeds: PipelineFunction; batchSize: number; windowSeconds?: number; maxConcurrency: number },
    ) => new QueueWithDeadLetters(this, name, { province, key, operators, ...settings });
    const queues = {
      "roster-uploads": queue("roster-uploads", { feeds: validateRoster, batchSize: 1, maxConcurrency: 10 }),
      "enrolment-events": queue("enrolment-events", { feeds: applyEnrolments, batchSize: 5, maxConcurrency: 10 }),
      "coverage-updates": queue("coverage-updates", {
        feeds: updateCoverage,
        batchSize: 100,
        windowSeconds: 2,
        maxConcurrency: 5,
      }),
      "coverage-changes": queue("coverage-changes", { feeds: emitAlerts, batchSize: 10, maxConcurrency: 5 }),
    } as const;

    new Rule(this, "RosterUploaded", {
      description: "A roster was put into the Rosters bucket",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: { bucket: { name: [buckets.rosters.bucketName] }, object: { key: [{ prefix: ROSTERS_PREFIX }] } },
      },
      targets: [new SqsQueue(queues["roster-uploads"].queue)],
    });
    buckets.grantReadRosters(validateRoster);
    buckets.grantReadWriteReceipts(validateRoster);
    secret.grantReadTo(validateRoster);
    tables.grantRegistry(validateRoster, "GetItem", "BatchGetItem");
    tables.grantCoverage(validateRoster, "GetItem", "PutItem", "UpdateItem", "Query");
    queues["enrolment-events"].grantSend(validateRoster);
    topics.grantPublishReceipts(validateRoster);

    tables.grantRegistry(applyEnrolments, "GetItem", "PutItem", "UpdateItem");
    tables.grantCoverage(applyEnrolments, "GetItem", "PutItem", "UpdateItem", "Query");
    buckets.grantReadWriteReceipts(applyEnrolments);
    topics.grantPublishReceipts(applyEnrolments);
    queues["roster-uploads"].grantSend(applyEnrolments);
    queues["coverage-updates"].grantSend(applyEnrolments);
    applyEnrolments.addEnvironment(ENV.historyMonths, String(historyMonths));

    new CoverageDay(this, { province, key, operators, starts: startCoverageDay, deadLetters: missedDays });
    tables.grantCoverage(startCoverageDay, "GetItem", "BatchGetItem", "PutItem", "UpdateItem", "Query");
    queues["coverage-updates"].grantSend(startCoverageDay);

    tables.grantRegistry(updateCoverage, "GetItem", "BatchGetItem");
    tables.grantCoverage(updateCoverage, "GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "Query");
    queues["coverage-changes"].grantSend(updateCoverage);

    tables.grantCoverage(emitAlerts, "GetItem", "PutItem", "UpdateItem", "Query");
    topics.grantPublishAlerts(emitAlerts);
    emitAlerts.addEnvironment(ENV.dropShare, String(thresholds.dropShare));
    emitAlerts.addEnvironment(ENV.dropWorkers, String(thresholds.dropWorkers));
    emitAlerts.addEnvironment(ENV.criticalShare, String(thresholds.criticalShare));

    new AlertSubscriptions(this, { province, key, operators, topic: topics.alerts, subscriptions: alerts });
    new Uploaders(this, { province, key, bucket: buckets.rosters, uploaders });

    writeOutputs(this, {
      province,
      rostersBucket: buckets.rosters.bucketName,
      receiptsBucket: buckets.receipts.bucketName,
      registryTable: tables.registry.tableName,
      coverageTable: tables.coverage.tableName,
      receiptsTopic: topics.receipts.topicArn,
      alertsTopic: topics.alerts.topicArn,
      startCoverageDay: startCoverageDay.functionName,
    });
    writeQueueOutputs(this, queues);
    acknowledgeFindings(this, uploaders);
  }
}
