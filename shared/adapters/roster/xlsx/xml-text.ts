// Attributes and characters as XML writes them.

/** The value of an attribute; undefined where it is not written. */
export function attributeOf(attributes: string, name: string): string | undefined {
  // As every program writes it, with one blank in front.
  const start = attributes.indexOf(` ${name}="`);
  if (start < 0) return USUAL_FORM.test(attributes) ? undefined : unusualAttributeOf(attributes, name);
  const from = start + name.length + 3;
  return decodeXml(attributes.slice(from, attributes.indexOf('"', from)));
}

/** No single quotes, no blanks beside the signs of equality, one blank before each name. */
const USUAL_FORM = /^(?: [\w:.-]+="[^"]*")*\s*$/;

function unusualAttributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && attributes.charCodeAt(at - 1) > 32) continue;
    const equals = attributes.indexOf("=", at + name.length);
    if (equals < 0 || attributes.slice(at + name.length, equals).trim() !== "") continue;
    const from = attributes.slice(equals + 1).search(/\S/) + equals + 1;
    const to = attributes.indexOf(attributes.charAt(from), from + 1);
    return to < 0 ? undefined : decodeXml(attributes.slice(from + 1, to));
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** With the five entities that XML has by itself, and characters by number; any other stays as it is written. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
