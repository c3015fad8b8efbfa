import { expect, test } from 'vitest';
import { pack } from '../../../../tests/support/assemblies.ts';
import { optionId } from '../../../../tests/support/tallies.ts';
import { pictureIn, voiceIn } from './pack-files.ts';

const file = { bytes: 1, sha256: 'a'.repeat(64), of: null, says: null, language: null };
const filled = pack({
  files: [
    { ...file, address: '/media/1-small.webp', of: optionId('a') },
    { ...file, address: '/media/2.ogg', of: optionId('a'), language: 'ses' },
    { ...file, address: '/media/3.ogg', says: 'one-choice', language: 'ses' }
  ]
});

test('a project keeps its picture and its voice on a later ballot', () => {
  expect(pictureIn(filled, optionId('a-2'))).toBe('/media/1-small.webp');
  expect(voiceIn(filled, 'ses', { of: optionId('a-2') })).toBe('/media/2.ogg');
});

test('a sentence is said in its language', () => {
  expect(voiceIn(filled, 'ses', { says: 'one-choice' })).toBe('/media/3.ogg');
  expect(voiceIn(filled, 'fr', { says: 'one-choice' })).toBeNull();
});

test('what nobody drew or said is not there', () => {
  expect(pictureIn(filled, optionId('b'))).toBeNull();
  expect(voiceIn(filled, 'fr', { of: optionId('a') })).toBeNull();
  expect(voiceIn(filled, 'ses', { says: 'recap' })).toBeNull();
});
