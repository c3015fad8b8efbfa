import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeTogether } from './write-together.ts';

/** Milliseconds that the disk takes, and what it was given each time. */
let takes: number;
let written: (readonly string[])[];
let fails: Error | null;
const queue = () =>
  writeTogether((items: readonly string[]) => {
    vi.advanceTimersByTime(takes);
    if (fails) throw fails;
    written.push(items);
    return items.map((item) => item.toUpperCase());
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] });
  takes = 10;
  written = [];
  fails = null;
});
afterEach(() => void vi.useRealTimers());

it('writes at once where nothing was written just before, with all that came in the same turn', async () => {
  const { add } = queue();
  const told = Promise.all(['a', 'b', 'c'].map(add));
  await vi.advanceTimersByTimeAsync(0);
  expect(await told).toEqual(['A', 'B', 'C']);
  expect(written).toEqual([['a', 'b', 'c']]);
});

it('rests four times as long as the disk took, and then writes all that came meanwhile', async () => {
  const { add } = queue();
  void add('a');
  await vi.advanceTimersByTimeAsync(0);
  void add('b');
  await vi.advanceTimersByTimeAsync(20);
  void add('c');
  await vi.advanceTimersByTimeAsync(19);
  expect(written).toEqual([['a']]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([['a'], ['b', 'c']]);
});

it('lets nobody wait long for a slow disk', async () => {
  takes = 5000;
  const { add } = queue();
  void add('a');
  await vi.advanceTimersByTimeAsync(0);
  void add('b');
  await vi.advanceTimersByTimeAsync(250);
  expect(written).toEqual([['a'], ['b']]);
});

it('tells each that waited why nothing was written, and goes on', async () => {
  const { add } = queue();
  fails = new Error('full');
  const told = Promise.allSettled([add('a'), add('b')]);
  await vi.advanceTimersByTimeAsync(0);
  expect((await told).map((one) => one.status === 'rejected' && one.reason)).toEqual([fails, fails]);
  fails = null;
  const again = add('a');
  await vi.advanceTimersByTimeAsync(40);
  expect(await again).toBe('A');
});

it('writes before its turn when asked to, and nothing twice', async () => {
  const { add, writeWaiting } = queue();
  const told = add('a');
  writeWaiting();
  expect(await told).toBe('A');
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual([['a']]);
});
