// From slices to a head that has moved.
import type { Bug } from "../bug.ts";

const APPLY = "functions/apply-enrolments/apply-enrolments.ts";
const CRASHES = ["test/simulation/crash/crash-points.test.ts"];
const LATE = ["test/simulation/late-messages.test.ts"];
const ORDERS = ["test/simulation/orders/orders.test.ts"];

export const APPLYING_BUGS: readonly Bug[] = [
  {
    name: "the head moves before the last part is there",
    file: APPLY,
    was: "if (applied < batch.parts) return;",
    becomes: "if (applied < 1) return;",
    tests: ["test/functions/apply-enrolments/apply-enrolments.test.ts"],
  },
  {
    name: "a part is noted before its slice is written",
    file: APPLY,
    was: `    await ports.slices.put(roster, version, part, bytes);
    applied = await ports.heads.addPart(batch, part);`,
    becomes: `    applied = await ports.heads.addPart(batch, part);
    await ports.slices.put(roster, version, part, bytes);`,
    tests: ["test/functions/apply-enrolments/apply-enrolments.test.ts"],
  },
  {
    name: "a void version is not planned again",
    file: APPLY,
    was: 'await ports.rosterUploads.send([{ type: "plan-again", voidVersion: version, event: batch.event }]);',
    becomes: "await ports.rosterUploads.send([]);",
    tests: ORDERS,
  },
  {
    name: "a repetition is taken for a void version",
    file: APPLY,
    was: "if (!moved && !(await ports.heads.wasCurrent(roster, version)))",
    becomes: "if (!moved)",
    tests: CRASHES,
  },
  {
    name: "a version that moved the head before the crash is not finished",
    file: APPLY,
    was: "  await finishUpload(ports, historyMonths, batch);",
    becomes: "  if (moved) await finishUpload(ports, historyMonths, batch);",
    tests: CRASHES,
  },
  {
    name: "nobody is told that coverage has to be looked at",
    file: APPLY,
    was: `  await ports.coverageUpdates.send([
    {`,
    becomes: `  await ports.coverageUpdates.send([]);
  void ([
    {`,
    tests: ORDERS,
  },
  {
    name: "the current version expires, not the one it replaced",
    file: APPLY,
    was: `      batch.base,
      batch.baseParts,`,
    becomes: `      batch.version,
      batch.parts,`,
    tests: ["test/functions/apply-enrolments/apply-enrolments.test.ts"],
  },
  {
    name: "the replaced version expires while it may still be asked for",
    file: APPLY,
    was: "months + 1))",
    becomes: "months))",
    tests: ["test/functions/apply-enrolments/apply-enrolments.test.ts"],
  },
  {
    name: "removals that were withheld are told as applied",
    file: APPLY,
    was: '(planned.changes?.withheld ?? 0) > 0 ? "held" : "applied"',
    becomes: '(planned.changes?.withheld ?? 0) < 0 ? "held" : "applied"',
    tests: CRASHES,
  },
  {
    name: "the record ends before its receipt",
    file: APPLY,
    was: `  await ports.receipts.write(batch.receiptKey, receipt);
  await ports.receipts.announce(batch.receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(batch.roster, receipt);`,
    becomes: `  await ports.uploads.finish(batch.roster, receipt);
  await ports.receipts.write(batch.receiptKey, receipt);
  await ports.receipts.announce(batch.receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));`,
    tests: CRASHES,
  },
  {
    name: "nobody concludes the removals that a newer upload has left behind",
    file: APPLY,
    was: "for (const { uploadId } of await overtakenHolds(ports, roster))",
    becomes: "for (const { uploadId } of (await overtakenHolds(ports, roster)).slice(0, 0))",
    tests: ["test/functions/apply-enrolments/apply-enrolments.test.ts"],
  },
  {
    name: "whose removals wait is forgotten with the next whole list",
    file: "shared/domain/recent-uploads.ts",
    was: "older.filter((one) => one.withholds)",
    becomes: "older.filter((one) => !one.withholds)",
    tests: ["test/shared/domain/recent-uploads.test.ts"],
  },
  {
    name: "slices that come late undo what was decided of an upload",
    file: APPLY,
    was: 'if (record.status !== "planned") {',
    becomes: 'if (record.status === "superseded") {',
    tests: LATE,
  },
];
