// HTML that cannot be broken out of: whatever is put into a template is escaped, unless it is itself such HTML.

const whole: unique symbol = Symbol("html");

/** Markup made by `html`; its texts are escaped. */
export interface Html {
  readonly [whole]: string;
}

type Part = string | number | Html | readonly Part[];

/** @example html`<td>${fileName}</td>` */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    [whole]: literals.reduce((text, literal, index) => text + textOfPart(parts[index - 1] ?? "") + literal),
  };
}

export function htmlText(markup: Html): string {
  return markup[whole];
}

/** For what this project itself has written, a style or a script; never for what came from outside. */
export function ownMarkup(text: string): Html {
  return { [whole]: text };
}

function textOfPart(part: Part): string {
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return whole in part ? part[whole] : part.map(textOfPart).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters, and marks that turn the direction of reading, are shown by their number: a name must not look like another. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(UNSEEN, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

const UNSEEN = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u{feff}]|\p{Cs}/gu;
