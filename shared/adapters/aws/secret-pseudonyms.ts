// The pseudonym of a NIK: AES-256 of its 16 digits, one block each, under the deployment's secret key. A keyed permutation: two workers never
// share an id, and a batch costs one call of the cipher.

import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { SECRET_KEY_FIELD } from "#shared/names.ts";
import type { Pseudonyms } from "#shared/ports.ts";

const secretSchema = z.object({ [SECRET_KEY_FIELD]: z.string().min(32), next: z.string().min(32).optional() });

/** @param secret any text of enough entropy; the AES key is its SHA-256 */
export function pseudonymsOf(secret: string): Pseudonyms {
  const key = keyOf(secret);
  // A block does not depend on those before it, so one cipher serves all calls.
  const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  return {
    keyId: createHash("sha256").update("cakupan key id").update(key).digest("hex").slice(0, 8),
    of(niks) {
      if (niks.length % 16 !== 0) throw new RangeError("NIK must be 16 bytes each");
      return cipher.update(niks);
    },
  };
}

/** Worker ids back to NIK: for changing the key, in memory only. */
export function niksOf(secret: string, ids: Uint8Array): Uint8Array {
  if (ids.length % 16 !== 0) throw new RangeError("worker ids must be 16 bytes each");
  const decipher = createDecipheriv("aes-256-ecb", keyOf(secret), null).setAutoPadding(false);
  const niks = decipher.update(ids);
  if (niks.some((byte) => byte < 48 || byte > 57)) throw new Error("these worker ids were made with another key");
  return niks;
}

function keyOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The key, and while it is being changed the one that follows. */
export interface PseudonymKeys {
  readonly key: string;
  readonly next: string | null;
}

export class SecretKeys {
  readonly #secrets: SecretsManagerClient;
  readonly #arn: string;

  constructor(secrets: SecretsManagerClient, secretArn: string) {
    this.#secrets = secrets;
    this.#arn = secretArn;
  }

  async read(): Promise<PseudonymKeys> {
    const { SecretString } = await this.#secrets.send(new GetSecretValueCommand({ SecretId: this.#arn }));
    const { [SECRET_KEY_FIELD]: key, next = null } = secretSchema.parse(JSON.parse(SecretString ?? "{}"));
    return { key, next };
  }

  async write({ key, next }: PseudonymKeys): Promise<void> {
    const value = { [SECRET_KEY_FIELD]: key, ...(next === null ? {} : { next }) };
    await this.#secrets.send(new PutSecretValueCommand({ SecretId: this.#arn, SecretString: JSON.stringify(value) }));
  }
}

/**
 * Reads the key when it is first needed, and again when another one is in force; a warm function keeps it, a failed read is tried again.
 * The id is that of the key in force; null where there was only ever one.
 */
export function warmPseudonyms(
  secrets: SecretsManagerClient,
  secretArn: string,
): (keyId: string | null) => Promise<Pseudonyms> {
  const keys = new SecretKeys(secrets, secretArn);
  let warm: Pseudonyms | undefined;
  return async (keyId) => {
    if (warm === undefined || (keyId !== null && keyId !== warm.keyId)) {
      const { key, next } = await keys.read();
      warm = [key, ...(next === null ? [] : [next])]
        .map(pseudonymsOf)
        .find((one) => keyId === null || one.keyId === keyId);
      if (warm === undefined) throw new Error("the secret does not hold the key that is in force");
    }
    return warm;
  };
}
