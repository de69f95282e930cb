// The province on this machine ended while a command talked to it.
import { CannotDo } from "./failures.ts";

const NO_ANSWER = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** null for anything else. */
export function goneComplaint(error: unknown): CannotDo | null {
  if (!(error instanceof Error) || ![error, error.cause].some(isNoAnswer)) return null;
  return new CannotDo({
    id: "Provinsi di komputer ini tidak lagi menjawab: prosesnya sudah berhenti. Jalankan lagi dengan `npm start`, lalu ulangi perintah ini; isinya hanya ada selama prosesnya berjalan, jadi berkas perlu diunggah lagi.",
    en: "The province on this machine no longer answers: its process has ended. Start it again with `npm start`, then repeat this command; what it holds lives as long as its process, so files have to be uploaded again.",
  });
}

/** A socket's own error, also where `fetch` or the SDK wraps it. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof Error && "code" in error && NO_ANSWER.has(String(error.code));
}
