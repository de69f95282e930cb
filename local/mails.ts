// E-mail subscriptions on this machine: each message becomes a file that any mail program opens.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dayInJakarta } from "#shared/domain/day.ts";

export interface Mail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** UTC, ISO 8601. */
  readonly sentAt: string;
}

export interface MailFolder {
  readonly directory: string;
  write(mail: Mail): void;
}

/** Files are named by the day in Jakarta and their order, e.g. `2024-01-01-0001-dinas@example.go.id.eml`. */
export function openMailFolder(directory: string): MailFolder {
  let written = 0;
  return {
    directory,
    write: (mail) => {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      const number = String(++written).padStart(4, "0");
      const to = mail.to.replace(/[^\w.@+-]/g, "_");
      writeFileSync(join(directory, `${dayInJakarta(mail.sentAt)}-${number}-${to}.eml`), formatMail(mail), {
        mode: 0o600,
      });
    },
  };
}

/** The message as RFC 5322 has it, its text as plain UTF-8, so that it can be read as it lies. */
export function formatMail({ to, from, subject, text, sentAt }: Mail): string {
  return [
    `From: ${from}`,
    `To: ${oneLine(to)}`,
    `Subject: ${encodeWords(oneLine(subject))}`,
    `Date: ${new Date(sentAt).toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text.replace(/\r?\n/g, "\r\n"),
    "",
  ].join("\r\n");
}

/** Encoded words of RFC 2047, each at most 75 characters long and made of whole characters. */
function encodeWords(subject: string): string {
  if (/^[\x20-\x7e]*$/.test(subject)) return subject;
  const words: string[] = [];
  let part = "";
  for (const character of subject) {
    if (Buffer.byteLength(part + character) > 42) {
      words.push(part);
      part = "";
    }
    part += character;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
