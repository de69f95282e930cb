// Secrets Manager on this machine, as far as the functions need it: GetSecretValue, PutSecretValue and DescribeSecret over its JSON protocol.
// Values are generated as the template says and live as long as the process.
import { randomInt, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { close, listen, portOf } from "./emulators/loopback.ts";
import type { GenerateSecret, SecretResource } from "./template/storage.ts";

export interface SecretsEndpoint {
  readonly endpoint: string;
  build(secrets: readonly SecretResource[]): void;
  stop(): Promise<void>;
}

interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  value: string;
  versionId: string;
}

const requestShape = z.object({ SecretId: z.string(), SecretString: z.string().optional() });

export async function startSecrets(port: number): Promise<SecretsEndpoint> {
  const secrets: StoredSecret[] = [];
  const answer = (action: string, body: string): { status: number; body: unknown } => {
    const request = requestShape.safeParse(JSON.parse(body));
    if (!request.success)
      return { status: 400, body: { __type: "InvalidRequestException", message: "SecretId is missing" } };
    const id = request.data.SecretId;
    const secret = secrets.find(({ name, arn }) => id === arn || id === name);
    if (secret === undefined)
      return { status: 400, body: { __type: "ResourceNotFoundException", message: `there is no secret ${id}` } };
    const { name, arn, value, versionId } = secret;
    switch (action) {
      case "GetSecretValue":
        return {
          status: 200,
          body: { ARN: arn, Name: name, SecretString: value, VersionId: versionId, VersionStages: ["AWSCURRENT"] },
        };
      case "PutSecretValue":
        secret.value = request.data.SecretString ?? "";
        secret.versionId = randomUUID();
        return {
          status: 200,
          body: { ARN: arn, Name: name, VersionId: secret.versionId, VersionStages: ["AWSCURRENT"] },
        };
      case "DescribeSecret":
        return { status: 200, body: { ARN: arn, Name: name, VersionIdsToStages: { [versionId]: ["AWSCURRENT"] } } };
      default:
        return { status: 400, body: { __type: "InvalidAction", message: `${action} is not built on this machine` } };
    }
  };
  const server = createServer(async (request, response) => {
    const action = String(request.headers["x-amz-target"] ?? "").replace(/^secretsmanager\./, "");
    const { status, body } = answer(action, (await text(request)) || "{}");
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
  });
  await listen(server, port);
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    build: (resources) => {
      for (const { name, arn, value, generate } of resources) {
        secrets.push({ name, arn, value: value ?? generateSecretString(generate), versionId: randomUUID() });
      }
    },
    stop: () => close(server),
  };
}

/** A value of the length and alphabet asked for, set into the JSON template when there is one. */
export function generateSecretString(generate: GenerateSecret | null): string {
  const alphabet = [
    generate?.ExcludeUppercase ? "" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    generate?.ExcludeLowercase ? "" : "abcdefghijklmnopqrstuvwxyz",
    generate?.ExcludeNumbers ? "" : "0123456789",
    generate?.ExcludePunctuation ? "" : "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
  ].join("");
  const letters = [...alphabet].filter((letter) => !(generate?.ExcludeCharacters ?? "").includes(letter));
  const password = Array.from(
    { length: generate?.PasswordLength ?? 32 },
    () => letters[randomInt(letters.length)],
  ).join("");
  if (generate?.GenerateStringKey === undefined) return password;
  return JSON.stringify({
    ...JSON.parse(generate.SecretStringTemplate ?? "{}"),
    [generate.GenerateStringKey]: password,
  });
}
