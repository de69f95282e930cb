// Signed forms by which a browser puts files into one roster: nothing but that prefix, that kind of file and that size, and not for long.
import type { S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import type { RosterId } from "#shared/domain/roster.ts";
import { UPLOAD_TYPES, type UploadForm, type UploadLink, type UploadType } from "#shared/domain/upload-link.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";

export class S3UploadForms {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** Ends with the credentials that sign it, where those end sooner. */
  async link(roster: RosterId, seconds: number, now: Date): Promise<UploadLink> {
    const prefix = `${ROSTERS_PREFIX}${roster}/`;
    const { expiration } = await this.#s3.config.credentials();
    const wanted = now.getTime() + seconds * 1000;
    const ends = Math.min(wanted, expiration?.getTime() ?? wanted);
    const lasting = Math.floor((ends - now.getTime()) / 1000);
    const forms = await Promise.all(UPLOAD_TYPES.map((type) => this.#form(prefix, type, lasting)));
    return { roster, prefix, forms, expiresAt: new Date(ends).toISOString() };
  }

  async #form(prefix: string, type: UploadType, seconds: number): Promise<UploadForm> {
    const { url, fields } = await createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      // The name is put in by the page; the policy says what it begins with.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own form for the name of the file
      Key: `${prefix}${"${filename}"}`,
      Fields: { "Content-Type": type.contentType, success_action_status: "201" },
      Conditions: [["content-length-range", 1, type.mostBytes]],
      Expires: seconds,
    });
    return { ...type, url, fields };
  }
}
