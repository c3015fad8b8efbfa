import { beforeAll, describe, expect, test } from 'vitest';
import { aesKey, MemoryFile, type Fault } from '../../../../tests/support/file-handles.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { copyBytes, makeState, openState } from './state-file.ts';

let key: CryptoKey;
beforeAll(async () => {
  key = await aesKey();
});

const id = 'assembly1';
const refused = (code: string) => ({ ok: false, refusal: { code } });
const made = async (text = 'one') => {
  const file = new MemoryFile();
  return { file, state: must(await makeState(file, key, id, text)) };
};
const textIn = async (file: MemoryFile): Promise<string> => must(await openState(file.reopened(), key, id)).text();
/** What each of the two copies says by itself, the other put out of reach. */
const copies = async (file: MemoryFile): Promise<readonly string[]> =>
  Promise.all(
    [0, 1].map(async (place) => {
      const alone = file.reopened();
      alone.bytes.fill(0, (1 - place) * copyBytes, (2 - place) * copyBytes);
      const opened = await openState(alone, key, id);
      return opened.ok ? opened.value.text() : '';
    })
  );

test('what was saved last is read, in a file that keeps its length', async () => {
  const { file, state } = await made();
  for (const text of ['two', 'ɛɔŋ'.repeat(1000), 'four']) {
    must(await state.save(text));
    expect(state.text()).toBe(text);
    expect(await textIn(file)).toBe(text);
    expect(file.getSize()).toBe(2 * copyBytes);
  }
});

test('at rest both copies say the same: nothing of before is left', async () => {
  const { file, state } = await made();
  must(await state.save('two'));
  must(await state.save('three'));
  expect(await copies(file)).toEqual(['three', 'three']);
});

test('nothing can be read without the key, and no two copies look the same', async () => {
  const { file } = await made('the record');
  const text = Buffer.from(file.bytes).toString('latin1');
  expect(text).not.toContain('record');
  expect(text.slice(0, copyBytes)).not.toBe(text.slice(copyBytes));
  expect(await openState(file, await aesKey(), id)).toEqual(refused('state-unreadable'));
  expect(await openState(file, key, 'assembly2')).toEqual(refused('state-unreadable'));
});

test('a record that is too long is refused, and the one of before stands', async () => {
  const { file, state } = await made();
  expect(await state.save('x'.repeat(copyBytes))).toEqual(refused('state-too-long'));
  expect(await textIn(file)).toBe('one');
  expect(await makeState(new MemoryFile(), key, id, 'x'.repeat(copyBytes))).toEqual(refused('state-too-long'));
});

test('is never made over another one', async () => {
  const { file } = await made();
  expect(await makeState(file, key, id, 'two')).toEqual(refused('state-already-there'));
});

describe('a power cut at any byte of a save', () => {
  test('leaves the record of before or the new one, and the next start levels the copies', async () => {
    const { file } = await made('before');
    const found = new Set<string>();
    for (let cut = 0; cut <= 2 * copyBytes; cut += cut % copyBytes < 40 || cut % copyBytes > copyBytes - 40 ? 1 : 509) {
      const torn = new MemoryFile(file.bytes);
      const half = must(await openState(torn, key, id));
      torn.power.bytes = cut;
      await half.save('after');
      const next = torn.reopened();
      const text = must(await openState(next, key, id)).text();
      expect(text).toBe(cut < copyBytes ? 'before' : 'after');
      expect(await copies(next)).toEqual([text, text]);
      found.add(text);
    }
    expect(found.size).toBe(2);
  });

  test('a save of which only the second copy failed is one, and the next goes on from there', async () => {
    const { file, state } = await made();
    // Write, flush and read of the first copy go well.
    file.power.calls = 3;
    expect(await state.save('two')).toEqual({ ok: true, value: null });
    expect(await textIn(file)).toBe('two');
  });
});

test.each<[Fault]>([['short-write'], ['failed-write'], ['failed-flush'], ['lost-write'], ['wrong-read']])(
  'a save that fails says so: %s',
  async (fault) => {
    const { file, state } = await made();
    file.faults.push(fault);
    expect(await state.save('two')).toEqual(refused('state-not-written'));
    expect(state.text()).toBe('one');
    must(await state.save('three'));
    expect(await copies(file)).toEqual(['three', 'three']);
  }
);

test('wiped, nothing is left', async () => {
  const { file, state } = await made();
  expect(state.wipe()).toBe(true);
  expect(file.getSize()).toBe(0);
});
