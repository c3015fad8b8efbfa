import { expect, test } from 'vitest';
import { comingTo, tapQueue, type Tap } from './tap-queue.ts';

const one = { do: 'count-in', what: 'HW' } as const;
const back = { do: 'count-back', what: 'HW' } as const;

/** Writes slowly, as a cheap phone does, and refuses what it is told to refuse. */
function stand(refused: (written: number) => boolean = () => false) {
  const written: Tap[] = [];
  let waiting: readonly Tap[] = [];
  let tries = 0;
  let atOnce = 0;
  const tap = tapQueue(
    async (each) => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce -= 1;
      tries += 1;
      if (refused(tries)) return false;
      written.push(each);
      return true;
    },
    (rest) => (waiting = rest)
  );
  const idle = async () => {
    while (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { tap, written, idle, waiting: () => waiting };
}

test('sixty taps at once are sixty people, written one after the other', async () => {
  const { tap, written, idle, waiting } = stand();
  for (let person = 0; person < 60; person += 1) tap(one);
  expect(waiting()).toHaveLength(60);
  await idle();
  expect(written).toHaveLength(60);
});

test('taps stay in their order', async () => {
  const { tap, written, idle } = stand();
  for (const each of [one, back, one]) tap(each);
  await idle();
  expect(written).toEqual([one, back, one]);
});

test('after a refusal nothing more is written, and the next tap begins anew', async () => {
  const { tap, written, idle } = stand((tries) => tries === 2);
  for (let person = 0; person < 5; person += 1) tap(one);
  await idle();
  expect(written).toHaveLength(1);
  tap(one);
  await idle();
  expect(written).toHaveLength(2);
});

test('a phone that breaks down leaves no tap waiting', async () => {
  let waiting: readonly Tap[] = [];
  const tap = tapQueue(
    () => Promise.reject(new Error('no worker')),
    (rest) => (waiting = rest)
  );
  tap(one);
  expect(waiting).toEqual([one]);
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(waiting).toEqual([]);
});

test('what waits is counted for each counter', () => {
  expect(comingTo('HW', [one, one, back, { do: 'count-in', what: 'RM' }])).toBe(1);
  expect(comingTo('youth', [one])).toBe(0);
});
