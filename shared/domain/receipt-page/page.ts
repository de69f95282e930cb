// A page for a person: one self-contained document in two languages, Indonesian until another is chosen. It loads nothing, sends nothing and, by
// its own policy, may not.
import { type Html, html, htmlText, ownMarkup } from "../html.ts";
import type { Bilingual } from "../text.ts";
import { PAGE_STYLE } from "./style.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface Page {
  readonly title: Bilingual;
  readonly body: Html;
}

export interface PageFrame {
  /** What the page may do; nothing but show itself where this is left out. */
  readonly policy?: string;
  /** Added to the style of all pages. */
  readonly style?: string;
  /** After the body. */
  readonly script?: Html;
}

export function pageText(
  { title, body }: Page,
  { policy = POLICY, style = "", script = html`` }: PageFrame = {},
): string {
  return htmlText(html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title.id} / ${title.en}</title>
<style>${ownMarkup(PAGE_STYLE + style)}</style>
</head>
<body>
<input class="language" type="radio" name="language" id="language-id" checked aria-label="Bahasa Indonesia">
<input class="language" type="radio" name="language" id="language-en" aria-label="English">
<nav class="languages" aria-label="Bahasa / language"><label for="language-id" lang="id">Indonesia</label><label for="language-en" lang="en">English</label></nav>
<main>
<h1>${both(title)}</h1>
${body}
</main>
${script}</body>
</html>
`);
}

/** A text in both languages, of which the page shows the one that is chosen. */
export function both({ id, en }: Bilingual): Html {
  return html`<span class="id" lang="id">${id}</span><span class="en" lang="en">${en}</span>`;
}

/** The same, each language with markup of its own. */
export function bothMarkup({ id, en }: { readonly id: Html; readonly en: Html }): Html {
  return html`<span class="id" lang="id">${id}</span><span class="en" lang="en">${en}</span>`;
}

/** A name from outside, kept apart from the direction of the text around it. */
export function named(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}
