// The pseudonym of a NIK: AES-256 of its 16 digits, one block each, under the deployment's secret key. A keyed permutation: two workers never
// share an id, and a batch costs one call of the cipher.

import { createCipheriv, createHash } from "node:crypto";
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { SECRET_KEY_FIELD } from "#shared/names.ts";
import type { Pseudonyms } from "#shared/ports.ts";

const secretSchema = z.object({ [SECRET_KEY_FIELD]: z.string().min(32) });

/** @param secret any text of enough entropy; the AES key is its SHA-256 */
export function pseudonymsOf(secret: string): Pseudonyms {
  const key = createHash("sha256").update(secret).digest();
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

/** Reads the key when it is first needed; a warm function keeps it, a failed read is tried again. */
export function warmPseudonyms(secrets: SecretsManagerClient, secretArn: string): () => Promise<Pseudonyms> {
  let warm: Pseudonyms | undefined;
  return async () => {
    if (warm === undefined) {
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretArn }));
      warm = pseudonymsOf(secretSchema.parse(JSON.parse(SecretString ?? "{}"))[SECRET_KEY_FIELD]);
    }
    return warm;
  };
}
