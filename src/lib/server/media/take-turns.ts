// Owns that few heavy works run at once and few wait: memory stays bounded however many people send at the same time.

/** Answers null, without running `work`, where too many wait already. */
export type TakeTurns = <Value>(work: () => Promise<Value>) => Promise<Value | null>;

export function takeTurns(atOnce: number, mostWaiting: number): TakeTurns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return null;
      // Whoever ends hands its turn over, so that nobody who comes meanwhile takes it.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
