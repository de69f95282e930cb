// Colours for terminals that show them; none where NO_COLOR is set or nobody looks (https://no-color.org).

export type Paint = (text: string) => string;

export interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
}

const code =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;
const plain: Paint = (text) => text;

const COLOURED: Colours = {
  bold: code(1, 22),
  dim: code(2, 22),
  red: code(31, 39),
  yellow: code(33, 39),
  green: code(32, 39),
};
const PLAIN: Colours = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain };

export function colours(terminal: boolean, environment: Readonly<Record<string, string | undefined>>): Colours {
  return terminal && !environment.NO_COLOR && environment.TERM !== "dumb" ? COLOURED : PLAIN;
}
