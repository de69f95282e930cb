import { describe, expect, it } from "vitest";
import { formatMail } from "#local/mails.ts";

const mail = {
  to: "dinas@example.org",
  from: "Cakupan <a@local.invalid>",
  subject: "Cakupan turun",
  text: "satu\ndua",
  sentAt: "2023-12-31T17:10:00Z",
};

describe("a mail", () => {
  it("has headers, an empty line, and its text with the line ends of mail", () => {
    const [head = "", body = ""] = formatMail(mail).split("\r\n\r\n");
    expect(head.split("\r\n")).toEqual([
      "From: Cakupan <a@local.invalid>",
      "To: dinas@example.org",
      "Subject: Cakupan turun",
      "Date: Sun, 31 Dec 2023 17:10:00 +0000",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
    ]);
    expect(body).toBe("satu\r\ndua\r\n");
  });

  it("encodes a subject beyond ASCII in words of at most 75 characters that join to the same subject", () => {
    const subject = "Perlindungan 24.000 pekerja – Kabupaten Bengkalis – berakhir pada 31 Desember ✓✓✓";
    const header = /^Subject: ((?:.|\r\n )*)\r\n(?! )/m.exec(formatMail({ ...mail, subject }))?.[1] ?? "";
    const words = header.split("\r\n ");
    expect(words.every((word) => word.length <= 75)).toBe(true);
    const parts = words.map((word) => Buffer.from(word.replace(/^=\?UTF-8\?B\?(.*)\?=$/, "$1"), "base64").toString());
    expect(parts.join("")).toBe(subject);
  });

  it("lets no line of the subject become a header of its own", () => {
    expect(formatMail({ ...mail, subject: "a\r\nBcc: other@example.org" })).not.toMatch(/^Bcc/m);
  });
});
