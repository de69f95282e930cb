// Where a roster stands: its head, the versions it has been at, the order of uploads.
import type { Bug } from "../bug.ts";

const HEADS = "shared/adapters/aws/dynamo-heads.ts";
const CONTRACT = ["test/shared/contract/heads.test.ts"];
const ORDER = ["test/shared/domain/upload-order.test.ts"];

export const ROSTER_HEAD_BUGS: readonly Bug[] = [
  {
    name: "an upload that was taken is not counted, so that one planned before it still fits",
    file: HEADS,
    was: '":next": number(taken + 1),',
    becomes: '":next": number(taken),',
    tests: CONTRACT,
  },
  {
    name: "a version is not marked before the head leaves it",
    file: HEADS,
    was: "if (move.base > 0) await",
    becomes: "if (move.base < 0) await",
    tests: CONTRACT,
  },
  {
    name: "applied parts are counted, not gathered, so that a repetition completes a version",
    file: HEADS,
    was: `          ":part": { NS: [String(part)] },
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return item?.applied?.NS?.length ?? 0;`,
    becomes: `          ":part": number(1),
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return item === undefined ? part : numberIn(item, "applied");`,
    tests: CONTRACT,
  },
  {
    name: "the day of the last report falls when an older upload comes late",
    file: HEADS,
    was: "laterDay(head.reportedOn ?? asOf, asOf)",
    becomes: "laterDay(asOf, asOf)",
    tests: CONTRACT,
  },
  {
    name: "a list that only adds holds back older whole lists",
    file: HEADS,
    was: `...(full ? ["fullOrder = :order"] : [])`,
    becomes: `...(base < 0 ? [] : ["fullOrder = :order"])`,
    tests: CONTRACT,
  },
  {
    name: "a version number is the head's next one, not the counter's",
    file: HEADS,
    was: 'version: numberIn(item, "lastVersion")',
    becomes: 'version: numberIn(item, "current") + 1',
    tests: CONTRACT,
  },
  {
    name: "the sequencer is padded on the left",
    file: "shared/domain/upload-order.ts",
    was: ".padEnd(SEQUENCER_DIGITS",
    becomes: ".padStart(SEQUENCER_DIGITS",
    tests: ORDER,
  },
  {
    name: "the sequencer is compared as it is written, small letters behind large ones",
    file: "shared/domain/upload-order.ts",
    was: "sequencer.toUpperCase().padEnd",
    becomes: "sequencer.padEnd",
    tests: ORDER,
  },
  {
    name: "fractions of a second count, which not every event has",
    file: "shared/domain/upload-order.ts",
    was: ".slice(0, 19)",
    becomes: ".slice(0, 23)",
    tests: ORDER,
  },
  {
    name: "the key goes before the time",
    file: "shared/domain/upload-order.ts",
    was: "`${second} ${encodeURIComponent(key)} ",
    becomes: "`${encodeURIComponent(key)} ${second} ",
    tests: ORDER,
  },
  {
    name: "the newest whole list is superseded by itself when its event comes again",
    file: "shared/domain/upload.ts",
    was: "order < head.fullOrder",
    becomes: "order <= head.fullOrder",
    tests: ["test/simulation/crash/crash-points.test.ts"],
  },
];
