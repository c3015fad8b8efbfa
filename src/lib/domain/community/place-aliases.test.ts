import { describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { fold } from './fold.ts';
import { asPCode } from './pcode.ts';
import { placeAliases, regionToday, shownName } from './place-aliases.ts';

const code = (text: string): PCode => text as PCode;

describe('aliases of places', () => {
  it('answers what folding misses', () => {
    const folded = (pcode: string) => placeAliases.get(code(pcode))?.map(fold);
    expect(folded('ML070000000')).toContain(fold('Gawo'));
    expect(folded('ML010600000')).toContain(fold('Ɲɔrɔ'));
  });
  it('says nothing twice', () => {
    for (const aliases of placeAliases.values()) expect(new Set(aliases.map(fold)).size).toBe(aliases.length);
  });
  it('has only codes that can be', () => {
    for (const pcode of placeAliases.keys()) expect(asPCode(pcode)).toBe(pcode);
  });
});

describe('names of today', () => {
  it('prints today’s name for that of 2015', () => expect(shownName(code('ML02'), 'Koulikouro')).toBe('Koulikoro'));
  it('never hides a later name', () => expect(shownName(code('ML02'), 'Bèlèdougou')).toBe('Bèlèdougou'));
  it('leaves all others', () => expect(shownName(code('ML070104'), 'Gounzoureye')).toBe('Gounzoureye'));
  it('knows that Ménaka is a region', () => {
    expect(regionToday(code('ML0704'))).toBe('Ménaka');
    expect(regionToday(code('ML0701'))).toBeNull();
  });
});
