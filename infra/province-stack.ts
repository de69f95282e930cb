// A province, in the order of its pipeline: what stores, what carries, what works, and who is told.
import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { provinceName } from "#shared/domain/region.ts";
import { ENV, type FunctionName, type QueueName, stackName } from "#shared/names.ts";
import { acknowledgeFindings } from "./acknowledged-findings.ts";
import { AlertSubscriptions } from "./constructs/alert-subscriptions.ts";
import { DailyRun } from "./constructs/daily-run.ts";
import { DataKey } from "./constructs/data-key.ts";
import { DeadLetters } from "./constructs/dead-letters.ts";
import { Measures } from "./constructs/measures.ts";
import { Operators } from "./constructs/operators.ts";
import { PipelineFunction } from "./constructs/pipeline-function.ts";
import { ProvinceBuckets } from "./constructs/province-buckets.ts";
import { ProvinceDashboard } from "./constructs/province-dashboard.ts";
import { writeDeadLettersOutputs, writeOutputs, writeQueueOutputs } from "./constructs/province-outputs.ts";
import { ProvinceTables } from "./constructs/province-tables.ts";
import { ProvinceTopics } from "./constructs/province-topics.ts";
import { PseudonymSecret } from "./constructs/pseudonym-secret.ts";
import { QueueWithDeadLetters } from "./constructs/queue-with-dead-letters.ts";
import { ReceiptSubscriptions } from "./constructs/receipt-subscriptions.ts";
import { Uploaders } from "./constructs/uploaders.ts";
import { FEEDS, STEPS } from "./pipeline-steps.ts";
import type { Province } from "./province.ts";

