import { expect, it } from 'vitest';
import { translatorFor } from '../translator.ts';
import { isDraft, recording } from './drafts.ts';

it('is a draft as long as a speaker has not reviewed one of its texts', () => {
  expect(isDraft('bm', ['on-air.again'])).toBe(true);
  expect(isDraft('ses', ['on-air.invites'])).toBe(true);
});

it('is no draft in the language that the others follow, in an unknown one, or where nothing is said', () => {
  expect(isDraft('fr', ['on-air.again'])).toBe(false);
  expect(isDraft('xx', ['on-air.again'])).toBe(false);
  expect(isDraft('bm', [])).toBe(false);
});

it('knows which texts were asked for', () => {
  const keys = new Set<string>();
  const t = recording(translatorFor('fr'), keys);
  expect(t('on-air.again')).toBe('Nous répétons.');
  expect(t.code('audience-call', 'women')).toBe('Les femmes sont invitées.');
  expect([...keys]).toEqual(['on-air.again', 'audience-call.women']);
});
