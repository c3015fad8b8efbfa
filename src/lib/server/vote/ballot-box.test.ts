import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import { openBallotBox, type BallotBox } from './ballot-box.ts';
import { DataFolderTaken } from './box-file.ts';

const key = randomBytes(32);
const code = (number: number): CardCode => cardCodeFrom(String(number).padStart(15, '0'));
const cards = (count: number, from = 1): { code: CardCode; colour: Colour }[] =>
  Array.from({ length: count }, (_, index) => ({ code: code(from + index), colour: index % 2 ? 'HW' : 'RM' }));

function openedBox(count: number, options = 3): { box: BallotBox; file: string } {
  const file = join(mkdtempSync(join(tmpdir(), 'sigida-box-')), 'ballots.db');
  const box = openBallotBox(file, key);
  box.makeCards(1, { options, marks: 'many' }, cards(count));
  box.openTheBox(1);
  return { box, file };
}

describe('a card', () => {
  it('votes once; a repeated confirm answers alike and changes nothing', () => {
    const { box } = openedBox(4);
    expect(box.cast(code(1), [true, false, true])).toEqual({ ok: true, value: null });
    expect(box.cast(code(1), [false, true, false])).toEqual({ ok: true, value: null });
    expect(box.countCast(1)).toBe(1);
    expect([box.hasVoted(code(1)), box.hasVoted(code(2))]).toEqual([true, false]);
    box.closeTheBox(1);
    expect(box.readBallots(1)).toEqual({ ok: true, value: ['dyny'] });
  });

  it('is refused when nobody printed it, and before and after the poll', () => {
    const { box } = openedBox(2);
    box.makeCards(2, { options: 3, marks: 'many' }, cards(2, 100));
    expect(box.cast(code(9), [true, true, true])).toMatchObject({ refusal: { code: 'card-unknown' } });
    expect(box.cast(code(100), [true, true, true])).toMatchObject({ refusal: { code: 'poll-not-open-yet' } });
    box.closeTheBox(1);
    expect(box.cast(code(1), [true, true, true])).toMatchObject({ refusal: { code: 'poll-closed' } });
    expect(box.countCast(1)).toBe(0);
  });

  it('keeps its vote when the ballot has the wrong number of marks', () => {
    const { box } = openedBox(1);
    expect(box.cast(code(1), [true])).toMatchObject({ refusal: { code: 'ballot-wrong-length' } });
    expect(box.lookAtCard(code(1))).toEqual({ kind: 'known', box: 1, state: 'left', boxState: 'open' });
  });
});

describe('a box', () => {
  it('gives its ballots to nobody before it has closed', () => {
    const { box } = openedBox(2);
    box.cast(code(1), [true, true, false]);
    expect(box.readBallots(1)).toMatchObject({ refusal: { code: 'box-not-closed' } });
  });

  it('opens and closes once, and doing either twice is the same as once', () => {
    const { box } = openedBox(2);
    expect(box.openTheBox(1).ok).toBe(true);
    expect(box.closeTheBox(1).ok).toBe(true);
    expect(box.closeTheBox(1).ok).toBe(true);
    expect(box.openTheBox(1)).toMatchObject({ refusal: { code: 'box-closed' } });
    expect(box.openTheBox(7)).toMatchObject({ refusal: { code: 'box-not-ready' } });
  });

  it('is held by one server', () => {
    const { file } = openedBox(1);
    expect(() => openBallotBox(file, key)).toThrow(DataFolderTaken);
  });

  it('still holds every ballot after it was closed without a word and opened again', () => {
    const { box, file } = openedBox(3);
    box.cast(code(2), [true, false, false]);
    box.close();
    const again = openBallotBox(file, key);
    expect(again.countCast(1)).toBe(1);
    expect([again.hasVoted(code(1)), again.hasVoted(code(2))]).toEqual([false, true]);
    expect(again.boxState(1)).toBe('open');
  });
});

describe('care of the file', () => {
  const childTakes = (file: string): string => {
    const script = `const D = require('better-sqlite3'); const db = new D(process.argv[1], { timeout: 0 });
      try { db.exec('BEGIN EXCLUSIVE'); console.log('taken'); } catch (thrown) { console.log(thrown.code); }`;
    return execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' }).trim();
  };

  it('hands out its own bytes and stays locked', () => {
    const { box, file } = openedBox(4);
    box.cast(code(1), [true, false, true]);
    box.tryWrite();
    const bytes = box.bytes();
    expect(box.summary()).toEqual([{ number: 1, state: 'open', cards: 4, cast: 1 }]);
    expect(childTakes(file)).toBe('SQLITE_BUSY');
    // From here on this process has lost its lock, which is why the box is never read as a file beside its holder.
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(childTakes(file)).toBe('taken');
  });

  it('is wiped after it closed, down to the bytes, and keeps its number', () => {
    const { box, file } = openedBox(4);
    box.cast(code(1), [true, false, true]);
    expect(box.wipe(1)).toMatchObject({ refusal: { code: 'box-not-closed' } });
    box.closeTheBox(1);
    expect(box.wipe(1).ok).toBe(true);
    expect(box.wipe(1).ok).toBe(true);
    expect(box.summary()).toEqual([{ number: 1, state: 'closed', cards: 0, cast: 0 }]);
    expect(box.hasVoted(code(1))).toBe(false);
    box.close();
    expect(readFileSync(file).includes('dyny')).toBe(false);
  });
});

describe('secrecy at rest', () => {
  it('does not show which cards were printed late', () => {
    const made = (first: number, late: number): Buffer => {
      const file = join(mkdtempSync(join(tmpdir(), 'sigida-late-')), 'ballots.db');
      const box = openBallotBox(file, key);
      for (const from of [first, late]) box.makeCards(1, { options: 3, marks: 'many' }, cards(300, from));
      box.close();
      return readFileSync(file);
    };
    expect(made(1, 501).equals(made(501, 1))).toBe(true);
  });

  it('keeps no code in any file', () => {
    const marks = [true, false, true];
    const { box, file } = openedBox(40);
    for (let number = 1; number <= 40; number++) box.cast(code(number), marks);
    box.close();
    const folder = join(file, '..');
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (let number = 1; number <= 40; number++) expect(bytes.includes(code(number))).toBe(false);
    }
  });
});
