import { expect, test } from 'vitest';
import { mirrored, mirrorText } from './mirror-catalogue.ts';

test('letters become those of a script from right to left, and what is filled in stays as it is', () => {
  const said = mirrored('Il reste {{count}} jours à Gao (2026).');
  expect(said).toMatch(/\{\{count\}\}/);
  expect(said.replace('{{count}}', '')).not.toMatch(/\p{Script=Latin}/u);
  expect(said).toContain('(2026).');
  expect(mirrored('Été')).toBe(mirrored('ete'));
});

test('a sentence of the catalogue is told by its template, and what people wrote is left alone', () => {
  const mirror = mirrorText({ a: 'Projet {{n}} à {{place}}', b: 'Voter' });
  expect(mirror('Projet 3 à Gargouna')).toBe(`${mirrored('Projet')} 3 ${mirrored('à')} Gargouna`);
  expect(mirror('\n  Voter ')).toBe(`\n  ${mirrored('Voter')} `);
  expect(mirror('Un puits')).toBe('Un puits');
});

test('a sentence filled in with another of the catalogue is told whole', () => {
  const mirror = mirrorText({ a: 'Il faut {{what}}.', b: 'une carte' });
  expect(mirror('Il faut une carte.')).toBe(`${mirrored('Il faut')} ${mirrored('une carte')}.`);
});
