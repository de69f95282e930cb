// What nobody has foreseen, told to a person: of a file which one it was, else what the fault says of itself.
import type { Bilingual } from "#shared/domain/text.ts";

export function faultText(error: unknown): string {
  if (isOfFile(error)) return both(unusableFile(error.path, error.code ?? error.name));
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

function both({ id, en }: Bilingual): string {
  return `${id}\n${en}`;
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException & { readonly path: string } {
  return error instanceof Error && "syscall" in error && "path" in error && typeof error.path === "string";
}
