// A page to open and drop a file on: it sends the file where the link allows and says what came of it. It loads nothing and talks to nobody else.
import { dayInJakarta } from "#shared/domain/day.ts";
import { dayNameEn, dayNameId } from "#shared/domain/format.ts";
import { type Html, html, ownMarkup } from "#shared/domain/html.ts";
import { both, pageText } from "#shared/domain/receipt-page/page.ts";
import { regencyName } from "#shared/domain/region.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { SEGMENTS } from "#shared/domain/segment.ts";
import type { UploadLink } from "#shared/domain/upload-link.ts";
import { UPLOAD_SCRIPT } from "./script.ts";

const STYLE = `
.area{display:block;border:3px dashed #57606a;border-radius:.6rem;padding:2.5rem 1rem;text-align:center;cursor:pointer;margin:1rem 0;background:#f3f5f7}
.area.over{border-color:#1b4f72;background:#e6f0f7}
.area[aria-busy=true]{opacity:.6;cursor:progress}
.area input{display:block;margin:1rem auto 0;max-width:100%;font:inherit}
.area:focus-within{outline:3px solid #b35900;outline-offset:2px}
.outcome{font-weight:600}
`;

/** @param scriptHash SHA-256 of `UPLOAD_SCRIPT` in base64: no other script may run */
export function uploadPage(link: UploadLink, scriptHash: string): string {
  const origins = [...new Set(link.forms.map(({ url }) => originOf(url)))].join(" ");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; connect-src ${origins}; base-uri 'none'; form-action 'none'`;
  return pageText(
    { title: { id: "Unggah daftar pekerja", en: "Upload a roster of workers" }, body: bodyOf(link) },
    {
      policy,
      style: STYLE,
      script: html`<script type="application/json" id="link">${ownMarkup(jsonText(link))}</script>
<script>${ownMarkup(UPLOAD_SCRIPT)}</script>
`,
    },
  );
}

function bodyOf({ roster, expiresAt }: UploadLink): Html {
  const { regency, segment, slug } = rosterParts(roster);
  const { label } = SEGMENTS[segment];
  const about = (name: string): string => `${regencyName(regency)}, ${name}, ${slug}`;
  const until = dayInJakarta(expiresAt);
  const at = new Date(Date.parse(expiresAt) + 7 * 3_600_000).toISOString();
  return html`<p>${both({ id: about(label.id), en: about(label.en) })} (<code>${roster}</code>)</p>
<label class="area" id="area" for="file">${both({ id: "Seret berkas ke sini, atau pilih:", en: "Drop a file here, or choose one:" })}
<input type="file" id="file" accept=".csv,.txt,.xlsx,.gz"></label>
<div class="outcome" id="outcome" role="status" aria-live="polite" hidden></div>
<ul>
<li>${both({ id: "CSV atau Excel (.xlsx), satu berkas setiap kali.", en: "CSV or Excel (.xlsx), one file at a time." })}</li>
<li>${both({
    id: "Berkas biasa adalah daftar lengkap: pekerja yang tidak disebut lagi, berakhir. Nama yang berakhir dengan .add.csv atau .add.xlsx hanya menambah; .end.csv atau .end.xlsx hanya mengakhiri yang disebut.",
    en: "A plain file is the whole list: workers who are no longer named end. A name that ends in .add.csv or .add.xlsx only adds; .end.csv or .end.xlsx only ends those named.",
  })}</li>
<li>${both({
    id: `Halaman ini berlaku sampai ${dayNameId(until)} pukul ${at.slice(11, 16).replace(":", ".")} WIB. Siapa pun yang memilikinya dapat mengunggah: jangan diteruskan.`,
    en: `This page works until ${dayNameEn(until)}, ${at.slice(11, 16)} WIB. Whoever has it can upload: do not pass it on.`,
  })}</li>
</ul>
`;
}

/** `https://bucket.s3.region.amazonaws.com/` → without its path. */
function originOf(url: string): string {
  return /^https?:\/\/[a-z0-9.:-]+/i.exec(url)?.[0] ?? "'none'";
}

/** JSON that cannot end the element it stands in. */
function jsonText(link: UploadLink): string {
  return JSON.stringify(link)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
