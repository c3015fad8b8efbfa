import { beforeAll, describe, expect, test } from 'vitest';
import { waitAfter } from '#lib/domain/assembly/pins.ts';
import { MemoryFile } from '../../../../tests/support/file-handles.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { makeBoxKeys, openWithCode, openWithPins, type MadeKeys } from './box-keys.ts';
import { makeKeysFile, openKeysFile } from './keys-file.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });
let made: MadeKeys;
beforeAll(async () => {
  made = await makeBoxKeys(4, undefined, 10);
});
const written = () => {
  const file = new MemoryFile();
  return { file, keys: must(makeKeysFile(file, made.wrapped)) };
};

test('keys are read as they were written, and open', async () => {
  const { file } = written();
  const { keys } = must(openKeysFile(file.reopened()));
  expect(keys).toEqual(made.wrapped);
  const [one = '', , three = ''] = made.pins;
  expect((await openWithPins(keys, { number: 3, pin: three }, { number: 1, pin: one })).ok).toBe(true);
  expect((await openWithCode(keys, made.recoveryCode)).ok).toBe(true);
});

test('wrong tries are remembered over a restart', () => {
  const { file, keys } = written();
  expect(keys.tries()).toBe(0);
  expect(keys.noteTries(7)).toBe(true);
  expect(must(openKeysFile(file.reopened())).tries()).toBe(7);
});

test('a power cut while a try is noted takes no key, and lets nobody try faster', () => {
  const { file } = written();
  for (const cut of [1, 5, 10, 11, 12, 20, 22, 23, 24, 2000]) {
    const torn = file.reopened();
    const keys = must(openKeysFile(torn));
    torn.power.bytes = cut;
    expect(keys.noteTries(1_000)).toBe(false);
    const next = must(openKeysFile(torn.reopened()));
    expect(next.keys).toEqual(made.wrapped);
    expect(waitAfter(next.tries()) > 0 || next.tries() === 0).toBe(true);
  }
});

describe('refused', () => {
  test('a file that holds something', () => {
    const { file } = written();
    expect(makeKeysFile(file, made.wrapped)).toEqual(refused('box-already-there'));
  });

  test('no room', () => {
    const file = new MemoryFile();
    file.faults.push('short-write');
    expect(makeKeysFile(file, made.wrapped)).toEqual(refused('box-no-room'));
  });

  test.each<[string, string, string]>([
    ['half of it', '"rounds":', '"rou'],
    ['another format', 'sigida-keys-1', 'sigida-keys-2'],
    ['five people', '"enrolled":4', '"enrolled":5'],
    ['a pair of one', '"of":[1,2]', '"of":[1,1]']
  ])('%s', (_, from, to) => {
    const { file } = written();
    const text = new TextDecoder().decode(file.bytes).replace(from, to);
    expect(openKeysFile(new MemoryFile(new TextEncoder().encode(text)))).toEqual(refused('keys-unreadable'));
  });
});

test('wiped, nothing opens any more', () => {
  const { file, keys } = written();
  expect(keys.wipe()).toBe(true);
  expect(openKeysFile(file)).toEqual(refused('keys-unreadable'));
});
