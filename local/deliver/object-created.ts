// What EventBridge makes of an object in a bucket: the event "Object Created", as S3 sends it.
import { randomUUID } from "node:crypto";
import type { StoredObject } from "../emulators/messaging.ts";
import { LOCAL_ACCOUNT } from "../template/identity.ts";

export interface EventStamp {
  /** Whole seconds, UTC. */
  readonly time: string;
  /** Hexadecimal, rising. */
  readonly sequencer: string;
}

/** Without `version-id`: the emulator keeps no versions, and the functions read by ETag where there is none. */
export function objectCreated(
  object: StoredObject,
  stamp: EventStamp,
  region: string,
): Readonly<Record<string, unknown>> {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Object Created",
    source: "aws.s3",
    account: LOCAL_ACCOUNT,
    time: stamp.time,
    region,
    resources: [`arn:aws:s3:::${object.bucket}`],
    detail: {
      version: "0",
      bucket: { name: object.bucket },
      object: { key: object.key, size: object.size, etag: object.etag, sequencer: stamp.sequencer },
      "request-id": randomUUID(),
      requester: LOCAL_ACCOUNT,
      "source-ip-address": "127.0.0.1",
      // An ETag of parts ends in their number.
      reason: /-\d+$/.test(object.etag) ? "CompleteMultipartUpload" : "PutObject",
    },
  };
}
