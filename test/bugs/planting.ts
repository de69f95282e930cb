// Plants a bug in the text of its file. A bug whose old text has gone, or stands there twice, is an error: the list must stay true.
import type { Bug } from "./bug.ts";

/** @throws RangeError when the old text does not stand exactly once in the source, or nothing would change */
export function withBug(source: string, { name, file, was, becomes }: Bug): string {
  const times = source.split(was).length - 1;
  if (times !== 1) throw new RangeError(`"${name}": its old text stands ${times} times in ${file}`);
  if (was === becomes) throw new RangeError(`"${name}" changes nothing`);
  return source.replace(was, () => becomes);
}
