// Owns working when nobody asks for anything: one piece of work at a time. It drops what waits where too much does.

/** Milliseconds without a request. */
const quiet = 300;
const mostWaiting = 1000;

export class WhenIdle {
  readonly #waiting: (() => Promise<void>)[] = [];
  #busyAt = 0;
  #isSet = false;

  /** Somebody asks. */
  asked(): void {
    this.#busyAt = performance.now();
  }

  add(work: () => Promise<void>): void {
    if (this.#waiting.length >= mostWaiting) return;
    this.#waiting.push(work);
    this.#set();
  }

  /** A waiting piece keeps no server from ending. */
  #set(): void {
    if (this.#isSet) return;
    this.#isSet = true;
    setTimeout(() => void this.#work(), quiet).unref();
  }

  async #work(): Promise<void> {
    const isQuiet = performance.now() - this.#busyAt >= quiet;
    if (isQuiet) await this.#waiting.shift()?.();
    this.#isSet = false;
    if (this.#waiting.length > 0) this.#set();
  }
}
