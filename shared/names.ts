// Names that infrastructure and runtime must agree on, each written once.

/** Key attributes of the two tables; all are strings. */
export const REGISTRY_KEY = { partition: "slice" } as const;
export const COVERAGE_KEY = { partition: "scope", sort: "item" } as const;
/** Attribute by which DynamoDB deletes what has expired: seconds since 1970. */
export const EXPIRES_AT = "expiresAt";

/** Where rosters are put: `rosters/{regency}/{segment}/{slug}/{file name}`. */
export const ROSTERS_PREFIX = "rosters/";
/** Where receipts are written: `receipts/{roster}/{upload id}.json`. */
export const RECEIPTS_PREFIX = "receipts/";
/** Where reference data are put, by kind. */
export const REFERENCE_PREFIXES = ["agreements/", "workforce/", "targets/", "claims/"] as const;
/** Where their receipts are written: `receipts/_reference/{kind}/{upload id}.json`. */
export const REFERENCE_RECEIPTS_PREFIX = "receipts/_reference/";

/** Where the receipts of files without a usable roster stand. */
export const REFUSED_RECEIPTS_PREFIX = "receipts/_refused/";
/** Tag of the files in which rejected rows go back, by which they expire before their receipt. */
export const REJECTED_ROWS_TAG = { key: "holds", value: "rejected-rows" } as const;

/** Environment variables of the functions, by what they hold. */
export const ENV = {
  province: "PROVINCE",
  rostersBucket: "ROSTERS_BUCKET",
  receiptsBucket: "RECEIPTS_BUCKET",
  registryTable: "REGISTRY_TABLE",
  coverageTable: "COVERAGE_TABLE",
  pseudonymSecret: "PSEUDONYM_SECRET_ARN",
  rosterUploadsQueue: "ROSTER_UPLOADS_QUEUE_URL",
  enrolmentEventsQueue: "ENROLMENT_EVENTS_QUEUE_URL",
  coverageUpdatesQueue: "COVERAGE_UPDATES_QUEUE_URL",
  coverageChangesQueue: "COVERAGE_CHANGES_QUEUE_URL",
  referenceUploadsQueue: "REFERENCE_UPLOADS_QUEUE_URL",
  receiptsTopic: "RECEIPTS_TOPIC_ARN",
  alertsTopic: "ALERTS_TOPIC_ARN",
  /** JSON: when something is told. */
  alertRules: "ALERT_RULES",
  digestTopic: "DIGEST_TOPIC_ARN",
  historyMonths: "HISTORY_MONTHS",
  holdWorkers: "HOLD_WORKERS",
  holdShare: "HOLD_SHARE",
  holdMost: "HOLD_MOST",
  /** Dead letters of the function's own queue. */
  deadLettersQueue: "DEAD_LETTERS_QUEUE_URL",
} as const;

/** The functions, in the order of the pipeline: folder under functions/. */
export const FUNCTIONS = [
  "validate-roster",
  "apply-enrolments",
  "start-coverage-day",
  "update-coverage",
  "emit-alerts",
  "send-digest",
  "store-reference",
  "reconcile-province",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** The five queues of the pipeline; each has a dead-letter queue. */
export const QUEUES = [
  "roster-uploads",
  "enrolment-events",
  "coverage-updates",
  "coverage-changes",
  "reference-uploads",
] as const;
export type QueueName = (typeof QUEUES)[number];

/** The daily runs, each with the function that it starts; what could not be started, or failed for good, lies in a dead-letter queue of this name. */
export const DAILY_RUNS = {
  "coverage-day": "start-coverage-day",
  "coverage-digest": "send-digest",
  reconciliation: "reconcile-province",
} as const satisfies Readonly<Record<string, FunctionName>>;
export type DailyRunName = keyof typeof DAILY_RUNS;

/** All that has dead letters: the queues, the daily runs, and what a subscribed queue or HTTPS endpoint did not take. */
export const DEAD_LETTERS = [
  ...QUEUES,
  "coverage-day",
  "coverage-digest",
  "reconciliation",
  "alert-delivery",
] as const satisfies readonly (QueueName | DailyRunName | "alert-delivery")[];
export type DeadLettersName = (typeof DEAD_LETTERS)[number];

/** Events of the log that are counted: what a function writes, and what infra/constructs/measures.ts makes a metric of. */
export const MEASURED = {
  rowsChecked: "rows-checked",
  problemsFound: "problems-found",
  uploadFinished: "upload-finished",
  uploadRefused: "upload-refused",
  coverageWritten: "coverage-written",
  dayStarted: "day-started",
  alertPublished: "alert-published",
  reconciliationFound: "reconciliation-found",
  uploadsHeld: "uploads-held",
  uploadHeldLong: "upload-held-long",
} as const;
/** The name of the error with which a file stops whose rows do not add up. */
export const ROWS_UNBALANCED = "RowsUnbalanced";

/** Stack outputs that the commands read. */
export const OUTPUTS = {
  province: "Province",
  rostersBucket: "RostersBucketName",
  receiptsBucket: "ReceiptsBucketName",
  registryTable: "RegistryTableName",
  coverageTable: "CoverageTableName",
  receiptsTopic: "ReceiptsTopicArn",
  alertsTopic: "AlertsTopicArn",
  digestTopic: "DigestTopicArn",
  /** Where an alert goes that a subscribed queue or HTTPS endpoint did not take. */
  alertDeliveryDeadLetters: "AlertDeliveryDeadLettersArn",
  startCoverageDay: "StartCoverageDayFunctionName",
  sendDigest: "SendDigestFunctionName",
  reconcileProvince: "ReconcileProvinceFunctionName",
  pseudonymSecret: "PseudonymSecretArn",
  /** JSON: when removals are held, and when something is told. */
  removalGuard: "RemovalGuard",
  alertRules: "AlertRules",
} as const;
/** Outputs of the queues: `RosterUploadsQueueUrl`, `RosterUploadsDeadLettersUrl`, … */
export function queueOutputs(queue: QueueName): { readonly queue: string; readonly deadLetters: string } {
  return { queue: `${joined(queue)}QueueUrl`, deadLetters: deadLettersOutput(queue) };
}

/** `CoverageDayDeadLettersUrl`, … */
export function deadLettersOutput(name: DeadLettersName): string {
  return `${joined(name)}DeadLettersUrl`;
}

/** `roster-uploads` → `RosterUploads` */
function joined(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _hyphen, letter: string) => letter.toUpperCase());
}

/** Outputs that name the function of a daily run. */
export const RUN_OUTPUTS: Readonly<Record<DailyRunName, string>> = {
  "coverage-day": OUTPUTS.startCoverageDay,
  "coverage-digest": OUTPUTS.sendDigest,
  reconciliation: OUTPUTS.reconcileProvince,
};

/** The CloudFormation stack of a province, e.g. `Cakupan-14`. */
export function stackName(province: string): string {
  return `Cakupan-${province}`;
}

/** The pseudonym secret is JSON with this field; the AES-256 key is its SHA-256. */
export const SECRET_KEY_FIELD = "key";
