// The function validate-roster on a file, from the first byte of the object to the JSON of the last message; with `--rejected-rows` also the files of
// rejected rows, for which the object is read again. Only the network is missing. `node bench/validate-roster/ours.ts FILE [--rejected-rows]`
import { createReadStream } from "node:fs";
import { enrolmentBatchText } from "#events/enrolment-batch.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { ValidateRosterPorts } from "#functions/validate-roster/needs.ts";
import { validateRoster } from "#functions/validate-roster/validate-roster.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { rosterFileReader } from "#shared/adapters/roster/read-roster.ts";
import { NOBODY_KEPT_OUT } from "#shared/domain/admission.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Head } from "#shared/domain/upload.ts";
import { measure } from "./measured.ts";

const [file = "", writes] = process.argv.slice(2);
const roster = rosterId("14.03/ppu/cabang");
const head: Head = {
  roster,
  current: 0,
  parts: 0,
  filed: 0,
  keyId: null,
  taken: 0,
  recent: [],
  fullOrder: null,
  reportedOn: null,
  latest: null,
};
const event: ObjectCreatedEvent = {
  "detail-type": "Object Created",
  source: "aws.s3",
  time: "2023-03-01T00:00:00Z",
  detail: {
    bucket: { name: "rosters" },
    object: { key: `rosters/${roster}/maret.csv`, etag: "e", sequencer: "01" },
  },
};

let receipt: Receipt | undefined;
let messages = 0;
let bytes = 0;
const notPartOfThis = (): never => {
  throw new Error("a first upload has no need of this");
};
const ports: ValidateRosterPorts = {
  objects: {
    open: async () => ({ metadata: {}, body: createReadStream(file, { highWaterMark: 64 * 1024 }) }),
  },
  reader: rosterFileReader,
  admissions: { read: async () => NOBODY_KEPT_OUT },
  pseudonyms: async () => pseudonymsOf("a secret of the bench, of no worth"),
  uploads: {
    find: async () => null,
    create: async (record) => record,
    planAgain: notPartOfThis,
    release: notPartOfThis,
    finish: notPartOfThis,
  },
  heads: {
    nextVersion: async () => ({ version: 1, head }),
    read: async () => head,
    ofRegency: async () => [],
    wasCurrent: async () => false,
    confirm: notPartOfThis,
    addPart: notPartOfThis,
    voidPlans: notPartOfThis,
    move: notPartOfThis,
  },
  coverageUpdates: { send: notPartOfThis },
  slices: { read: async () => [], put: notPartOfThis, expire: notPartOfThis },
  receipts: {
    write: async (_, written) => {
      receipt = written;
    },
    read: notPartOfThis,
    writeRejectedRows: async (_, rows) => {
      if (writes === "--rejected-rows") for await (const chunk of rows) bytes += chunk.length;
    },
    announce: notPartOfThis,
  },
  enrolmentEvents: {
    send: async (batches) => {
      for (const batch of batches) {
        messages += 1;
        bytes += enrolmentBatchText(batch).length;
      }
    },
  },
  uploadOutcomes: { send: async () => {} },
  log: () => {},
};

await measure(async () => {
  const settings = {
    province: provinceCode("14"),
    guard: { workers: 10, share: 0.1, most: 500 },
    rostersBucket: "rosters",
  };
  await validateRoster(ports, settings, event);
  if (receipt === undefined || bytes === 0) throw new Error("no receipt");
  return { accepted: receipt.rows.accepted, rejected: receipt.rows.rejected, messages };
});
