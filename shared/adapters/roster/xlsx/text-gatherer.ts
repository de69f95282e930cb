// The text of a shared or inline string: plain, or put together from the runs of rich text; without the reading aids (`rPh`) of Asian scripts.

export interface TextGatherer {
  start(): void;
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  take(): string;
}

export function textGatherer(): TextGatherer {
  let gathered = "";
  let inText = false;
  let inReadingAid = false;
  return {
    start() {
      gathered = "";
      inText = false;
      inReadingAid = false;
    },
    open(name) {
      if (name === "rPh") inReadingAid = true;
      else if (name === "t") inText = !inReadingAid;
    },
    close(name) {
      if (name === "rPh") inReadingAid = false;
      else if (name === "t") inText = false;
    },
    text(text) {
      if (inText) gathered += text;
    },
    take: () => unescaped(gathered),
  };
}

/** Characters that XML cannot hold stand as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\dA-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
