import { describe, expect, it } from 'vitest';
import { assert, property, string } from 'fast-check';
import { drawSlug, slugOf } from './slug.ts';

const taking = (...taken: string[]) => {
  const set = new Set(taken);
  return (slug: string) => set.has(slug);
};

describe('slugOf', () => {
  it.each([
    ['Wabaria', 'wabaria'],
    ['Gounzoureye', 'gounzoureye'],
    ['Ɲɔrɔ Sahɛli', 'nyoro-saheli'],
    ['Soŋay koyra', 'sonay-koyra'],
    ["N'Gouma", 'ngouma'],
    ['Ségou – Médine (2)', 'segou-medine-2'],
    ['--a--', 'a'],
    ['كيدال', ''],
    ['', '']
  ])('%j becomes %j', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('holds for any name', () =>
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (name) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(name)))
    ));
  it('is at most 60 signs long', () => expect(slugOf('ab '.repeat(40))).toHaveLength(59));
});

const draw = (name: string, around: string, isTaken: (slug: string) => boolean) =>
  drawSlug({ name, around, kind: 'community' }, isTaken);

describe('drawSlug', () => {
  it('is the name where that is free', () => expect(draw('Wabaria', 'Gounzoureye', taking())).toBe('wabaria'));
  it('adds the commune', () => expect(draw('Wabaria', 'Gounzoureye', taking('wabaria'))).toBe('wabaria-gounzoureye'));
  it('then a number', () =>
    expect(draw('Wabaria', 'Gounzoureye', taking('wabaria', 'wabaria-gounzoureye', 'wabaria-gounzoureye-2'))).toBe(
      'wabaria-gounzoureye-3'
    ));
  it('does not say a name twice', () => expect(draw('Gao', 'Gao', taking('gao'))).toBe('gao-2'));
  it('keeps the address of the page that makes communities', () =>
    expect(draw('New', 'Gao', taking())).toBe('new-gao'));
  it('takes the commune for a name in another script', () => {
    expect(draw('كيدال', 'Kidal', taking())).toBe('kidal');
    expect(draw('كيدال', 'Kidal', taking('kidal'))).toBe('kidal-2');
  });
  it('has a word for nothing at all', () => {
    expect(draw('', '', taking())).toBe('community');
    expect(drawSlug({ name: '', around: '', kind: 'station' }, taking())).toBe('station');
  });
  it('gives up when all are taken', () => expect(draw('Gao', 'Gao', () => true)).toBeNull());
});
