// A scanner for the XML of workbooks, fed piece by piece: elements by their local names, and text. It knows no declarations of types or entities,
// which no spreadsheet program writes and by which a few bytes can become gigabytes: such a part is refused. So is one that is cut short.
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { decodeXml } from "./xml-text.ts";
import { broken } from "./zip-part.ts";

export interface XmlEvents {
  /** `attributes`: as they are written, for `attributeOf`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** May come in several pieces. */
  text(text: string): void;
}

export interface XmlScanner {
  write(piece: string): void;
  /** @throws UnreadableFile when something is still open */
  end(): void;
}

/** Longer than any cell or tag that a program writes; an Excel cell holds at most 32,767 characters. */
const LONGEST_TOKEN = 1024 * 1024;
const DEEPEST = 100;

export function scanXml(events: XmlEvents): XmlScanner {
  const open: string[] = [];
  let rest = "";
  let scanned = 0;

  const element = (tag: string): void => {
    if (tag.charCodeAt(0) === 47) {
      const name = localName(tag.slice(1).trimEnd());
      if (open.pop() !== name) throw broken();
      events.close(name);
      return;
    }
    const empty = tag.endsWith("/");
    const blank = placeOfBlank(tag);
    const end = empty ? tag.length - 1 : tag.length;
    const name = localName(tag.slice(0, blank < 0 ? end : blank));
    events.open(name, blank < 0 ? "" : tag.slice(blank, end));
    if (empty) events.close(name);
    else if (open.push(name) > DEEPEST) throw broken();
  };

  /** Where the markup at `at` ends, or -1 when that has not come yet. */
  const markup = (text: string, at: number): number => {
    const second = text.charCodeAt(at + 1);
    if (second === 63) return after(text, "?>", at);
    if (second === 33) {
      if (text.startsWith("<!--", at)) return after(text, "-->", at + 4);
      if (text.startsWith("<![CDATA[", at)) {
        const end = after(text, "]]>", at);
        if (end > 0) events.text(text.slice(at + 9, end - 3));
        return end;
      }
      if (text.length - at < 9) return -1;
      throw broken();
    }
    const end = endOfTag(text, at);
    if (end > 0) element(text.slice(at + 1, end - 1));
    return end;
  };

  return {
    write(piece) {
      const text = rest + piece;
      let at = 0;
      for (;;) {
        const start = text.indexOf("<", Math.max(at, scanned));
        scanned = 0;
        if (start < 0) {
          scanned = text.length - at;
          break;
        }
        if (start > at) events.text(decodeXml(text.slice(at, start)));
        at = start;
        const end = markup(text, start);
        if (end < 0) break;
        at = end;
      }
      rest = text.slice(at);
      if (rest.length > LONGEST_TOKEN) throw new UnreadableFile(problem("cell-too-long", LONGEST_TOKEN));
    },
    end() {
      if (open.length > 0 || rest.trim() !== "") throw broken();
    },
  };
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** Behind the `>` that stands in no quotes. */
function endOfTag(text: string, from: number): number {
  let at = from;
  for (;;) {
    const end = text.indexOf(">", at);
    if (end < 0) return -1;
    let quote = 0;
    for (let place = from; place < end; place += 1) {
      const code = text.charCodeAt(place);
      if (quote === code) quote = 0;
      else if (quote === 0 && (code === 34 || code === 39)) quote = code;
    }
    if (quote === 0) return end + 1;
    at = end + 1;
  }
}

/** Where a tag's name ends; -1 when nothing follows it. */
function placeOfBlank(tag: string): number {
  for (let at = 0; at < tag.length; at += 1) if (tag.charCodeAt(at) <= 32) return at;
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
