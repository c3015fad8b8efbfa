// Stories of one worker share a portal: two villages of one name would meet there, and which story fails would hang on the order.
import { expect, test } from 'vitest';
import { fold } from '#lib/domain/community/fold.ts';
import { filesUnder, readText } from '../support/project-files.ts';

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bmake[A-Z]\w*\(\s*portal,|\bvoteAt\()\s*'([^']+)'/g)].flatMap(([, name]) =>
    name ? fold(name) : []
  );

test('a name is found, as the program compares it, where a story makes its village, on one line or two', () => {
  const story = `await makeVillage(portal, 'Bara', titles); makeStonesVote(\n  portal,\n  'Berra', 'open'); voteAt('Dengha', 1)`;
  expect(namesIn(story)).toEqual(['bara', 'berra', 'dena']);
});

test('each story has a village of its own', () => {
  const names = filesUnder('tests/e2e/').flatMap((path) => namesIn(readText(path)));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
