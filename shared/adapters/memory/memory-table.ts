// A table of items by key. What is put is kept as JSON text and what is read is made from it anew: nobody can change an item by holding on to it.

export class MemoryTable<Item> {
  readonly #texts = new Map<string, string>();

  get(key: string): Item | null {
    const text = this.#texts.get(key);
    return text === undefined ? null : JSON.parse(text);
  }

  put(key: string, item: Item): void {
    this.#texts.set(key, JSON.stringify(item));
  }

  delete(key: string): void {
    this.#texts.delete(key);
  }

  /** Writes what `change` makes of the item; null leaves it as it is. Returns whether it was written. */
  update(key: string, change: (before: Item | null) => Item | null): boolean {
    const after = change(this.get(key));
    if (after !== null) this.put(key, after);
    return after !== null;
  }

  /** Keys that begin alike, in their order. */
  keys(prefix = ""): readonly string[] {
    return [...this.#texts.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  /** Takes over all items of another table. */
  copyFrom(other: Pick<MemoryTable<unknown>, "texts">): void {
    this.#texts.clear();
    for (const [key, text] of other.texts()) this.#texts.set(key, text);
  }

  /** All items as they are kept. */
  texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }
}
