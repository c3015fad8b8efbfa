// Owns how much is kept: a number of bytes, and whatever was asked for longest ago goes first. It knows nothing of answers.

type Sized<Value> = { readonly value: Value; readonly bytes: number };

/** What a name and its place in the memory take besides. */
const besides = 500;

export class Memory<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, Sized<Value>>();
  #bytes = 0;
  /** Asked for last, so it stands at the end already. */
  #newest = '';

  /** @param most bytes of all together. */
  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): Value | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    if (key === this.#newest) return found.value;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    this.#newest = key;
    return found.value;
  }

  /** Anew, or in place of what was there. What alone would fill a quarter of it is not kept. */
  set(key: string, value: Value, size: number): void {
    this.delete(key);
    const bytes = size + 2 * key.length + besides;
    if (bytes > this.#most / 4) return;
    this.#kept.set(key, { value, bytes });
    this.#newest = key;
    this.#bytes += bytes;
    for (const [oldest] of this.#kept) {
      if (this.#bytes <= this.#most) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}
