// Owns when that which waits for the disk is written: at once where nothing was written just before, else after a rest, together
// with all that came meanwhile. Waiting for the disk stops the thread that answers everybody, so it may take a part of the time only.

/** In lengths of the last write. */
const rest = 4;
/** Milliseconds. On a disk so slow that this is short, whoever waits goes first. */
const longestRest = 250;

type Waiting<Item, Outcome> = {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (thrown: unknown) => void;
};

/** @param write all of them or none, in their order, before it returns; what it throws is told to each that waited. */
export function writeTogether<Item, Outcome>(write: (items: readonly Item[]) => readonly Outcome[]) {
  let waiting: Waiting<Item, Outcome>[] = [];
  let restsUntil = 0;
  let planned = false;

  function writeWaiting(): void {
    const now = waiting;
    waiting = [];
    if (now.length === 0) return;
    const begun = performance.now();
    try {
      const outcomes = write(now.map(({ item }) => item));
      for (const [index, outcome] of outcomes.entries()) now[index]?.resolve(outcome);
    } catch (thrown) {
      for (const { reject } of now) reject(thrown);
    } finally {
      const ended = performance.now();
      restsUntil = ended + Math.min(longestRest, rest * (ended - begun));
    }
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    const go = () => {
      planned = false;
      writeWaiting();
    };
    const pause = restsUntil - performance.now();
    // After all that came in the same turn.
    if (pause > 0) setTimeout(go, pause);
    else setImmediate(go);
  }

  return {
    /** @returns its outcome once all that was written with it is safe. */
    add: (item: Item): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        plan();
      }),
    /** For whoever can not wait for the turn. It never throws: those that waited are told. */
    writeWaiting
  };
}