export class ProvinceStack extends Stack {
  constructor(
    scope: Construct,
    {
      code: province,
      region,
      alertRules,
      removalGuard,
      historyMonths,
      retention,
      alerts,
      operators: emails,
      uploaders,
      offices,
    }: Province,
  ) {
    super(scope, stackName(province), {
      env: { region },
      description: `Cakupan: coverage of BPJS Ketenagakerjaan in ${provinceName(province)}`,
      terminationProtection: true,
    });

    const key = new DataKey(this, province);
    const operators = new Operators(this, { province, key, emails });
    const common = { province, key, operators };
    const buckets = new ProvinceBuckets(this, key, retention);
    const tables = new ProvinceTables(this, key);
    const secret = new PseudonymSecret(this, key);
    const topics = new ProvinceTopics(this, province, key);
    const missedDays = new DeadLetters(this, "coverage-day", {
      ...common,
      meaning: STEPS["start-coverage-day"].errorImpact,
    });

    const missedDigests = new DeadLetters(this, "coverage-digest", {
      ...common,
      meaning: STEPS["send-digest"].errorImpact,
    });

    const missedReconciliations = new DeadLetters(this, "reconciliation", {
      ...common,
      meaning: STEPS["reconcile-province"].errorImpact,
    });

    const step = (name: FunctionName, deadLetters?: DeadLetters) =>
      new PipelineFunction(this, name, {
        ...common,
        ...STEPS[name],
        logDays: retention.logDays,
        ...(deadLetters === undefined ? {} : { deadLetters }),
      });
    const validateRoster = step("validate-roster");
    const applyEnrolments = step("apply-enrolments");
    const startCoverageDay = step("start-coverage-day", missedDays);
    const updateCoverage = step("update-coverage");
    const emitAlerts = step("emit-alerts");
    const sendDigest = step("send-digest", missedDigests);
    const storeReference = step("store-reference");
    const reconcileProvince = step("reconcile-province", missedReconciliations);

    const queue = (name: QueueName, feeds: PipelineFunction) =>
      new QueueWithDeadLetters(this, name, { ...common, ...FEEDS[name], feeds });
    const rosterUploads = queue("roster-uploads", validateRoster);
    const enrolmentEvents = queue("enrolment-events", applyEnrolments);
    const coverageUpdates = queue("coverage-updates", updateCoverage);
    const coverageChanges = queue("coverage-changes", emitAlerts);
    const referenceUploads = queue("reference-uploads", storeReference);

    // upload → validate-roster
    buckets.sendUploadsTo(rosterUploads.queue, rosterUploads.deadLetters);
    buckets.grantReadRosters(validateRoster);
    buckets.grantReadWriteReceipts(validateRoster);
    buckets.grantWriteRejectedRows(validateRoster);
    secret.grantReadTo(validateRoster);
    tables.grantRegistry(validateRoster, "BatchGetItem");
    tables.grantCoverage(validateRoster, "GetItem", "PutItem", "UpdateItem", "Query");
    enrolmentEvents.grantSend(validateRoster);
    topics.grantPublishReceipts(validateRoster);
    coverageUpdates.grantSend(validateRoster);
    coverageChanges.grantSend(validateRoster);
    validateRoster.addEnvironment(ENV.holdWorkers, String(removalGuard.workers));
    validateRoster.addEnvironment(ENV.holdShare, String(removalGuard.share));
    validateRoster.addEnvironment(ENV.holdMost, String(removalGuard.most));

    // → apply-enrolments, which has an upload planned again when its base has moved
    tables.grantRegistry(applyEnrolments, "UpdateItem");
    tables.grantCoverage(applyEnrolments, "GetItem", "UpdateItem");
    buckets.grantReadWriteReceipts(applyEnrolments);
    topics.grantPublishReceipts(applyEnrolments);
    rosterUploads.grantSend(applyEnrolments);
    coverageUpdates.grantSend(applyEnrolments);
    coverageChanges.grantSend(applyEnrolments);
    applyEnrolments.addEnvironment(ENV.historyMonths, String(historyMonths));

    // midnight → start-coverage-day
    // At ten past, when a day and with it perhaps a month of protection has just ended.
    new DailyRun(this, "CoverageDay", {
      ...common,
      name: "coverage-day",
      description: "Evaluates the coverage of every regency as of the day that begins",
      at: { hour: "0", minute: "10" },
      starts: startCoverageDay,
      deadLetters: missedDays,
    });
    tables.grantCoverage(startCoverageDay, "BatchGetItem", "Query", "UpdateItem");
    coverageUpdates.grantSend(startCoverageDay);

    // agreements, workforce, targets, claims → store-reference
    buckets.sendReferenceTo(referenceUploads.queue, referenceUploads.deadLetters);
    buckets.grantReadReference(storeReference);
    buckets.grantReadWriteReferenceReceipts(storeReference);
    tables.grantCoverage(storeReference, "GetItem", "BatchGetItem", "PutItem");
    topics.grantPublishReceipts(storeReference);
    coverageUpdates.grantSend(storeReference);

    // all three → update-coverage
    tables.grantRegistry(updateCoverage, "BatchGetItem");
    tables.grantCoverage(updateCoverage, "GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "Query");
    coverageChanges.grantSend(updateCoverage);

    // → emit-alerts → subscribers
    tables.grantCoverage(emitAlerts, "GetItem", "PutItem");
    topics.grantPublishAlerts(emitAlerts);
    emitAlerts.addEnvironment(ENV.alertRules, JSON.stringify(alertRules));
    const { alerts: alertsTopic, digest } = topics;
    const subscribers = new AlertSubscriptions(this, { ...common, alerts: alertsTopic, digest, subscriptions: alerts });

    // morning → send-digest → those who want one mail a day
    new DailyRun(this, "CoverageDigest", {
      ...common,
      name: "coverage-digest",
      description: "Tells in one message what was alerted since the morning before",
      at: { hour: "7", minute: "0" },
      starts: sendDigest,
      deadLetters: missedDigests,
    });
    tables.grantCoverage(sendDigest, "GetItem", "BatchGetItem", "PutItem", "Query");
    topics.grantPublishDigest(sendDigest);

    // quiet hour → reconcile-province, which sees which files there are and never what is in them
    // Two hours after the day began, when its messages are worked off.
    new DailyRun(this, "Reconciliation", {
      ...common,
      name: "reconciliation",
      description: "Compares what was uploaded, recorded and counted, and sends again what was lost",
      at: { hour: "2", minute: "10" },
      starts: reconcileProvince,
      deadLetters: missedReconciliations,
    });
    buckets.grantListRosters(reconcileProvince);
    buckets.grantReadRefusals(reconcileProvince);
    tables.grantRegistry(reconcileProvince, "GetItem", "BatchGetItem");
    tables.grantCoverage(reconcileProvince, "GetItem", "BatchGetItem", "PutItem", "UpdateItem", "DeleteItem", "Query");
    rosterUploads.grantSend(reconcileProvince);
    enrolmentEvents.grantSend(reconcileProvince);
    coverageUpdates.grantSend(reconcileProvince);

    new ReceiptSubscriptions(this, { topic: topics.receipts, offices });
    new Uploaders(this, { province, key, bucket: buckets.rosters, uploaders });
    writeOutputs(this, {
      province,
      rostersBucket: buckets.rosters.bucketName,
      receiptsBucket: buckets.receipts.bucketName,
      registryTable: tables.registry.tableName,
      coverageTable: tables.coverage.tableName,
      receiptsTopic: topics.receipts.topicArn,
      alertsTopic: alertsTopic.topicArn,
      digestTopic: digest.topicArn,
      alertDeliveryDeadLetters: subscribers.undelivered.queueArn,
      startCoverageDay: startCoverageDay.functionName,
      sendDigest: sendDigest.functionName,
      reconcileProvince: reconcileProvince.functionName,
      pseudonymSecret: secret.secretArn,
      removalGuard: JSON.stringify(removalGuard),
      alertRules: JSON.stringify(alertRules),
    });
    const queues = {
      "roster-uploads": rosterUploads,
      "enrolment-events": enrolmentEvents,
      "coverage-updates": coverageUpdates,
      "coverage-changes": coverageChanges,
      "reference-uploads": referenceUploads,
    };
    writeQueueOutputs(this, queues);
    writeDeadLettersOutputs(this, {
      "roster-uploads": rosterUploads.deadLetters,
      "enrolment-events": enrolmentEvents.deadLetters,
      "coverage-updates": coverageUpdates.deadLetters,
      "coverage-changes": coverageChanges.deadLetters,
      "reference-uploads": referenceUploads.deadLetters,
      "coverage-day": missedDays,
      "coverage-digest": missedDigests,
      reconciliation: missedReconciliations,
      "alert-delivery": subscribers.undelivered,
    });
    const steps = { validateRoster, applyEnrolments, startCoverageDay, updateCoverage, emitAlerts, reconcileProvince };
    const measures = new Measures(this, { province, operators, ...steps });
    const functions = [...Object.values(steps), sendDigest, storeReference];
    new ProvinceDashboard(this, { province, measures, queues, functions });
    acknowledgeFindings(this, uploaders);
  }
}
