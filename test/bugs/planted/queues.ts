// Queues, batches, and what the infrastructure says of them.
import type { Bug } from "../bug.ts";

const HANDLER = "shared/lambda/queue-handler.ts";
const QUEUE = "infra/constructs/queue-with-dead-letters.ts";
const HANDLING = ["test/shared/lambda/queue-handler.test.ts"];
const QUEUES = ["test/infra/constructs/queue-with-dead-letters.test.ts"];
const BATCHES = ["test/shared/adapters/aws/batches.test.ts"];

export const QUEUE_BUGS: readonly Bug[] = [
  {
    name: "after an error the batch is answered as done",
    file: HANDLER,
    was: '        parts.log("error", "batch-failed", errorFields(error));',
    becomes: '        parts.log("error", "batch-failed", errorFields(error));\n        open.clear();',
    tests: HANDLING,
  },
  {
    name: "a message that failed is done",
    file: HANDLER,
    was: `        await handle(message);
        done(message);`,
    becomes: `        done(message);
        await handle(message);`,
    tests: HANDLING,
  },
  {
    name: "a message that could not be put with the dead letters is gone",
    file: HANDLER,
    was: '    parts.log("error", "reject-failed", errorFields(error));\n    return false;',
    becomes: '    parts.log("error", "reject-failed", errorFields(error));\n    return true;',
    tests: HANDLING,
  },
  {
    name: "the function works until it is cut off",
    file: HANDLER,
    was: "context.getRemainingTimeInMillis() > reserved",
    becomes: "context.getRemainingTimeInMillis() > reserved - 1e9",
    tests: HANDLING,
  },
  {
    name: "one failed message is answered as none, by a wrong id",
    file: HANDLER,
    was: 'open.delete(idOf.get(message) ?? "")',
    becomes: "open.clear()",
    tests: HANDLING,
  },
  {
    name: "entries that SQS did not take are not sent again",
    file: "shared/adapters/aws/sqs-queue.ts",
    was: "(answer.Failed ?? []).flatMap((failed) => bodies[Number(failed.Id)] ?? [])",
    becomes: "answer.Failed === undefined ? [] : []",
    tests: ["test/shared/adapters/aws/sqs-queue.test.ts"],
  },
  {
    name: "entries that are never taken are given up in silence",
    file: "shared/adapters/aws/retry-until-empty.ts",
    was: "      throw new Error(`${left.length} of ${entries.length} entries not taken after ${attempt} attempts`);",
    becomes: "      return;",
    tests: BATCHES,
  },
  {
    name: "a call carries more than SQS takes",
    file: "shared/adapters/aws/sqs-queue.ts",
    was: "bytes + size > MAX_CALL_BYTES",
    becomes: "size > MAX_CALL_BYTES",
    tests: BATCHES,
  },
  {
    name: "a message comes back while it is still worked on",
    file: QUEUE,
    was: "Duration.seconds(6 * feeds.timeoutSeconds + windowSeconds)",
    becomes: "Duration.seconds(feeds.timeoutSeconds / 2 + windowSeconds)",
    tests: QUEUES,
  },
  {
    name: "one failed message takes its whole batch with it",
    file: QUEUE,
    was: "reportBatchItemFailures: true",
    becomes: "reportBatchItemFailures: false",
    tests: QUEUES,
  },
  {
    name: "a message is given up after its first failure",
    file: QUEUE,
    was: "const MAX_RECEIVES = 5;",
    becomes: "const MAX_RECEIVES = 1;",
    tests: QUEUES,
  },
  {
    name: "dead letters are thrown away after a minute",
    file: "infra/constructs/dead-letters.ts",
    was: "Duration.days(14)",
    becomes: "Duration.minutes(1)",
    tests: QUEUES,
  },
];
