import { expect, test } from 'vitest';
import { pack } from '../../../../tests/support/assemblies.ts';
import { optionId } from '../../../../tests/support/tallies.ts';
import { pictureIn, voiceIn, voiceOfOption } from './pack-files.ts';

const file = (address: string) => ({ address, bytes: 1, sha256: 'a'.repeat(64) });
const filled = pack({ files: [file('/media/pack/a.webp'), file('/media/pack/ses/option-a.ogg')] });

test('a project keeps its picture and its voice on a later ballot', () => {
  expect(pictureIn(filled, optionId('a-2'))).toBe('/media/pack/a.webp');
  expect(voiceIn(filled, 'ses', voiceOfOption(optionId('a-2')))).toBe('/media/pack/ses/option-a.ogg');
});

test('what nobody drew or said is not there', () => {
  expect(pictureIn(filled, optionId('b'))).toBeNull();
  expect(voiceIn(filled, 'fr', 'option-a')).toBeNull();
});
