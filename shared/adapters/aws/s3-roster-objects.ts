// Uploaded files, read at exactly the version that the event names; by ETag where the bucket keeps no versions.

import { Readable } from "node:stream";
import { GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { OpenedObject, RosterObjects } from "#shared/ports.ts";

const GONE = new Set(["NoSuchKey", "NoSuchVersion", "PreconditionFailed"]);

export class S3RosterObjects implements RosterObjects {
  readonly #s3: S3Client;

  constructor(s3: S3Client) {
    this.#s3 = s3;
  }

  async open(event: ObjectCreatedEvent): Promise<OpenedObject | null> {
    const { bucket, object } = event.detail;
    const versionId = object["version-id"];
    try {
      const answer = await this.#s3.send(
        new GetObjectCommand({
          Bucket: bucket.name,
          Key: object.key,
          ...(versionId === undefined ? { IfMatch: `"${object.etag}"` } : { VersionId: versionId }),
        }),
      );
      if (!(answer.Body instanceof Readable)) throw new Error("an object without a body");
      return { metadata: answer.Metadata ?? {}, body: wholeBody(answer.Body, answer.ContentLength) };
    } catch (error) {
      if (error instanceof S3ServiceException && GONE.has(error.name)) return null;
      throw error;
    }
  }
}

/** The body, failing when it is shorter or longer than announced: a connection that broke must not look like a short roster. */
async function* wholeBody(body: Readable, announced: number | undefined): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    yield chunk;
  }
  if (announced !== undefined && bytes !== announced) throw new Error(`read ${bytes} of ${announced} bytes`);
}
