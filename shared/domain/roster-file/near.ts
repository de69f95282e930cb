// How alike two short texts are, for suggestions only; nothing is ever decided by it.

/** How many letters must be put in, left out or changed to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}

/** The candidate that is most like a text; the first of several. */
export function nearest<T extends string>(text: string, candidates: readonly T[]): T | undefined {
  const near = candidates.map((candidate) => ({ candidate, distance: editDistance(text, candidate) }));
  return near.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
