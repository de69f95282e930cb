// What the upload page does in the browser: checks the chosen file against the link, sends it, and says what came of it. Its data stand in the page
// as JSON. Texts are only ever set as text.

export const UPLOAD_SCRIPT = `
"use strict";
const link = JSON.parse(document.getElementById("link").textContent);
const area = document.getElementById("area");
const chosen = document.getElementById("file");
const outcome = document.getElementById("outcome");

function tell(tone, id, en) {
  outcome.className = "outcome " + tone;
  const line = (language, text) => {
    const span = document.createElement("span");
    span.className = language;
    span.lang = language;
    span.textContent = text;
    return span;
  };
  outcome.replaceChildren(line("id", id), line("en", en));
  outcome.hidden = false;
}

/** The file's own name, without what a key or a file system would trip over. */
function cleaned(name) {
  const plain = name.normalize("NFC").replace(/[\\u0000-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]/g, "");
  return plain.replace(/[\\\\/:*?"<>|#%{}^~\`\\[\\]]+/g, "-").replace(/\\s+/g, " ").trim().slice(-150);
}

function formFor(name) {
  const lower = name.toLowerCase();
  return link.forms.find((form) => form.endings.some((ending) => lower.endsWith(ending)));
}

async function send(file) {
  const name = cleaned(file.name);
  const form = formFor(name);
  if (form === undefined) return tell("bad", "Hanya berkas CSV atau Excel (.xlsx) yang diterima. Simpan sebagai salah satunya.", "Only CSV and Excel (.xlsx) files are taken. Save it as one of them.");
  if (/\\d{16}/.test(name)) return tell("bad", "Nama berkas memuat 16 angka, yang mungkin sebuah NIK. Ganti nama berkas dahulu.", "The file's name holds 16 digits, which may be a NIK. Rename the file first.");
  if (file.size === 0) return tell("bad", "Berkas ini kosong.", "The file is empty.");
  if (file.size > form.mostBytes) return tell("bad", "Berkas terlalu besar (paling besar " + form.mostBytes / 1048576 + " MB).", "The file is too large (at most " + form.mostBytes / 1048576 + " MB).");
  if (Date.now() >= Date.parse(link.expiresAt)) return tellExpired();
  tell("plain", "Mengirim " + name + " …", "Sending " + name + " …");
  area.setAttribute("aria-busy", "true");
  chosen.disabled = true;
  try {
    const body = new FormData();
    for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
    body.set("key", link.prefix + name);
    body.append("file", file, name);
    await tellAnswer(name, await fetch(form.url, { method: "POST", body, credentials: "omit" }));
  } catch {
    tell("bad", "Berkas tidak terkirim, atau jawabannya tidak sampai. Periksa sambungan internet, lalu coba lagi; mengirim dua kali tidak merusak apa pun.", "The file was not sent, or the answer did not arrive. Check the connection and try again; sending twice does no harm.");
  } finally {
    area.removeAttribute("aria-busy");
    chosen.disabled = false;
    chosen.value = "";
  }
}

async function tellAnswer(name, response) {
  if (response.ok) return tell("good", "Terkirim: " + name + ". Tanda terimanya menyusul dari kantor Anda.", "Sent: " + name + ". Its receipt will reach your office.");
  const text = await response.text();
  const code = (/<Code>([A-Za-z]+)<\\/Code>/.exec(text) || [])[1] || String(response.status);
  if (/expired/i.test(text)) return tellExpired();
  if (code === "EntityTooLarge") return tell("bad", "Berkas terlalu besar.", "The file is too large.");
  tell("bad", "Ditolak oleh tempat penyimpanan (" + code + "). Mintalah tautan baru.", "Refused by the storage (" + code + "). Ask for a new link.");
}

function tellExpired() {
  tell("bad", "Tautan ini sudah kedaluwarsa. Mintalah yang baru.", "This link has expired. Ask for a new one.");
}

chosen.addEventListener("change", () => {
  if (chosen.files.length > 0) send(chosen.files[0]);
});
for (const event of ["dragenter", "dragover"]) {
  area.addEventListener(event, (entering) => {
    entering.preventDefault();
    area.classList.add("over");
  });
}
for (const event of ["dragleave", "drop"]) area.addEventListener(event, () => area.classList.remove("over"));
area.addEventListener("drop", (dropped) => {
  dropped.preventDefault();
  const files = dropped.dataTransfer.files;
  if (files.length === 1) send(files[0]);
  else tell("bad", "Kirim satu berkas setiap kali.", "Send one file at a time.");
});
for (const event of ["dragover", "drop"]) document.addEventListener(event, (elsewhere) => elsewhere.preventDefault());
if (Date.now() >= Date.parse(link.expiresAt)) tellExpired();
`;
