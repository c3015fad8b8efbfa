import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainStart, hashEntry, readHead, verifyChain, type AuditEntry } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= length; number++) {
    const entry = {
      number,
      previous: entries.at(-1)?.hash ?? chainStart,
      salt: String(number).padStart(32, '0'),
      act: 'stage-changed',
      at: '2026-07-05T09:00:00Z',
      by: null,
      secondBy: null,
      subject: 'x',
      details: '{}'
    };
    entries.push({ ...entry, hash: hashEntry(sha256, entry) });
  }
  return entries;
}

const chain = chainOf(5);
const headOf = (number: number): string => chain[number - 1]?.hash ?? '';

describe('a chain', () => {
  it('is whole where nothing was done to it', () => {
    expect(verifyChain(sha256, chain)).toEqual({ ok: true, entries: 5, after: null, head: headOf(5) });
    expect(verifyChain(sha256, [])).toEqual({ ok: true, entries: 0, after: null, head: chainStart });
  });

  it('counts what came after a head of before', () => {
    expect(verifyChain(sha256, chain, headOf(3))).toMatchObject({ ok: true, after: 2 });
    expect(verifyChain(sha256, chain, headOf(5).slice(0, 16))).toMatchObject({ ok: true, after: 0 });
    expect(verifyChain(sha256, chain, chainStart)).toMatchObject({ ok: true, after: 5 });
  });

  it.each([1, 2, 3, 4, 5])('without entry %i is found, the last one by its head only', (removed) => {
    const rest = chain.filter(({ number }) => number !== removed);
    const found = verifyChain(sha256, rest);
    if (removed < 5) expect(found).toEqual({ ok: false, number: removed, why: 'number-missing' });
    else expect(found.ok).toBe(true);
    expect(verifyChain(sha256, rest, headOf(5)).ok).toBe(false);
  });

  it('cut off at its end and written on is found by a head of before', () => {
    const [first, second] = chain;
    if (!first || !second) throw new Error('The chain is too short.');
    const other = { ...second, subject: 'y' };
    const again = { ...other, hash: hashEntry(sha256, other) };
    expect(verifyChain(sha256, [first, again]).ok).toBe(true);
    expect(verifyChain(sha256, [first, again], headOf(2))).toEqual({ ok: false, number: null, why: 'head-missing' });
  });

  it('with two entries exchanged is found', () => {
    const exchanged = chain.map((entry) => ({ ...entry, number: [0, 1, 3, 2, 4, 5][entry.number] ?? 0 }));
    const sorted = exchanged.toSorted((one, other) => one.number - other.number);
    expect(verifyChain(sha256, sorted)).toEqual({ ok: false, number: 2, why: 'previous-differs' });
  });

  it('tells one absent person from another: a part that moved to the next column is found', () => {
    const moved = chain.map((entry) => (entry.number === 3 ? { ...entry, subject: null, by: 'x' } : entry));
    expect(verifyChain(sha256, moved)).toEqual({ ok: false, number: 3, why: 'hash-differs' });
  });
});

describe('a head as it was copied', () => {
  it.each([
    [headOf(1), headOf(1)],
    [` ${headOf(1).toUpperCase()}\n`, headOf(1)],
    ['0123 4567 89ab cdef', '0123456789abcdef'],
    ['0123456789abcde', null],
    ['', null],
    [`${headOf(1)}0`, null],
    ['0123456789abcdeg', null]
  ])('%j reads as %j', (typed, read) => expect(readHead(typed)).toBe(read));
});
