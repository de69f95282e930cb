// The fold, and what is stored of it.
import type { Bug } from "../bug.ts";

const READ = "shared/domain/fold/read-coverage.ts";
const REPEATED = "shared/domain/fold/count-repeated-workers.ts";
const STORE = "shared/adapters/aws/dynamo-coverage-store.ts";
const UPDATE = "functions/update-coverage/update-coverage.ts";
const FOLD = ["test/shared/domain/fold-coverage.test.ts"];
const CONTRACT = ["test/shared/contract/coverage-store.test.ts"];

export const COVERAGE_BUGS: readonly Bug[] = [
  {
    name: "the overlap is not subtracted",
    file: READ,
    was: "overlap: (inRosters[at] ?? 0) - workers",
    becomes: "overlap: inRosters[at] ?? 0",
    tests: FOLD,
  },
  {
    name: "covered is the sum over rosters",
    file: READ,
    was: "    covered: workers,",
    becomes: "    covered: inRosters[at] ?? 0,",
    tests: FOLD,
  },
  {
    name: "a worker with several rows counts once for each",
    file: "shared/domain/fold-coverage.ts",
    was: "repeated[row] = 1;",
    becomes: "repeated[row] = 0;",
    tests: FOLD,
  },
  {
    name: "the last month of a protection does not count",
    file: "shared/domain/fold/count-rows.ts",
    was: "lastMonthAt(table, row) - first + 1",
    becomes: "lastMonthAt(table, row) - first",
    tests: FOLD,
  },
  {
    name: "an old-age programme alone is coverage",
    file: REPEATED,
    was: "if (!includesAll(row.programmes, JKK_JKM)) continue;",
    becomes: "if (row.programmes === 0) continue;",
    tests: FOLD,
  },
  {
    name: "workers whose ids begin alike are one worker",
    file: "shared/domain/fold/regency-rows.ts",
    was: "if (first !== undefined && compare(first, row) !== 0) {",
    becomes: "if (first === row && compare(first, row) !== 0) {",
    tests: FOLD,
  },
  {
    name: "a worker of three rosters stands in one pair only",
    file: REPEATED,
    was: "for (let other = place + 1; other < rosters.length; other += 1) {",
    becomes: "for (let other = place + 1; other < rosters.length && place === 0; other += 1) {",
    tests: FOLD,
  },
  {
    name: "a lower ticket writes over a higher one",
    file: STORE,
    was: "(ticket < :ticket AND generation <= :generation)",
    becomes: "ticket < :ticket OR generation <= :generation",
    tests: CONTRACT,
  },
  {
    name: "a fold of older heads with a higher ticket is stored",
    file: STORE,
    was: "(ticket < :ticket AND generation <= :generation)",
    becomes: "(ticket < :ticket AND (generation <= :generation OR attribute_exists(generation)))",
    tests: CONTRACT,
  },
  {
    name: "a fold whose write was repeated removes its own figures",
    file: STORE,
    was: "if (!written && (await this.#holds(regency, coverage.ticket))) return true;",
    becomes: "",
    tests: CONTRACT,
  },
  {
    name: "the day of a regency falls with a message that comes late",
    file: STORE,
    was: '"attribute_not_exists(asOf) OR asOf <= :asOf"',
    becomes: '"attribute_not_exists(asOf) OR asOf <= :asOf OR asOf > :asOf"',
    tests: CONTRACT,
  },
  {
    name: "keys that the table left unprocessed are not asked for again",
    file: "shared/adapters/aws/dynamo-slices.ts",
    was: "const unread = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];",
    becomes: "const unread: Item[] = [];",
    tests: ["test/shared/adapters/aws/dynamo-slices.test.ts"],
  },
  {
    name: "stored months are taken for fresh although a head has moved",
    file: "shared/domain/stored-coverage.ts",
    was: "stored.generation === generationOf(heads)",
    becomes: "stored.generation <= generationOf(heads)",
    tests: ["test/simulation/orders/orders.test.ts"],
  },
  {
    name: "a fold goes on without the slices that are gone",
    file: UPDATE,
    was: "if (slices === null) continue;",
    becomes: "if (slices === null) return;",
    tests: ["test/functions/update-coverage/update-coverage.test.ts"],
  },
  {
    name: "the ticket is taken after everything was read, so that the older state may have the higher one",
    file: UPDATE,
    was: `    const { ticket, asOf } = await ports.coverage.takeTicket(regency, update.asOf);
    const heads = await ports.heads.ofRegency(regency);
    // One worker would count as two: the message comes back when all are rewritten.
    if (areOfSeveralKeys(heads)) throw new Error("the pseudonym key is being changed");
    const stored = await ports.coverage.current(regency);
    const reference = await ports.reference.ofRegency(regency);`,
    becomes: `    const heads = await ports.heads.ofRegency(regency);
    if (areOfSeveralKeys(heads)) throw new Error("the pseudonym key is being changed");
    const stored = await ports.coverage.current(regency);
    const reference = await ports.reference.ofRegency(regency);
    const { ticket, asOf } = await ports.coverage.takeTicket(regency, update.asOf);`,
    tests: ["test/functions/update-coverage/update-coverage.test.ts"],
  },
  {
    name: "one regency that fails takes the batch with it as done",
    file: UPDATE,
    was: `      await updateCoverage(ports, update);
      for (const message of update.messages) done(message);`,
    becomes: `      for (const message of update.messages) done(message);
      await updateCoverage(ports, update);`,
    tests: ["test/functions/update-coverage/update-coverage.test.ts"],
  },
];
