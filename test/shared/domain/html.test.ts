import fc from "fast-check";
import { expect, test } from "vitest";
import { html, htmlText } from "#shared/domain/html.ts";

test("texts are escaped, markup made by the same means is not", () => {
  const inner = html`<b>${"<i>&"}</b>`;
  expect(htmlText(html`<p title="${`"'`}">${inner}${[inner, " < "]}${3}</p>`)).toBe(
    '<p title="&quot;&#39;"><b>&lt;i&gt;&amp;</b><b>&lt;i&gt;&amp;</b> &lt; 3</p>',
  );
});

test("marks that cannot be seen are shown by their number", () => {
  expect(htmlText(html`${"gaji\u202Exslx.\u0000\u200F\ud800\ufeff"}`)).toBe(
    "gaji[U+202E]xslx.[U+0000][U+200F][U+D800][U+FEFF]",
  );
  expect(htmlText(html`${"Ñandú 😀\tx\ny"}`)).toBe("Ñandú 😀\tx\ny");
});

test("no text opens a tag, an entity or a value of its own", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const written = htmlText(html`${text}`);
      expect(written).not.toMatch(/[<>"']/);
      expect(written.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    }),
  );
});
