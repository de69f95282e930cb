// From bytes to checked rows, and what must never leave them.
import type { Bug } from "../bug.ts";

const REPEATS = "shared/domain/roster-file/repeats.ts";
const READING = ["test/shared/adapters/roster/read-roster.test.ts"];
const CATALOGUE = ["test/catalogue/catalogue.test.ts"];

export const ROW_BUGS: readonly Bug[] = [
  {
    name: "a NIK goes through a number, which rounds those of Papua",
    file: "shared/adapters/roster/row-tally.ts",
    was: "writeNik(nik, nikBytes, 0);",
    becomes: "writeNik(String(Number(nik)) as typeof nik, nikBytes, 0);",
    tests: READING,
  },
  {
    name: "a NIK that Excel kept as a number is believed",
    file: "shared/domain/roster-file/identity-checks.ts",
    was: 'if (typeof cell === "number") return',
    becomes: 'if (typeof cell === "string" && cell === "0") return',
    tests: CATALOGUE,
  },
  {
    name: "a NIK whose last digits are lost is believed",
    file: "shared/domain/nik.ts",
    was: 'if (text.endsWith("0000"))',
    becomes: 'if (text.endsWith("00000"))',
    tests: ["test/shared/domain/nik.test.ts"],
  },
  {
    name: "a woman's day of birth is read as it stands",
    file: "shared/domain/nik.ts",
    was: "day: woman ? dayAndSex - WOMEN_FROM : dayAndSex",
    becomes: "day: dayAndSex",
    tests: ["test/shared/domain/nik.test.ts"],
  },
  {
    name: "a repeated row counts twice",
    file: REPEATS,
    was: `        refuse(place);
        duplicates.push`,
    becomes: "        duplicates.push",
    tests: READING,
  },
  {
    name: "of rows that contradict each other the first is believed",
    file: REPEATS,
    was: "    for (const place of places) {\n      refuse(place);",
    becomes: "    for (const place of places.slice(1)) {\n      refuse(place);",
    tests: READING,
  },
  {
    name: "two jobs of one worker contradict each other",
    file: REPEATS,
    was: "Map.groupBy(rows, (place) => employerAt(table, place))",
    becomes: 'Map.groupBy(rows, () => "")',
    tests: READING,
  },
  {
    name: "a rejected row is not known to be anybody's",
    file: "shared/adapters/roster/row-tally.ts",
    was: "rejectedNiks.append(nikView, 0);",
    becomes: "if (read < 0) rejectedNiks.append(nikView, 0);",
    tests: READING,
  },
  {
    name: "a cell of the rejected rows is a formula to who opens it",
    file: "shared/adapters/roster/disarmed.ts",
    was: "FORMULA.test(text) && !SIGNED_NUMBER.test(text)",
    becomes: "FORMULA.test(text) && SIGNED_NUMBER.test(text)",
    tests: ["test/shared/adapters/roster/rejected-rows.test.ts"],
  },
  {
    name: "the pseudonym of a worker needs no key",
    file: "shared/adapters/aws/secret-pseudonyms.ts",
    was: 'return createHash("sha256").update(secret).digest();',
    becomes: 'return createHash("sha256").update(secret.slice(0, 0)).digest();',
    tests: ["test/shared/adapters/aws/secret-pseudonyms.test.ts"],
  },
  {
    name: "a file name with a NIK is repeated in the receipt",
    file: "shared/domain/object-key.ts",
    was: "fileName: CONCEALED_FILE_NAME",
    becomes: 'fileName: key.split("/").at(-1) ?? CONCEALED_FILE_NAME',
    tests: ["test/shared/domain/object-key.test.ts"],
  },
  {
    name: "the log tells what a failed row said",
    file: "shared/lambda/log.ts",
    was: "error: error.name,",
    becomes: "error: error.message,",
    tests: ["test/shared/lambda/queue-handler.test.ts"],
  },
  {
    name: "the stack that is logged begins with the message",
    file: "shared/lambda/log.ts",
    was: ".filter((line) => /^\\s+at /.test(line))",
    becomes: "",
    tests: ["test/shared/lambda/log.test.ts"],
  },
];
