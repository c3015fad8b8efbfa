// Owns taps on a counter while an earlier one is still being written: each waits for its turn, since one tap is one person. After a
// refusal it drops what waits, so that the refusal stays on the screen until somebody taps again.
import type { Counter } from '#lib/domain/assembly/acts.ts';

export type Tap = { readonly do: 'count-in' | 'count-back'; readonly what: Counter };

/** How far the taps that wait will move this counter. */
export const comingTo = (what: Counter, waiting: readonly Tap[]): number =>
  waiting.filter((tap) => tap.what === what).reduce((sum, tap) => sum + (tap.do === 'count-in' ? 1 : -1), 0);

/**
 * @param write true once it is written. @param told which taps wait, the one that is being written among them.
 * @returns what takes a tap.
 */
export function tapQueue(write: (tap: Tap) => Promise<boolean>, told: (waiting: readonly Tap[]) => void) {
  let waiting: readonly Tap[] = [];

  function keep(rest: readonly Tap[]): void {
    waiting = rest;
    told(waiting);
  }

  async function writeAll(first: Tap): Promise<void> {
    let next: Tap | undefined = first;
    while (next) {
      const done = await write(next).catch(() => false);
      keep(done ? waiting.slice(1) : []);
      next = waiting[0];
    }
  }

  return (tap: Tap): void => {
    const idle = waiting.length === 0;
    keep([...waiting, tap]);
    if (idle) void writeAll(tap);
  };
}
