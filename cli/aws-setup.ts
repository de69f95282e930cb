// What AWS, or the environment by which it is found, lacks for a command: said as a thing that the person can mend, where the SDK only names the thing.
import { CannotDo } from "./failures.ts";

const HERE = {
  id: "Untuk provinsi di komputer ini: `npm start`, lalu perintah tanpa --province.",
  en: "For a province on this machine: `npm start`, then the command without --province.",
};

const REFUSED_CREDENTIALS = new Set([
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
]);
const NO_ANSWER = new Set(["EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT"]);

/** null for anything else, which is no matter of how AWS is set up. */
export function awsSetupComplaint(error: unknown): CannotDo | null {
  if (!(error instanceof Error)) return null;
  const { name, message } = error;
  const code = "code" in error ? String(error.code) : "";
  if (message === "Region is missing")
    return new CannotDo({
      id: `Region AWS belum disebut: \`export AWS_REGION=ap-southeast-3\` (region provinsi itu di infra/provinces.ts). ${HERE.id}`,
      en: `The AWS region is not set: \`export AWS_REGION=ap-southeast-3\` (the province's region, see infra/provinces.ts). ${HERE.en}`,
    });
  if (name === "CredentialsProviderError")
    return new CannotDo({
      id: `Kredensial AWS tidak ada: masuk dahulu (\`aws sso login\`, \`export AWS_PROFILE=…\`). ${HERE.id}`,
      en: `There are no AWS credentials: log in first (\`aws sso login\`, \`export AWS_PROFILE=…\`). ${HERE.en}`,
    });
  if (REFUSED_CREDENTIALS.has(name))
    return new CannotDo({
      id: `AWS menolak kredensial ini (${name}): masuk lagi (\`aws sso login\`), atau periksa AWS_PROFILE.`,
      en: `AWS refuses these credentials (${name}): log in again (\`aws sso login\`), or check AWS_PROFILE.`,
    });
  if (name === "AccessDenied" || name === "AccessDeniedException")
    return new CannotDo({
      id: `AWS tidak mengizinkan: ${message} Hak yang diperlukan tiap perintah ada di README dan docs/runbook.md.`,
      en: `AWS does not allow it: ${message} Which rights a command needs is said in the README and docs/runbook.md.`,
    });
  if (NO_ANSWER.has(code))
    return new CannotDo({
      id: `AWS tidak menjawab (${code}): periksa jaringan dan AWS_REGION.`,
      en: `AWS does not answer (${code}): check the network and AWS_REGION.`,
    });
  return null;
}
