// From the event of an upload to its plan, and what is remembered of it.
import type { Bug } from "../bug.ts";

const PLAN_UPLOAD = "functions/validate-roster/plan-upload.ts";
const UPLOADS = "shared/adapters/aws/dynamo-uploads.ts";
const DECIDE = "functions/validate-roster/decide-held-upload.ts";
const CONTRACT = ["test/shared/contract/uploads.test.ts"];
const CRASHES = ["test/simulation/crash/crash-points.test.ts"];
const ORDERS = ["test/simulation/orders/orders.test.ts"];
const LATE = ["test/simulation/late-messages.test.ts"];

export const UPLOAD_BUGS: readonly Bug[] = [
  {
    name: "a list that changes nothing tells nobody that it came",
    file: PLAN_UPLOAD,
    was: "if (head.current > 0) await tellThatItCame",
    becomes: "if (head.current < 0) await tellThatItCame",
    tests: ["test/pipeline/lists-that-come.test.ts"],
  },
  {
    name: "every delivery of an event is an upload of its own, as a message id would make it",
    file: "shared/upload-id.ts",
    was: "update(`${object.key}\\n${version}`)",
    becomes: "update(`${object.key}\\n${version}\\n${performance.now()}`)",
    tests: ORDERS,
  },
  {
    name: "an upload is known by its content, so that a list sent again later is taken for the old one",
    file: "shared/upload-id.ts",
    was: 'object["version-id"] ?? `${object.etag}',
    becomes: "object.etag ?? `${object.etag}",
    tests: ["test/shared/upload-id.test.ts"],
  },
  {
    name: "a second event writes over the record of an upload",
    file: UPLOADS,
    was: '"attribute_not_exists(upload)"',
    becomes: '"attribute_not_exists(upload) OR attribute_exists(upload)"',
    tests: CONTRACT,
  },
  {
    name: "an upload is planned again although its version is not the void one",
    file: UPLOADS,
    was: '"version = :void AND #status = :planned"',
    becomes: '"(version = :void OR attribute_exists(version)) AND #status = :planned"',
    tests: CONTRACT,
  },
  {
    name: "a held upload is released twice",
    file: UPLOADS,
    was: '"#status = :held"',
    becomes: '"#status = :held OR attribute_exists(#status)"',
    tests: CONTRACT,
  },
  {
    name: "a hold is decided although the roster has moved on",
    file: "shared/domain/overtaken-hold.ts",
    was: "(head.current !== left && head.filed !== left)",
    becomes: "(head.current < left && head.filed !== left)",
    tests: ["test/shared/domain/overtaken-hold.test.ts"],
  },
  {
    name: "a decision that comes again is taken again",
    file: DECIDE,
    was: 'if (record.status !== "held")',
    becomes: 'if (record.status === "superseded")',
    tests: LATE,
  },
  {
    name: "an upload whose file is gone ends while its slices may still move the head",
    file: "functions/validate-roster/end-without-file.ts",
    was: "await ports.heads.voidPlans(roster);",
    becomes: "void ports.heads;",
    tests: ["test/pipeline/refusals.test.ts"],
  },
  {
    name: "of uploads of the same file only the first is asked whether it still needs it",
    file: "shared/people/erase-files.ts",
    was: "return ofFile.find(",
    becomes: "return ofFile.slice(0, 1).find(",
    tests: ["test/pipeline/erase.test.ts"],
  },
  {
    name: "an upload without a change settles without a look at the head",
    file: PLAN_UPLOAD,
    was: "if (!(await settles(ports, record, plan))) return false;",
    becomes: "if (record.plan.version < 0 && !(await settles(ports, record, plan))) return false;",
    tests: ORDERS,
  },
  {
    name: "the receipt is written after the record says that the upload has ended",
    file: "functions/validate-roster/end-upload.ts",
    was: `  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(roster, receipt);`,
    becomes: `  await ports.uploads.finish(roster, receipt);
  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));`,
    tests: CRASHES,
  },
  {
    name: "slices are sent before the receipt is there",
    file: "functions/validate-roster/send-version.ts",
    was: `  await ports.receipts.write(record.receiptKey, receipt);
  const about`,
    becomes: `  if (receipt.status !== "planned") await ports.receipts.write(record.receiptKey, receipt);
  const about`,
    tests: CRASHES,
  },
  {
    name: "parts are numbered anew in every message",
    file: "functions/validate-roster/batch-slices.ts",
    was: `      batch = [];
      bytes = 0;`,
    becomes: `      batch = [];
      part = 0;
      bytes = 0;`,
    tests: ["test/functions/validate-roster/batch-slices.test.ts"],
  },
  {
    name: "a whole list of which no row is good is applied",
    file: "functions/validate-roster/notices-of-plan.ts",
    was: 'record.mode === "full" && rows.accepted === 0 && !record.released',
    becomes: 'record.mode === "full" && rows.accepted < 0 && !record.released',
    tests: ["test/pipeline/modes.test.ts"],
  },
  {
    name: "the key of an object is decoded twice",
    file: "shared/domain/object-key.ts",
    was: 'slug = "", ...rest] = key.split("/")',
    becomes: 'slug = "", ...rest] = decodeURIComponent(key.replaceAll("+", " ")).split("/")',
    tests: ["test/shared/domain/object-key.test.ts"],
  },
];
