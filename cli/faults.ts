// What nobody has foreseen, told to a person: of a file which one it was, of AWS that nobody is known there, else what the fault says of itself.
import type { Bilingual } from "#shared/domain/text.ts";

export function faultText(error: unknown): string {
  if (isOfFile(error)) return both(unusableFile(error.path, error.code ?? error.name));
  if (isOfAwsAccess(error)) return both(NO_AWS_ACCESS);
  const what =
    error instanceof Error ? `${error.name === "Error" ? "" : `${error.name}: `}${error.message}` : String(error);
  return `Galat yang tidak terduga / unexpected fault: ${what}`;
}

function unusableFile(path: string, code: string): Bilingual {
  return {
    id: `${path}: tidak dapat dibaca atau ditulis (${code}); periksa izinnya dan ruang yang tersisa`,
    en: `${path}: cannot be read or written (${code}); check its permissions and the room left`,
  };
}

const NO_AWS_ACCESS: Bilingual = {
  id: "AWS belum mengenal Anda: setel AWS_PROFILE (atau kredensial lain) dan AWS_REGION, lalu ulangi",
  en: "AWS does not know you yet: set AWS_PROFILE (or other credentials) and AWS_REGION, and try again",
};

function both({ id, en }: Bilingual): string {
  return `${id}\n${en}`;
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException & { readonly path: string } {
  return error instanceof Error && "syscall" in error && "path" in error && typeof error.path === "string";
}

/** As the AWS SDK says that its environment lacks a region or credentials. */
function isOfAwsAccess(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === "CredentialsProviderError" || error.message.startsWith("Region is missing"))
  );
}
